"use client"

import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { useUnsavedWarning } from "@/components/lesson/editor/use-unsaved-warning"
import type { ActionResult } from "@/components/ui/action-form"
import type { Grade } from "@/lib/quiz/rubric"

/** What is graded, as the action is told it. */
export type GradingPlace = Readonly<Record<string, string | number>>

/** A grade that is kept. `at` is ISO. */
export type StandingGrade = Grade & { scoringId: string; by: string; at: string }

export type SaveGrade = (
  input: unknown,
) => Promise<
  ActionResult<{ outcome: "saved"; scoringId: string } | { outcome: "overtaken"; theirs: StandingGrade }>
>

type UseGrading = {
  place: GradingPlace
  given: StandingGrade | null
  nextHref: string | null
  actions: { save: SaveGrade; saveHere: SaveGrade }
}

/** `basedOn`: the grade that was there when this one was begun. */
type Draft = Grade & { basedOn: string | null }

/** What was begun and not saved, by answer, for as long as this page's script lives: walking on and back loses nothing. */
const drafts = new Map<string, Draft>()

/** One answer's grade being given. */
export function useGrading({ place, given, nextHref, actions }: UseGrading) {
  const router = useRouter()
  const name = Object.values(place).join(" ")
  const [draft, setDraft] = useState<Draft>(() => drafts.get(name) ?? draftOf(given))
  const [isDirty, setDirty] = useState(() => drafts.has(name))
  const [isSaved, setSaved] = useState(false)
  const [refusal, setRefusal] = useState<{ message: string; field?: string } | null>(null)
  const [theirs, setTheirs] = useState<StandingGrade | null>(null)
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  useUnsavedWarning(isDirty)
  const settle = (kept: Draft) => {
    drafts.delete(name)
    setDraft(kept)
    setDirty(false)
    setTheirs(null)
  }
  const change = (part: Partial<Grade>) => {
    const changed = { ...draft, ...part }
    drafts.set(name, changed)
    setDraft(changed)
    setDirty(true)
    setSaved(false)
  }
  const save = async (basedOn = draft.basedOn) => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    const send = nextHref ? actions.save : actions.saveHere
    const { levels, comment } = draft
    const result = await send({ ...place, levels, comment, basedOn }).finally(() => {
      busy.current = false
      setPending(false)
    })
    setRefusal(result.ok ? null : result)
    if (!result.ok) return
    if (result.value.outcome === "overtaken") return setTheirs(result.value.theirs)
    settle({ ...draft, basedOn: result.value.scoringId })
    setSaved(true)
    if (nextHref) router.push(nextHref)
  }
  const keepTheirs = () => theirs && settle(draftOf(theirs))
  return { ...draft, isDirty, isSaved, refusal, theirs, pending, change, save, keepTheirs }
}

const draftOf = (given: StandingGrade | null): Draft => ({
  levels: given?.levels ?? {},
  comment: given?.comment ?? "",
  basedOn: given?.scoringId ?? null,
})
