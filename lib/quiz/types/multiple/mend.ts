import { NO_EVIDENCE } from "@/lib/quiz/evidence"
import { type Mending, oneOption } from "@/lib/quiz/mend"
import { evenPercent } from "@/lib/quiz/share"
import type { MultipleContent, MultipleKey } from "@/lib/quiz/types/multiple/shapes"

export const mendMultiple: Mending<MultipleContent, MultipleKey> = {
  namedBy: "options",
  rekey: (_, named) =>
    "optionIds" in named ? { answers: [...named.optionIds], evidence: NO_EVIDENCE } : null,
  /**
   * One more option that earns as much as a right one and is not needed for all the points, so that nobody loses by it. The
   * rule without shares is written out in shares first: it earns for each right option its part, and takes for each
   * wrong one its part of those that were wrong.
   */
  accept: (key, named, content) => {
    const added = oneOption(named)
    if (!added || key.answers.includes(added)) return added ? key : null
    const shares = key.shares ?? sharesOf(key.answers, content)
    const most = Math.max(...key.answers.map((id) => shares[id] ?? 0))
    return { ...key, answers: [...key.answers, added], shares: { ...shares, [added]: most } }
  },
}

function sharesOf(answers: readonly string[], { options }: MultipleContent): Record<string, number> {
  const wrong = options.filter(({ id }) => !answers.includes(id))
  return Object.fromEntries([
    ...answers.map((id) => [id, evenPercent(answers.length)]),
    ...wrong.map(({ id }) => [id, -evenPercent(wrong.length)]),
  ])
}
