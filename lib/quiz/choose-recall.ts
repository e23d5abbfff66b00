import { shuffle } from "@/lib/quiz/shuffle"

/** Two minutes' worth. */
export const MOST_RECALLED = 4

export type Recallable = { itemId: string; missed: boolean }

/**
 * Which items of a quiz are asked again some weeks later: those that were missed first, then others, at most four, drawn
 * with the seed alone. They come in the order of the quiz. `seed` is greater than zero.
 */
export function chooseRecall<T extends Recallable>(items: readonly T[], seed: number): T[] {
  const drawn = [
    ...shuffle(
      items.filter(({ missed }) => missed),
      seed,
    ),
    ...shuffle(
      items.filter(({ missed }) => !missed),
      seed,
    ),
  ].slice(0, MOST_RECALLED)
  return items.filter((item) => drawn.includes(item))
}
