import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { knowsWriters, type PostNames } from "@/lib/discussion/names/names-shown"
import { fraction } from "@/lib/quiz/fraction"
import { buildGradebook } from "@/lib/results/gradebook/build-gradebook"
import {
  buildStudentReport,
  type OverrideEntry,
  type StepsFacts,
  type StudentDetails,
  type StudentReport,
} from "@/lib/results/gradebook/build-student-report"
import type { Score } from "@/lib/results/gradebook/cell-standing"
import { cellKey, type GradebookFacts } from "@/lib/results/gradebook/gradebook-facts"
import {
  findCellRows,
  findStudentRows,
  type HistoryRow,
  type StepRow,
  type StudentRows,
} from "@/lib/results/server/gradebook-store"
import { type ClassGradebook, factsOf, termsOf } from "@/lib/results/server/load-gradebook"

export type ClassStudentReport = Pick<ClassGradebook, "room" | "terms" | "rail" | "may"> & {
  report: StudentReport
}

/** One student over all assignments of a class, for its staff. Refused as the gradebook is; "missing" also: no such student. */
export async function loadStudentReport(
  viewer: Viewer,
  { classId, enrolmentId, now }: { classId: string; enrolmentId: string; now: Date },
): Promise<Decision<ClassStudentReport>> {
  const rows = await findStudentRows(viewer.userId, classId, enrolmentId)
  return reportOf(viewer, rows, { enrolmentId, now })
}

/** The same of one assignment alone, for the window over the gradebook. */
export async function loadCellReport(
  viewer: Viewer,
  cell: { classId: string; enrolmentId: string; assignmentId: string },
  now: Date,
): Promise<Decision<ClassStudentReport>> {
  const found = reportOf(viewer, await findCellRows(viewer.userId, cell), { ...cell, now })
  if (found.ok && found.value.report.works.length === 0) return refuse("missing", "results.noAssignment")
  return found
}

function reportOf(
  viewer: Viewer,
  rows: StudentRows | null,
  { enrolmentId, now }: { enrolmentId: string; now: Date },
): Decision<ClassStudentReport> {
  if (!rows) return refuse("missing", "results.noClass")
  const facts = { classRole: rows.role }
  if (!can(viewer, "results.see", facts)) return refuse("forbidden", "results.staffOnly")
  const stored = factsOf(rows, viewer.school.timeZone)
  const book = buildGradebook(stored, now)
  const seesWriters: SeesWriters = (postNames) => knowsWriters(postNames, can(viewer, "alias.reveal", facts))
  const report = buildStudentReport(book, enrolmentId, detailsOf(rows, { stored, enrolmentId, seesWriters }))
  if (!report) return refuse("missing", "results.noStudent")
  return allow({
    room: { classId: rows.classId, publicId: rows.publicId, name: rows.name, archived: rows.archived },
    terms: termsOf(rows),
    rail: rows.rail,
    may: { edit: can(viewer, "gradebook.edit", facts), export: can(viewer, "export", facts) },
    report,
  })
}

type DetailsCall = { stored: GradebookFacts; enrolmentId: string; seesWriters: SeesWriters }

function detailsOf(rows: StudentRows, { stored, enrolmentId, seesWriters }: DetailsCall): StudentDetails {
  const { works, cells } = stored
  const idOf = (work: number) => works[work]?.assignmentId ?? ""
  const reasons = new Map(rows.exceptions.map(([, work, , , , reason]) => [work, reason]))
  return {
    steps: new Map(rows.steps.map((step) => [idOf(step.work), stepsOf(step, seesWriters)])),
    answers: rows.answers.map(
      ({ work, number, position, skills, credited, numerator, denominator, comment }) => ({
        assignmentId: idOf(work),
        number,
        position,
        skills,
        comment,
        share: credited ? fraction(1, 1) : scoreOf(numerator, denominator),
      }),
    ),
    history: rows.history.map((row) => ({ assignmentId: idOf(row.work), ...entryOf(row) })),
    terms: new Map(
      works.map((work, at) => {
        const dueAt = cells.get(cellKey(enrolmentId, work.assignmentId))?.dueAt ?? work.dueAt
        return [work.assignmentId, { dueAt, excuseReason: reasons.get(at) ?? null }]
      }),
    ),
  }
}

const scoreOf = (numerator: number | null, denominator: number | null) =>
  numerator === null || denominator === null ? null : fraction(numerator, denominator)

/** Where pseudonyms hide who wrote, nothing of it leaves: no number, no "done", not the step that opens with a post. */
function stepsOf(row: StepRow, seesWriters: SeesWriters): StepsFacts {
  const hidesWriting = !seesWriters(row.postNames)
  const shown = hidesWriting ? NOTHING_WRITTEN : row
  return {
    stance: row.hasStance ? row.momentsGiven.includes("before_reading") : null,
    read: row.readingFinished ? "done" : row.readingStarted ? "begun" : "no",
    discuss: row.promptCount > 0 && !hidesWriting ? row.posts + row.replies > 0 : null,
    reflect: row.hasStance && !hidesWriting ? row.momentsGiven.includes("after_discussion") : null,
    hidesWriting: hidesWriting && row.promptCount > 0,
    posts: shown.posts,
    replies: shown.replies,
    citations: shown.citations,
    restatements: shown.restatements,
  }
}

const NOTHING_WRITTEN = { posts: 0, replies: 0, citations: 0, restatements: 0 }

type SeesWriters = (postNames: PostNames) => boolean

const entryOf = ({ id, at, by, reason, reasonShown, from, to }: HistoryRow): OverrideEntry => ({
  id,
  at: new Date(at),
  by: by ?? "",
  reason,
  reasonShown,
  from: pointsOf(from),
  to: pointsOf(to),
})

function pointsOf([numerator, denominator, possible]: HistoryRow["to"]): Score | null {
  const earned = scoreOf(numerator, denominator)
  return earned && possible !== null ? { earned, possible } : null
}
