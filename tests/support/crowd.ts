import { database } from "@/lib/platform/database"
import { newId, newRandomId } from "@/lib/platform/ids"
import { makeSession } from "./factories"
import { makeDiscussion, makePost, openText } from "./factories-discussion"
import { cookieOf, storeItems } from "./factories-quiz"
import { longItems } from "./long-items"

/** A student of the crowd, and a word that only they, and staff, may read anywhere. */
export type OneOfMany = { cookie: string; word: string }

/** A class of this many, each in the midst of a quiz and a discussion, with a word of their own in everything they wrote. */
export async function makeCrowd(count: number) {
  const room = await makeDiscussion({ students: count, stanceStatement: null })
  const [item] = longItems()
  const [quiz] = item ? await storeItems(room.lesson, [item], room.teacher.id) : []
  const { id: assignmentId } = room.assignment
  const promptId = room.prompts[0]?.id ?? ""
  await database().discussionRules.create({ data: { assignmentId, premoderated: true } })
  const people: OneOfMany[] = []
  for (const [at, { user, enrolment }] of room.students.entries()) {
    const word = `canary${at}x${newRandomId().slice(0, 8)}`
    await database().user.update({ where: { id: user.id }, data: { displayName: `Of ${word}` } })
    await openText(assignmentId, enrolment.id)
    const place = { assignmentId, promptId, enrolmentId: enrolment.id }
    // What stands opens the thread; what waits is for its author and staff.
    await makePost(place, { alias: `Heron ${at}`, body: "What everybody may read." })
    const post = await makePost(place, { alias: `Heron ${at}`, body: `Held: ${word}`, state: "held" })
    await database().post.update({ where: { id: post.id }, data: { seq: null, heldAt: new Date() } })
    await noteDown({ ...place, ...room.lesson, sentenceId: room.sentences[at % 3]?.id ?? "" }, word)
    if (quiz) await beginQuiz({ assignmentId, enrolmentId: enrolment.id, ...quiz }, word)
    people.push({ word, cookie: await cookieOf((await makeSession(user.id)).token) })
  }
  return { people, paths: pathsOf(assignmentId, promptId) }
}

const pathsOf = (assignmentId: string, promptId: string): string[] => [
  "/home",
  "/notices",
  "/account",
  `/a/${assignmentId}/read`,
  `/a/${assignmentId}/quiz`,
  `/a/${assignmentId}/discuss`,
  `/a/${assignmentId}/discuss/${promptId}`,
  `/a/${assignmentId}/discuss/${promptId}/map`,
]

type NotePlace = { assignmentId: string; enrolmentId: string; revisionId: string; sentenceId: string }

const noteDown = ({ assignmentId, enrolmentId, revisionId, sentenceId }: NotePlace, word: string) =>
  database().sentenceNote.create({
    data: {
      id: newId(),
      assignmentId,
      enrolmentId,
      revisionId,
      sentenceId,
      quote: "So he says.",
      body: word,
    },
  })

type QuizPlace = { assignmentId: string; enrolmentId: string; itemId: string; itemVersionId: string }

async function beginQuiz(
  { assignmentId, enrolmentId, itemId, itemVersionId }: QuizPlace,
  word: string,
): Promise<void> {
  const attemptId = newId()
  await database().attempt.create({ data: { id: attemptId, assignmentId, enrolmentId, number: 1 } })
  await database().attemptItem.create({
    data: { attemptId, position: 1, itemId, itemVersionId, optionSeed: 1 },
  })
  const value = { text: `I say ${word}.`, sentences: [] }
  await database().response.create({ data: { attemptId, itemId, saveNumber: 1, value, savedAt: new Date() } })
}
