import { GET as resultsXlsx } from "@/app/api/assignments/[assignmentId]/results.xlsx/route"
import { GET as scoresCsv } from "@/app/api/assignments/[assignmentId]/scores.csv/route"
import { GET as reportPdf } from "@/app/api/assignments/[assignmentId]/students/[enrolmentId]/report.pdf/route"
import { GET as classZip } from "@/app/api/classes/[classId]/export.zip/route"
import { GET as gradebookCsv } from "@/app/api/classes/[classId]/gradebook.csv/route"
import { GET as studentCsv } from "@/app/api/classes/[classId]/students/[enrolmentId]/report.csv/route"
import { GET as lessonFile } from "@/app/api/lessons/[lessonId]/file/route"
import { GET as lessonQuiz } from "@/app/api/lessons/[lessonId]/quiz/route"
import type { Viewer } from "@/lib/access/viewer"
import { loadHome } from "@/lib/lesson/server/load-home"
import { makeAppeal } from "@/lib/lesson/server/make-appeal"
import { replyToGrade } from "@/lib/lesson/server/reply-to-grade"
import { startPractice } from "@/lib/lesson/server/start-practice"
import { newRandomId } from "@/lib/platform/ids"
import { loadSitting } from "@/lib/quiz/server/load-sitting"

/** A student's place in an assignment, and when. */
export type QuizLooking = {
  assignmentId: string
  enrolmentId: string
  classId: string
  lessonId: string
  itemIds: readonly string[]
  cookie: string
  now: Date
}

/** Every byte about a quiz that a student's programs can get beside its pages: what pages are made of, files, refusals. */
export async function quizEyesOf(viewer: Viewer, at: QuizLooking): Promise<string> {
  const { assignmentId, enrolmentId, now } = at
  return JSON.stringify([
    await loadSitting(assignmentId, enrolmentId, now),
    await loadHome(viewer, now),
    await pressesOf(viewer, at),
    await filesOf(at),
  ])
}

/** What is answered to a student who asks for what comes with the results. */
async function pressesOf(viewer: Viewer, { assignmentId, itemIds, now }: QuizLooking): Promise<unknown[]> {
  const seen: unknown[] = []
  for (const kind of ["retry", "one_week", "three_weeks"] as const)
    seen.push(await startPractice(viewer, { assignmentId, kind }, now))
  for (const itemId of itemIds) {
    const words = { assignmentId, itemId }
    seen.push(await makeAppeal(viewer, { ...words, reason: "I think that this is wrong, because." }, now))
    seen.push(await replyToGrade(viewer, { ...words, id: newRandomId(), body: "Why?" }, now))
  }
  return seen
}

/** Staff's files, asked for by a student. */
async function filesOf(at: QuizLooking): Promise<unknown[]> {
  const { assignmentId, enrolmentId, classId, lessonId, cookie } = at
  const params = Promise.resolve({ assignmentId, enrolmentId, classId, lessonId })
  const seen: unknown[] = []
  for (const file of [
    resultsXlsx,
    scoresCsv,
    reportPdf,
    classZip,
    gradebookCsv,
    studentCsv,
    lessonFile,
    lessonQuiz,
  ]) {
    const request = new Request("http://school.test/?shape=canvas&format=gift", { headers: { cookie } })
    const reply = await file(request, { params })
    seen.push([reply.status, [...reply.headers], await reply.text()])
  }
  return seen
}
