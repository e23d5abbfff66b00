import { type CountingPolicy, countAttempts } from "@/lib/quiz/counted-attempt"
import { sum } from "@/lib/quiz/fraction"
import { groupBy } from "./group-by"
import { type CountingItem, itemPoints } from "./item-points"
import type { AnswerFacts, AttemptFacts, ItemFacts } from "./results-facts"

/** An attempt as it is stored. */
export type StoredAttempt = {
  id: string
  number: number
  state: "open" | "submitted"
  submittedAt: Date | null
  /** A teacher let it go on after it had ended. */
  reopened: boolean
  /** The items it has; null where every attempt has all of them. */
  itemIds: string[] | null
}

export type ChoiceFacts = {
  items: readonly (CountingItem & Pick<ItemFacts, "itemId">)[]
  /** Of all attempts of the student. */
  answers: readonly AnswerFacts[]
  policy: CountingPolicy
  /** The student's own. */
  dueAt: Date
}

/**
 * The one attempt of a student that the results show, with what the quiz counts for: by the assignment's policy of the
 * finished ones, and the open one only where none is finished. Null where there is none at all.
 */
export function chooseAttempt(attempts: readonly StoredAttempt[], facts: ChoiceFacts): AttemptFacts | null {
  const answersOf = groupBy(facts.answers, ({ attemptId }) => attemptId)
  const finished = attempts.flatMap(({ id, number, state, submittedAt, reopened, itemIds }) => {
    if (state !== "submitted" || !submittedAt) return []
    const had = facts.items.filter(({ itemId }) => itemIds?.includes(itemId) ?? true)
    return [{ number, submittedAt, reopened, earned: earnedOf(had, answersOf.get(id) ?? []) }]
  })
  const counted = countAttempts(finished, facts.policy, facts.dueAt)
  const newest = attempts.reduce<StoredAttempt | null>(
    (so, one) => (so && so.number > one.number ? so : one),
    null,
  )
  const chosen = counted ? attempts.find(({ number }) => number === counted.shown) : newest
  if (!chosen) return null
  const { id, state, submittedAt, itemIds } = chosen
  return {
    id,
    state,
    submittedAt,
    itemIds,
    earned: counted?.earned ?? null,
    latePercent: counted?.latePercent ?? 0,
    lines: counted?.lines ?? [],
  }
}

function earnedOf(items: ChoiceFacts["items"], answers: readonly AnswerFacts[]) {
  const byItem = new Map(answers.map((answer) => [answer.itemId, answer]))
  return sum(items.flatMap((item) => itemPoints(item, byItem.get(item.itemId)) ?? []))
}
