import { displayPoints } from "@/lib/quiz/score-display"
import type { ReportWork, StepsFacts } from "./build-student-report"
import type { Score, StandingKind } from "./cell-standing"
import type { Override } from "./gradebook-facts"

export type ScoreView = { score: string; possible: number }
export type StepView = {
  step: "stance" | "read" | "quiz" | "discuss" | "reflect"
  state: "done" | "begun" | "notDone"
}

/** One cell in full, as text for the window over the gradebook. */
export type CellView = {
  name: string
  title: string
  kind: StandingKind
  score: ScoreView | null
  computed: ScoreView | null
  isSet: boolean
  isDropped: boolean
  possible: number
  due: string
  handedIn: string | null
  lateDays: number
  latePercent: number
  excuseReason: string | null
  steps: StepView[]
  posts: number
  replies: number
  history: EntryView[]
  /** The newest row of the history, that a change is based on; null: none. */
  basedOn: string | null
  mayEdit: boolean
}

export type EntryView = {
  id: string
  at: string
  by: string
  reason: string
  reasonShown: boolean
  from: ScoreView | null
  /** Null: taken back. */
  to: ScoreView | null
}

type CellCall = { name: string; mayEdit: boolean; when: (instant: Date) => string }

export function cellView(one: ReportWork, { name, mayEdit, when }: CellCall): CellView {
  const { work, standing, steps } = one
  return {
    name,
    title: work.title,
    kind: standing.kind,
    score: standing.score && scoreView(standing.score),
    computed: standing.computed && scoreView(standing.computed),
    isSet: standing.override !== null,
    isDropped: one.isDropped,
    possible: work.possible,
    due: when(one.dueAt),
    handedIn: standing.submittedAt && when(standing.submittedAt),
    lateDays: standing.lateDays,
    latePercent: standing.latePercent,
    excuseReason: one.excuseReason,
    steps: steps ? stepViews(steps, standing.kind, standing.submittedAt !== null) : [],
    posts: steps?.posts ?? 0,
    replies: steps?.replies ?? 0,
    history: one.history.map(({ at, from, to, ...entry }) => ({
      ...entry,
      at: when(at),
      from: from && scoreView(from),
      to: to && scoreView(to),
    })),
    basedOn: one.history[0]?.id ?? null,
    mayEdit,
  }
}

export const scoreView = ({ earned, possible }: Score | Override): ScoreView => ({
  score: displayPoints(earned),
  possible,
})

function stepViews(steps: StepsFacts, kind: StandingKind, isHandedIn: boolean): StepView[] {
  const state = (done: boolean): StepView["state"] => (done ? "done" : "notDone")
  // Who has handed in has read as far as they wanted to: the grid of the assignment says so too.
  const read = isHandedIn || steps.read === "done" ? "done" : steps.read === "begun" ? "begun" : "notDone"
  const quiz = isHandedIn ? "done" : kind === "underWay" && steps.read !== "begun" ? "begun" : "notDone"
  return [
    ...(steps.stance === null ? [] : [{ step: "stance" as const, state: state(steps.stance) }]),
    { step: "read", state: read },
    { step: "quiz", state: quiz },
    ...(steps.discuss === null ? [] : [{ step: "discuss" as const, state: state(steps.discuss) }]),
    ...(steps.reflect === null ? [] : [{ step: "reflect" as const, state: state(steps.reflect) }]),
  ]
}
