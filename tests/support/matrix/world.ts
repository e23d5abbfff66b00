import { v4 } from "uuid"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { exportLesson } from "@/lib/lesson/server/export-lesson"
import { database } from "@/lib/platform/database"
import type { User } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { enrol, makeClass, makeUser, viewerFor } from "@/tests/support/factories"
import { makeItem, makeLesson, makeReading } from "@/tests/support/factories-lesson"
import { firstKey, type Quiz, quizItems, storeItems } from "@/tests/support/factories-quiz"
import { longItems } from "@/tests/support/long-items"
import { type Actor, actors } from "./actors"

// Two classes of one school, alike in everything: A, of which the tables speak, and B, whose things must be nobody's of A.

/** What everybody's password is, where they have one. */
export const PASSWORD = "a heron stands in the reeds"

type Members = Record<Actor, User>

const schoolRoles: Partial<Record<Actor, User["role"]>> = {
  assistant: "assistant",
  otherAssistant: "assistant",
  teacher: "teacher",
  handedTeacher: "teacher",
  coTeacher: "teacher",
  removedTeacher: "teacher",
  otherTeacher: "teacher",
  administrator: "administrator",
  principal: "administrator",
}

/** The people of the matrix. Nobody, whoever is signed out and whoever's session is over would be the student. */
async function makePeople(prefix: string): Promise<Members> {
  const passwordHash = await hashPassword(PASSWORD)
  const people: Partial<Members> = {}
  for (const actor of actors) {
    const mustChangePassword = actor === "handed" || actor === "handedTeacher"
    const disabledAt = actor === "closed" ? new Date() : null
    const name = `${prefix} ${actor}`
    const options = { displayName: name, passwordHash, mustChangePassword, disabledAt }
    people[actor] = await makeUser(schoolRoles[actor] ?? "student", options)
  }
  const made = people as Members
  return { ...made, nobody: made.student, signedOut: made.student, expired: made.student }
}

type Standing = { role: "student" | "assistant" | "teacher"; state?: "pending" | "active"; left?: boolean }

const standings: Partial<Record<Actor, Standing>> = {
  closed: { role: "student" },
  handed: { role: "student" },
  handedTeacher: { role: "teacher" },
  student: { role: "student" },
  classmate: { role: "student" },
  removed: { role: "student", left: true },
  pending: { role: "student", state: "pending" },
  demoted: { role: "teacher" },
  assistant: { role: "assistant" },
  coTeacher: { role: "teacher" },
  removedTeacher: { role: "teacher", left: true },
  principal: { role: "teacher" },
}

/** Puts everybody into the class as `standings` says; the teacher who made it is in it already. */
async function enrolAll(classId: string, people: Members): Promise<Record<Actor, string>> {
  const ids: Partial<Record<Actor, string>> = {}
  for (const [actor, { role, state = "active", left }] of Object.entries(standings) as [Actor, Standing][]) {
    const leftAt = left ? new Date() : null
    ids[actor] = (await enrol(classId, people[actor].id, role, { state, leftAt })).id
  }
  return ids as Record<Actor, string>
}

/** A lesson of the teacher's with an item of each kind, two of them for graders. */
async function makeQuizLesson(teacherId: string, shared: boolean) {
  const lesson = await makeLesson(teacherId, { shared, prompts: ["Is it neutral?", "Who gains by it?"] })
  const sentenceIds = lesson.sentences.map(({ id }) => id)
  const items = await storeItems(lesson, [...quizItems(sentenceIds, firstKey), ...longItems()], teacherId)
  return { lesson, sentenceIds, items }
}

/** A class with its people, lessons and groups, before anything is assigned. */
export async function makeRoom(prefix: string) {
  const people = await makePeople(prefix)
  const teacher = people.teacher
  const room = await makeClass(teacher.id, { name: `Class ${prefix}` })
  const enrolments = await enrolAll(room.id, people)
  const assigned = await makeQuizLesson(teacher.id, false)
  const shared = await makeQuizLesson(teacher.id, true)
  const draft = await makeLesson(teacher.id, { title: "Draft", prompts: ["What is left out?"] })
  const draftItem = await makeItem(draft, teacher.id)
  const earlier = await makeEarlierVersion(draft.lessonVersionId, draftItem)
  const reading = await makeReading(teacher.id)
  const groups = [newId(), newId()] as const
  for (const [at, id] of groups.entries())
    await database().group.create({ data: { id, classId: room.id, name: `${prefix} ${at}` } })
  await database().groupMember.create({ data: { groupId: groups[0], enrolmentId: enrolments.classmate } })
  const undo = { before: [], change: "made", at: new Date() }
  await database().groupUndo.create({ data: { classId: room.id, ...undo } })
  const watchWordId = await makeWatchWord(room.id, teacher.id)
  const schoolWordId = await makeWatchWord(null, people.administrator.id)
  const bankCommentId = newId()
  await database().bankComment.create({ data: { id: bankCommentId, userId: teacher.id, body: "Say more." } })
  // Everybody else's place in the class, for what needs somebody who is not in it.
  const exported = await exportLesson(await viewerFor(teacher), shared.lesson.lessonId)
  const newcomer = await makeUser("assistant", { displayName: `${prefix} newcomer` })
  return {
    prefix,
    people,
    class: room,
    enrolments,
    ...assigned,
    shared,
    draft: { ...draft, itemId: draftItem.itemId, earlierVersionId: earlier },
    reading,
    groups,
    watchWordId,
    schoolWordId,
    bankCommentId,
    newcomer,
    lessonFile: exported.ok ? exported.value.text : "",
  }
}

export type Room = Awaited<ReturnType<typeof makeRoom>>

async function makeWatchWord(classId: string | null, createdById: string): Promise<string> {
  const id = v4()
  await database().watchWord.create({ data: { id, classId, word: `word${id.slice(0, 8)}`, createdById } })
  return id
}

/** A version of the item that stands in no version of the lesson any more. */
async function makeEarlierVersion(lessonVersionId: string, item: { itemId: string; itemVersionId: string }) {
  const former = await database().itemVersion.findUniqueOrThrow({ where: { id: item.itemVersionId } })
  const key = await database().itemKey.findFirstOrThrow({ where: { itemVersionId: former.id } })
  const id = newId()
  const { createdAt: _, ...same } = former
  await database().itemVersion.create({
    data: { ...same, id, number: 2, prompt: "And now?", content: former.content ?? {} },
  })
  await database().itemKey.create({
    data: {
      id: newId(),
      itemVersionId: id,
      keyRevision: 1,
      key: key.key ?? {},
      createdById: key.createdById,
    },
  })
  const place = { lessonVersionId_position: { lessonVersionId, position: 1 } }
  await database().lessonVersionItem.update({ where: place, data: { itemVersionId: id } })
  return former.id
}

/** The room as the factories of quizzes know one. */
export const quizOf = (room: Room, assignment: Quiz["assignment"]): Quiz =>
  ({
    class: room.class,
    teacher: room.people.teacher,
    assistant: room.people.assistant,
    students: [room.people.student, room.people.classmate],
    enrolments: [{ id: room.enrolments.student }, { id: room.enrolments.classmate }],
    lesson: room.lesson,
    sentenceIds: room.sentenceIds,
    items: room.items,
    assignment,
  }) as unknown as Quiz
