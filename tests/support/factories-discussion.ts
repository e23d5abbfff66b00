import { database, type Transaction } from "@/lib/platform/database"
import type { Assignment, Enrolment, Move, PostState, Stance, User } from "@/lib/platform/generated/client"
import { newId, newRandomId } from "@/lib/platform/ids"
import { enrol, makeClass, makeUser } from "./factories"
import { makeAssignment, makeLesson } from "./factories-lesson"

// Straight to the tables, as in factories.ts.

type DiscussionOptions = {
  students?: number
  prompts?: string[]
  stanceStatement?: string | null
  assignment?: Partial<Assignment>
}

export type Student = { user: User; enrolment: Enrolment }

/** A class with a teacher and students, given a lesson with prompts: nobody has read, posted or taken a stance. */
export async function makeDiscussion(options: DiscussionOptions = {}) {
  const teacher = await makeUser("teacher", { displayName: "Ms Lindqvist" })
  const room = await makeClass(teacher.id)
  const { prompts, stanceStatement } = options
  const lesson = await makeLesson(teacher.id, { prompts, stanceStatement })
  const where = { classId: room.id, lessonVersionId: lesson.lessonVersionId, createdById: teacher.id }
  const assignment = await makeAssignment(where, options.assignment)
  const students: Student[] = []
  for (let count = 0; count < (options.students ?? 2); count += 1) students.push(await makeStudent(room.id))
  const asked = await database().prompt.findMany({
    where: { lessonVersionId: lesson.lessonVersionId },
    orderBy: { position: "asc" },
  })
  return { teacher, class: room, lesson, assignment, students, prompts: asked, sentences: lesson.sentences }
}

export async function makeStudent(classId: string): Promise<Student> {
  const user = await makeUser("student")
  return { user, enrolment: await enrol(classId, user.id) }
}

/** The student has opened the text. */
export async function openText(assignmentId: string, enrolmentId: string): Promise<void> {
  await database().readingProgress.create({ data: { assignmentId, enrolmentId } })
}

type ThreadAt = { assignmentId: string; promptId: string; groupId?: string | null }

export async function makeThread({ assignmentId, promptId, groupId = null }: ThreadAt): Promise<string> {
  const at = { assignmentId, promptId, groupId }
  const found = await database().thread.findFirst({ where: at })
  return (found ?? (await database().thread.create({ data: { id: newId(), ...at } }))).id
}

type AliasPlace = { assignmentId: string; promptId: string; enrolmentId: string }

/** A pseudonym of a given name, so that two databases can be made alike. */
export async function makeAlias(at: AliasPlace, name: string): Promise<string> {
  const { assignmentId, promptId, enrolmentId } = at
  const where = { assignmentId_enrolmentId_promptId: { assignmentId, enrolmentId, promptId } }
  const create = { id: newRandomId(), assignmentId, promptId, enrolmentId, name }
  return (await database().postAlias.upsert({ where, create, update: {} })).id
}

type PostOptions = {
  alias?: string
  parentId?: string | null
  move?: Move
  side?: "agree" | "between" | "disagree" | null
  body?: string
  state?: PostState
  publicId?: string
  createdAt?: Date
  cites?: { sentenceId: string; revisionId: string; quote: string }[]
  /** What it says that its parent says; a reply that only restates says it with its body. */
  restatement?: MadeWording | MadeWording[]
}

/** Words, and what came of them. */
type MadeWording = {
  body: string
  answer?: "yes" | "not_quite"
  meant?: string
  ruling?: "fair" | "unfair"
  ruledById?: string
}

const wordingRow = (made: MadeWording, at: number, when = new Date()) => {
  const { body, answer = null, meant = null, ruling = null, ruledById = null } = made
  const said = { answer, meant, meantHtml: meant && `<p>${meant}</p>`, answeredAt: answer && when }
  const ruled = { ruling, ruledById, ruledAt: ruling && when }
  return { number: at + 1, body, html: `<p>${body}</p>`, createdAt: when, ...said, ...ruled }
}

/** A post that stands. Its author's pseudonym is made where it is missing. */
export async function makePost(at: ThreadAt & { enrolmentId: string }, options: PostOptions = {}) {
  const { alias, cites = [], parentId = null, restatement, ...rest } = options
  const threadId = await makeThread(at)
  const aliasId = await makeAlias(at, alias ?? `Test ${at.enrolmentId}`)
  const increment = { data: { lastSeq: { increment: 1 } }, select: { lastSeq: true } }
  const { lastSeq: seq } = await database().thread.update({ where: { id: threadId }, ...increment })
  const ids = { id: newId(), publicId: newRandomId(), clientKey: newRandomId() }
  const body = rest.body ?? "I think he is right."
  const move = rest.move ?? (parentId ? "challenge" : "claim")
  const restated = restatement ?? (move === "restate" && parentId ? { body } : [])
  const wordings = { create: [restated].flat().map((one, index) => wordingRow(one, index, rest.createdAt)) }
  const citations = { create: cites.map((cite, index) => ({ ...cite, position: index + 1 })) }
  return database().post.create({
    data: {
      ...ids,
      html: `<p>${body}</p>`,
      ...rest,
      move,
      body,
      threadId,
      seq,
      parentId,
      aliasId,
      citations,
      wordings,
    },
  })
}

type StanceOptions = Pick<Stance, "moment" | "position"> & Partial<Omit<Stance, "subjectId">>

/** A stance that was taken; a position of null prefers not to say. */
export async function makeStance(at: { userId: string; assignmentId: string }, stance: StanceOptions) {
  const where = { userId_assignmentId: at }
  const subject = await database().stanceSubject.upsert({
    where,
    create: { id: newRandomId(), ...at },
    update: {},
  })
  const confidence = stance.position === null ? null : (stance.confidence ?? 2)
  return database().stance.create({ data: { subjectId: subject.id, ...stance, confidence } })
}

/** Makes a summary of the class as whoever makes it does: under the lock that decides which stances come before it. */
export async function makeSummary(tx: Transaction, assignmentId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE id = ${assignmentId}::uuid FOR UPDATE`
  const between = { fromMoment: "before_reading", toMoment: "after_reading" } as const
  await tx.stanceSummary.create({ data: { assignmentId, ...between, summary: {} } })
}

/** A thread of many posts by everybody in turn: conversations of four, a post and three answers to it. */
export async function makeLongThread(
  at: { assignmentId: string; promptId: string },
  students: readonly Student[],
  count: number,
) {
  const aliases = await Promise.all(
    students.map(({ enrolment }, index) =>
      makeAlias({ ...at, enrolmentId: enrolment.id }, `Test Heron ${index}`),
    ),
  )
  const threadId = await makeThread(at)
  const posts = Array.from({ length: count }, (_, index) => {
    const body = `Post ${index + 1}, one of many that say something about the text and what follows from it.`
    return {
      id: newId(),
      publicId: newRandomId(),
      clientKey: newRandomId(),
      threadId,
      seq: index + 1,
      aliasId: aliases[index % aliases.length] ?? "",
      move: index % 4 === 0 ? ("claim" as const) : ("challenge" as const),
      body,
      html: `<p dir="auto">${body}</p>`,
    }
  })
  const parents = posts.map((_, index) => (index % 4 === 0 ? null : (posts[index - (index % 4)]?.id ?? null)))
  await database().post.createMany({
    data: posts.map((post, index) => ({ ...post, parentId: parents[index] ?? null })),
  })
  await database().thread.update({ where: { id: threadId }, data: { lastSeq: count } })
  return posts
}
