import "server-only"
import { attachEvidence } from "@/lib/lesson/attach-evidence"
import { makeAnswers } from "@/lib/lesson/content/demonstration-answers"
import type { DemonstrationStudent } from "@/lib/lesson/content/demonstration-class"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { type MadeAnswer, responseOf } from "@/lib/lesson/content/made-answer"
import { seededRandom } from "@/lib/lesson/content/seeded-random"
import { ownTerms } from "@/lib/lesson/own-terms"
import type { DemonstrationStudentRow } from "@/lib/lesson/server/enrol-demonstration"
import { database } from "@/lib/platform/database"
import type { Assignment, Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { type DrawnItem, drawItems } from "@/lib/quiz/draw-items"
import { attemptDeadline } from "@/lib/quiz/own-deadline"
import { closeAttempt, lockAttempt } from "@/lib/quiz/server/close-attempt"
import { insertAttempt } from "@/lib/quiz/server/start-store"
import type { SentenceView } from "@/lib/reading/sentences"

export type Sitting = {
  assignment: Assignment
  sentences: readonly SentenceView[]
  student: DemonstrationStudentRow
  made: DemonstrationStudent
  startedAt: Date
  now: Date
}

const MINUTE = 60_000
/** Minutes between two answers. */
const PACE = 2
/** Who is still in the quiz has come so far. */
const ANSWERED_SO_FAR = 7

/**
 * One student's quiz: the attempt with its pins, the answers as they were saved, and the closing with its scoring, by
 * the same statements as a real one. Who has an attempt already keeps it.
 */
export async function sitDemonstrationQuiz(sitting: Sitting): Promise<void> {
  const { assignment, student, made } = sitting
  const inQuiz = made.stage === "quizOpen"
  // The one who is in the quiz is in it now, not the day before yesterday.
  const startedAt = inQuiz ? new Date(sitting.now.getTime() - 15 * MINUTE) : sitting.startedAt
  const seed = 1 + Math.floor(seededRandom(`sitting of ${made.userName}`)() * 2_147_483_646)
  const pins = await loadPins(assignment.lessonVersionId, seed)
  const attempt = {
    id: newId(),
    assignmentId: assignment.id,
    enrolmentId: student.enrolmentId,
    number: 1,
    startedAt,
    deadlineAt: ownDeadline(sitting, startedAt),
    graceMinutes: 0,
    actorId: student.viewer.userId,
    classId: assignment.classId,
    seed,
    pins: pins.map(({ content: _, ...pin }) => pin),
  }
  if (!(await insertAttempt(attempt))) return
  const answers = makeAnswers(fakeNeutrality.items, made.care, seededRandom(`work of ${made.userName}`))
  const given = inQuiz ? answers.slice(0, ANSWERED_SO_FAR) : leaveBlank(answers, made)
  await keepAnswers(sitting, { attemptId: attempt.id, startedAt, pins, answers: given })
  if (!inQuiz)
    await handIn(attempt.id, student, new Date(startedAt.getTime() + (given.length * PACE + 1) * MINUTE))
}

type StoredPin = DrawnItem & { content: unknown }

async function loadPins(lessonVersionId: string, seed: number): Promise<StoredPin[]> {
  const rows = await database().lessonVersionItem.findMany({
    where: { lessonVersionId },
    orderBy: { position: "asc" },
    include: { itemVersion: { select: { itemId: true, content: true } } },
  })
  const items = rows.map(({ itemVersionId, itemVersion: { itemId } }) => ({
    itemId,
    itemVersionId,
    poolId: null,
    draw: null,
  }))
  const contents = new Map(rows.map(({ itemVersionId, itemVersion }) => [itemVersionId, itemVersion.content]))
  const drawn = drawItems(items, { seed, shuffleItems: false, shuffleOptions: true })
  return drawn.map((pin) => ({ ...pin, content: contents.get(pin.itemVersionId) }))
}

function ownDeadline({ assignment, made }: Sitting, startedAt: Date): Date {
  const multiplier = {
    timeMultiplier: made.timeMultiplier ?? 1,
    extraMinutes: 0,
    noTimeLimit: false,
    extraAttempts: 0,
    extraDays: 0,
    timeZone: "UTC",
  }
  const own = ownTerms(assignment, multiplier, null)
  return attemptDeadline(startedAt, own.timeLimitMinutes, own.closesAt)
}

/** One in three leaves an item out, as happens. */
function leaveBlank(answers: MadeAnswer[], { userName }: DemonstrationStudent): MadeAnswer[] {
  const random = seededRandom(`blanks of ${userName}`)
  if (random() > 1 / 3) return answers
  const left = Math.floor(random() * answers.length)
  return answers.filter((_, at) => at !== left)
}

type Answers = { attemptId: string; startedAt: Date; pins: StoredPin[]; answers: MadeAnswer[] }

async function keepAnswers(
  { sentences }: Sitting,
  { attemptId, startedAt, pins, answers }: Answers,
): Promise<void> {
  const attach = (phrases: string[]) => attachEvidence(phrases, sentences)?.sentenceIds ?? []
  const rows = answers.map((answer, at) => {
    const place = fakeNeutrality.items.findIndex((item) => item.slug === answer.slug)
    const pin = pins[place]
    if (!pin) throw new Error(`The installed lesson has no item ${place + 1}`)
    const value = responseOf(answer, pin.content, attach) as Prisma.InputJsonValue
    const savedAt = new Date(startedAt.getTime() + (at + 1) * PACE * MINUTE)
    return { attemptId, itemId: pin.itemId, saveNumber: 1, value, savedAt }
  })
  await database().$transaction([
    database().response.createMany({ data: rows }),
    database().responseSave.createMany({ data: rows }),
  ])
}

async function handIn(
  attemptId: string,
  { viewer }: DemonstrationStudentRow,
  submittedAt: Date,
): Promise<void> {
  await database().$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId)
    if (attempt)
      await closeAttempt(tx, attempt, {
        endedBy: "student",
        submittedAt,
        actorId: viewer.userId,
        submitKey: null,
      })
  })
}
