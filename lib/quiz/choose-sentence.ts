/** How many sentences a question may at most ask for. */
export const MOST_SENTENCES = 3

/**
 * What pressing a sentence does to those that are chosen: takes it back when it was, adds it otherwise. Where all that may
 * be chosen are, the oldest choice gives way.
 */
export function chooseSentence(chosen: readonly string[], sentenceId: string, most: number): string[] {
  if (chosen.includes(sentenceId)) return chosen.filter((id) => id !== sentenceId)
  return [...chosen, sentenceId].slice(-most)
}
