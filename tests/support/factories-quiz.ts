import { encode } from "next-auth/jwt"
import { ownTerms } from "@/lib/lesson/own-terms"
import { database } from "@/lib/platform/database"
import type { Assignment, Prisma } from "@/lib/platform/generated/client"
import { newId, newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { startAttempt } from "@/lib/quiz/server/start-attempt"
import { makeClassroom, makeSession } from "@/tests/support/factories"
import { makeAssignment, makeLesson } from "@/tests/support/factories-lesson"

// Straight to the tables, as in factories.ts.

/** Which of the alternatives is right. Two quizzes that differ in this differ in nothing a browser may see. */
export type KeyChoice = { option: 0 | 1 | 2; variant: string; sentence: number; words: string }

export const firstKey: KeyChoice = {
  option: 0,
  variant: "silence",
  sentence: 2,
  words: "Canary of the first key.",
}
export const otherKey: KeyChoice = {
  option: 2,
  variant: "trade",
  sentence: 5,
  words: "Canary of the other key.",
}

/** One item of each type and one that asks for a view, keyed as chosen. */
export function quizItems(sentenceIds: readonly string[], choice: KeyChoice): AuthoredItem[] {
  const evidence = { quotes: [choice.words], sentenceIds: [sentenceIds[choice.sentence] ?? ""] }
  const single = withOptions(blankItem("single", newRandomId), ["To be fair", "To be safe", "To be paid"])
  const pair = withOptions(blankItem("evidence-pair", newRandomId), [
    "It helps nobody",
    "It helps one side",
    "It ends it",
  ])
  const view = withOptions(blankItem("single", newRandomId), ["Yes", "No", "Both"])
  const short = blankItem("short", newRandomId)
  const said = { feedback: { right: choice.words, wrong: choice.words }, explanation: choice.words }
  const answers = (item: AuthoredItem) => ({ answer: optionIds(item)[choice.option], evidence })
  return [
    { ...single, ...said, prompt: "Why does a state stay silent?", key: answers(single) },
    {
      ...short,
      ...said,
      prompt: "What does Mir call it?",
      key: { variants: [choice.variant], ignoreCase: true, ignoreDiacritics: true, evidence },
    },
    {
      ...pair,
      ...said,
      prompt: "What does abstaining do?",
      points: 2,
      key: { ...answers(pair), weights: { answer: choice.option + 1, evidence: 2 } },
    },
    { ...view, level: "my_view", prompt: "Is it fair?", key: null },
  ]
}

/** The item with these options, under new random ids. */
export const withOptions = (item: AuthoredItem, texts: string[]): AuthoredItem => ({
  ...item,
  content: { ...(item.content as object), options: texts.map((text) => ({ id: newRandomId(), text })) },
})

/** Ids of an item's options in the author's order. */
export const optionIds = ({ content }: Pick<AuthoredItem, "content">): string[] =>
  (content as { options: { id: string }[] }).options.map(({ id }) => id)

export type StoredQuizItem = AuthoredItem & { itemId: string; itemVersionId: string }

/** Stores items at the end of a lesson version, keys with them. */
export async function storeItems(
  lesson: { lessonId: string; lessonVersionId: string },
  items: readonly AuthoredItem[],
  authorId: string,
): Promise<StoredQuizItem[]> {
  const stored = items.map((item) => ({ ...item, itemId: newId(), itemVersionId: newId() }))
  for (const [at, { itemId, itemVersionId, ...item }] of stored.entries()) {
    const { type, level, title, prompt, hint, points, skills, key, explanation } = item
    const [content, feedback] = [item.content, item.feedback] as Prisma.InputJsonValue[]
    await database().item.create({ data: { id: itemId, lessonId: lesson.lessonId } })
    const version = { id: itemVersionId, itemId, number: 1, type, level, title, prompt, hint, points, skills }
    await database().itemVersion.create({ data: { ...version, content: content ?? {} } })
    if (key)
      await database().itemKey.create({
        data: {
          id: newId(),
          itemVersionId,
          keyRevision: 1,
          key,
          feedback: feedback ?? {},
          explanation,
          createdById: authorId,
        },
      })
    await database().lessonVersionItem.create({
      data: { lessonVersionId: lesson.lessonVersionId, position: at + 1, itemVersionId },
    })
  }
  return stored
}

/**
 * A class with its cast, a lesson with four items (or those that `itemsOf` makes), and an assignment of it that is open
 * now.
 */
export async function makeQuiz(
  options: Partial<Assignment> = {},
  choice: KeyChoice = firstKey,
  itemsOf: typeof quizItems = quizItems,
) {
  const room = await makeClassroom()
  const lesson = await makeLesson(room.teacher.id)
  const sentenceIds = lesson.sentences.map(({ id }) => id)
  const items = await storeItems(lesson, itemsOf(sentenceIds, choice), room.teacher.id)
  const where = {
    classId: room.class.id,
    lessonVersionId: lesson.lessonVersionId,
    createdById: room.teacher.id,
  }
  const assignment = await makeAssignment(where, options)
  return { ...room, lesson, sentenceIds, items, assignment }
}

export type Quiz = Awaited<ReturnType<typeof makeQuiz>>

/** Starts an attempt of the quiz for this person, with a session of their own. */
export async function startQuiz(quiz: Quiz, userId: string, now = new Date()) {
  const { tokenHash, token } = await makeSession(userId)
  const started = await startAttempt({ tokenHash, assignmentId: quiz.assignment.id, now, ownTerms })
  if (!started.ok) throw new Error(`The attempt did not start: ${started.refusal.code}`)
  return { ...started.value, tokenHash, token }
}

/** The `Cookie` header of a session's token, as sign-in would have set it. */
export async function cookieOf(token: string): Promise<string> {
  const secret = process.env.NEXTAUTH_SECRET ?? ""
  return `next-auth.session-token=${await encode({ token: { sessionToken: token }, secret })}`
}
