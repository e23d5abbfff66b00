import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { knowsWriters } from "@/lib/discussion/names/names-shown"
import type { RevisionView } from "@/lib/reading/sentences"
import { loadRevision } from "@/lib/reading/server/load-revision"
import { analyseQuiz, type ItemAnalysis } from "@/lib/results/analysis/analyse-items"
import type { QuizFigures } from "@/lib/results/analysis/measure-quiz"
import { type Handwork, handworkOf } from "@/lib/results/grading/handwork"
import { buildGrid, type Grid } from "@/lib/results/grid/build-grid"
import type { HardPlaces } from "@/lib/results/misread/build-misread"
import type { AnswerFacts, AppealFacts, ItemFacts } from "@/lib/results/results-facts"
import type { StudentAnswer } from "@/lib/results/server/answer-rows"
import type { RailClass } from "@/lib/results/server/gradebook-store"
import { loadResultsRow } from "@/lib/results/server/kept-results"
import { itemFactsOf, type ResultsAssignment, type ResultsRow } from "@/lib/results/server/store"

export type AssignmentResults = {
  assignment: ResultsAssignment
  revision: RevisionView
  /** The viewer's classes. */
  rail: RailClass[]
  grid: Grid
  /** With their keys: for staff of the class alone. */
  items: ItemFacts[]
  analyses: ItemAnalysis[]
  /** The quiz as a whole: the statistics of the analyses' own people. */
  quiz: QuizFigures
  answers: StudentAnswer[]
  /** Of every attempt that may count. */
  considered: AnswerFacts[]
  appeals: AppealFacts[]
  /** What grading by hand leaves to do besides grading. */
  handwork: Handwork
  /** Counts of three students and more. */
  hardPlaces: HardPlaces
  /** Students in the class whose attempt is finished: whom the statistics are of. */
  finishers: string[]
  may: {
    release: boolean
    edit: boolean
    export: boolean
    grade: boolean
    decideAppeals: boolean
    /** Which posts are whose. */
    seeNames: boolean
    /** One name at a time, for a reason. */
    openNames: boolean
  }
}

/**
 * The results of one assignment, for staff of its class: the grid, the items and how they did. Screens and files
 * are both made of this. "missing" to whoever is not in the class, "forbidden" to its students.
 */
export async function loadResults(
  viewer: Viewer,
  assignmentId: string,
): Promise<Decision<AssignmentResults>> {
  if (!validate(assignmentId)) return refuse("missing", "results.noAssignment")
  const loaded = await loadResultsRow(viewer.userId, assignmentId)
  if (!loaded) return refuse("missing", "results.noAssignment")
  const { row, rail } = loaded
  const facts = { classRole: row.classRole }
  if (!can(viewer, "results.see", facts)) return refuse("forbidden", "results.staffOnly")
  const seeNames = knowsWriters(row.assignment.postNames, can(viewer, "alias.reveal", facts))
  const revision = await loadRevision(row.assignment.revisionId)
  if (!revision) throw new Error(`Revision ${row.assignment.revisionId} is gone`)
  return allow({
    ...madeOf(row, revision, !seeNames),
    assignment: row.assignment,
    revision,
    rail,
    considered: row.considered,
    appeals: can(viewer, "appeal.see", facts) ? row.appeals : [],
    hardPlaces: row.hardPlaces,
    may: {
      release: can(viewer, "assignment.release", facts),
      edit: can(viewer, "assignment.edit", facts),
      export: can(viewer, "export", facts),
      grade: can(viewer, "results.grade", facts),
      decideAppeals: can(viewer, "appeal.decide", facts),
      seeNames,
      openNames: row.assignment.postNames === "sealed" && can(viewer, "name.open", facts),
    },
  })
}

type Made = Pick<
  AssignmentResults,
  "items" | "answers" | "finishers" | "grid" | "analyses" | "quiz" | "handwork"
>

/** By row, which is the very same as long as nothing has changed, then by what else it is made with: a revision never changes. */
const made = new WeakMap<ResultsRow, Map<boolean, Made>>()

/** The grid and the statistics of a row, made once. */
function madeOf(row: ResultsRow, revision: RevisionView, hidesWriting: boolean): Made {
  const known = made.get(row) ?? new Map<boolean, Made>()
  const found = known.get(hidesWriting) ?? make(row, revision, hidesWriting)
  made.set(row, known.set(hidesWriting, found))
  return found
}

function make(row: ResultsRow, revision: RevisionView, hidesWriting: boolean): Made {
  const items = row.items.map(itemFactsOf)
  const { students, answers } = row
  const finished = students.filter((student) => student.attempt?.state === "submitted" && !student.hasLeft)
  const finishers = finished.map(({ enrolmentId, attempt }) => ({
    enrolmentId,
    itemIds: attempt?.itemIds ?? null,
  }))
  const analysis = analyseQuiz({ items, answers, finishers })
  return {
    items,
    answers,
    finishers: finished.map(({ enrolmentId }) => enrolmentId),
    grid: buildGrid({
      students,
      items,
      answers,
      sentenceCount: revision.sentences.length,
      hidesWriting,
    }),
    analyses: analysis.items,
    quiz: analysis.quiz,
    handwork: handworkOf(row),
  }
}
