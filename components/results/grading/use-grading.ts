"use client"

import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { type GradingPlace, useGradeDraft } from "@/components/results/grading/use-grade-draft"
import type { ActionResult } from "@/components/ui/action-form"
import { type Grade, levelGiven, type Rubric } from "@/lib/quiz/rubric"

/** A grade that is kept. `at` is ISO. */
export type StandingGrade = Grade & { scoringId: string; by: string; at: string }

export type GradeResult = ActionResult<
  | { outcome: "saved"; scoringId: string }
  | { outcome: "second"; agrees: boolean }
  | { outcome: "overtaken"; theirs: StandingGrade }
  | { outcome: "changed" }
>

export type GradeActions = {
  /** Where the next answer is opened after it. */
  save: (input: unknown) => Promise<GradeResult>
  /** Where the same answer stays open. */
  saveHere: (input: unknown) => Promise<GradeResult>
  /** Brings the page as it now stands. */
  bring: (input: unknown) => Promise<ActionResult<unknown>>
}

/** What was begun, as the page brought it. */
export type BroughtDraft = {
  number: number
  grade: Grade | null
  basedOn: string | null
  savedAt: string
} | null

export type GradingOf = {
  place: GradingPlace
  rubric: Rubric
  /** Of an answer to a question: the one on the screen, and what was begun. Null for what is no answer. */
  answer: { saveNumber: number | null; draft: BroughtDraft } | null
  given: StandingGrade | null
  nextHref: string | null
  actions: GradeActions
}

/** One grade being given. */
export function useGrading({ place, rubric, answer, given, nextHref, actions }: GradingOf) {
  const router = useRouter()
  const { saver, content, state, savedAt } = useGradeDraft(
    place,
    startOf(answer?.draft ?? null),
    answer !== null,
  )
  const [isSaved, setSaved] = useState(false)
  const [refusal, setRefusal] = useState<{ message: string; field?: string } | null>(null)
  const [theirs, setTheirs] = useState<StandingGrade | null>(null)
  const [isChanged, setChanged] = useState(false)
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  // Until the page brings it: what was given a moment ago.
  const [kept, setKept] = useState<{ grade: Grade; since: string | null } | null>(null)
  const standing = given?.scoringId ?? null
  const rest = kept && kept.since === standing ? kept.grade : ofRubric(rubric, given)
  const shown = content ?? { ...rest, basedOn: standing }
  const change = (part: Partial<Grade>) => {
    saver.change({ ...shown, ...part })
    setSaved(false)
  }
  const save = async (grade: Grade = shown, basedOn = shown.basedOn) => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    const draftNumber = saver.handOver()
    const levels = ownLevels(rubric, grade.levels)
    const ofAnswer = answer && { saveNumber: answer.saveNumber, draftNumber }
    const sent = { ...place, levels, comment: grade.comment, basedOn, ...ofAnswer }
    try {
      const result = await (nextHref ? actions.save : actions.saveHere)(sent)
      await settle(result, { levels, comment: grade.comment })
    } finally {
      // Not given: what was typed stays a draft, under a number of its own.
      const typed = saver.read().content
      if (saver.isHandedOver && typed) saver.change(typed)
      busy.current = false
      setPending(false)
    }
  }
  const settle = async (result: GradeResult, grade: Grade) => {
    const outcome = result.ok ? result.value.outcome : null
    setRefusal(result.ok ? null : result)
    setChanged(outcome === "changed")
    if (!result.ok) return
    if (result.value.outcome === "overtaken") setTheirs(result.value.theirs)
    if (outcome === "changed") await actions.bring({ assignmentId: place.assignmentId })
    if (outcome !== "saved" && outcome !== "second") return
    const typedSince = saver.isHandedOver ? null : saver.read().content
    const basedOn = result.value.outcome === "saved" ? result.value.scoringId : null
    if (typedSince) saver.change({ ...typedSince, basedOn })
    else saver.given()
    setKept({ grade, since: standing })
    setTheirs(null)
    setSaved(true)
    if (nextHref) router.push(nextHref)
  }
  const drop = () => {
    saver.drop()
    setTheirs(null)
    setRefusal(null)
  }
  const keepTheirs = async () => {
    drop()
    await actions.bring({ assignmentId: place.assignmentId })
  }
  return {
    ...{ levels: shown.levels, comment: shown.comment },
    ...{ isBegun: content !== null, draftState: state, savedAt },
    ...{ isSaved, refusal, theirs, isChanged, pending },
    ...{ change, save, drop, keepTheirs },
  }
}

const startOf = (draft: BroughtDraft) => ({
  number: draft?.number ?? 0,
  content: draft?.grade ? { ...draft.grade, basedOn: draft.basedOn } : null,
  savedAt: draft?.grade ? draft.savedAt : null,
})

/** The grade as far as the rubric still has its levels. */
const ofRubric = (rubric: Rubric, given: Grade | null): Grade => ({
  levels: given ? ownLevels(rubric, given.levels) : {},
  comment: given?.comment ?? "",
})

const ownLevels = (rubric: Rubric, levels: Grade["levels"]): Grade["levels"] =>
  Object.fromEntries(
    rubric.criteria.flatMap((criterion) => {
      const level = levelGiven(criterion, { levels })
      return level ? [[criterion.id, level.id]] : []
    }),
  )
