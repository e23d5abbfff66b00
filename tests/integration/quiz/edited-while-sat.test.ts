import { expect, it } from "vitest"
import { changeItems } from "@/lib/lesson/server/change-items"
import { layOutItems } from "@/lib/lesson/server/lay-out-items"
import { saveItem } from "@/lib/lesson/server/save-item"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { loadSitting } from "@/lib/quiz/server/load-sitting"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { useTestDatabase } from "@/tests/support/database"
import { viewerFor } from "@/tests/support/factories"
import { makeQuiz, optionIds, type Quiz, startQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

type Item = Quiz["items"][number]

/** The author turns the first question's key round and words it anew, takes the second away, and makes the third worth more. */
async function rework(quiz: Quiz): Promise<void> {
  const { lessonVersionId } = quiz.lesson
  const author = await viewerFor(quiz.teacher)
  const [first, second, third] = quiz.items as [Item, Item, Item]
  const authored = (await loadAuthoredItems(author, lessonVersionId))?.[0]?.item
  if (!authored) throw new Error("nothing to edit")
  const key = { ...(authored.key as object), answer: optionIds(first)[2] }
  const saved = await saveItem(author, {
    base: { lessonVersionId, editNumber: 0 },
    item: { ...authored, prompt: "What was that again?", key },
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
  const gone = await layOutItems(author, {
    base: saved.value,
    act: { kind: "withdraw", itemIds: [second.itemId] },
  })
  if (!gone.ok) throw new Error(gone.refusal.code)
  const change = { kind: "points" as const, points: 9 }
  const worth = await changeItems(author, { base: gone.value, itemIds: [third.itemId], change })
  if (!worth.ok) throw new Error(worth.refusal.code)
}

it("a sitting goes on with the questions it began with, and is scored by their keys", async () => {
  const quiz = await makeQuiz()
  await database().lessonVersion.update({
    where: { id: quiz.lesson.lessonVersionId },
    data: { sealedAt: new Date() },
  })
  const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
  const [enrolment] = quiz.enrolments
  const sitting = async () => (await loadSitting(quiz.assignment.id, enrolment.id, new Date()))?.items
  const before = await sitting()
  expect(before).toHaveLength(4)
  await rework(quiz)
  expect(await sitting()).toEqual(before)

  const [first, second] = quiz.items as [Item, Item]
  const responses = [
    { itemId: first.itemId, saveNumber: 1, value: { option: optionIds(first)[0] ?? null } },
    { itemId: second.itemId, saveNumber: 1, value: { text: "Silence" } },
  ]
  const receipt = await saveResponses({ tokenHash, attemptId, responses })
  expect(receipt).toMatchObject({ ok: true, value: { saved: [{}, {}], conflicts: [] } })
  await submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() })
  const scores = await database().scoring.findMany({ where: { attemptId }, orderBy: { id: "asc" } })
  expect(scores.map(({ itemId, numerator, denominator }) => [itemId, numerator, denominator])).toEqual([
    [first.itemId, 1, 1],
    [second.itemId, 1, 1],
  ])
  // Nor does whoever begins afterwards get another quiz than the class.
  await startQuiz(quiz, quiz.students[1].id)
  const other = await loadSitting(quiz.assignment.id, quiz.enrolments[1].id, new Date())
  const bare = (items: typeof before) => items?.map(({ itemId, prompt, points }) => [itemId, prompt, points])
  expect(bare(other?.items)).toEqual(bare(before))
})
