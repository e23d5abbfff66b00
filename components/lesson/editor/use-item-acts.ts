"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import type { EditBase } from "@/lib/lesson/input"
import type { ChangeItemsInput, FormerLayout, LayoutAct } from "@/lib/lesson/items-input"

type Saved = { lessonVersionId: string; editNumber: number }
export type LayOutAction = (input: unknown) => Promise<ActionResult<Saved & { before: FormerLayout }>>
export type ChangeAction = (
  input: unknown,
) => Promise<ActionResult<Saved & { changed: number; unfit: { position: number; why: string }[] }>>

/** What was done last, in words; with the way back where it can be undone. */
export type DoneNote = {
  kind: "success" | "error"
  text: string
  undo: (FormerLayout & Saved) | null
}

type ItemActs = {
  base: EditBase
  arrangeAction: (input: unknown) => Promise<ActionResult<unknown>>
  layOutAction: LayOutAction
  changeAction: ChangeAction
}

/** The acts on several questions at once: one at a time, each answered in a sentence. */
export function useItemActs({ base, arrangeAction, layOutAction, changeAction }: ItemActs) {
  const words = useTranslations("lesson.editor.bulk")
  const [note, setNote] = useState<DoneNote | null>(null)
  const [pending, start] = useTransition()
  const once = <T>(act: () => Promise<ActionResult<T>>, tell: (value: T) => DoneNote | null) => {
    if (pending) return Promise.resolve(undefined)
    return new Promise<ActionResult<T>>((resolve) =>
      start(async () => {
        const result = await act()
        setNote(result.ok ? tell(result.value) : { kind: "error", text: result.message, undo: null })
        resolve(result)
      }),
    )
  }
  const success = (text: string): DoneNote => ({ kind: "success", text, undo: null })
  const arrange = (itemIds: string[]) =>
    once(
      () => arrangeAction({ base, itemIds }),
      () => null,
    )
  const layOut = (act: LayoutAct, text: string) =>
    once(
      () => layOutAction({ base, act }),
      ({ before, ...saved }) => {
        return { ...success(text), undo: act.kind === "withdraw" ? { ...before, ...saved } : null }
      },
    )
  const change = (itemIds: string[], what: ChangeItemsInput["change"]) =>
    once(
      () => changeAction({ base, itemIds, change: what }),
      ({ changed, unfit }) => {
        const named = unfit.map(
          ({ position, why }) => `${words("number", { position })} ${words(`unfit.${why}`)}`,
        )
        return success([words("changed", { count: changed }), ...named].join(" "))
      },
    )
  const undo = ({ places, pools }: FormerLayout) =>
    layOut({ kind: "restore", places, pools }, words("restored"))
  // After another edit, the former layout is no longer what was before.
  const isLast =
    note?.undo?.editNumber === base.editNumber && note.undo.lessonVersionId === base.lessonVersionId
  return { note: note && !isLast ? { ...note, undo: null } : note, arrange, layOut, change, undo, pending }
}

export type ItemActsDone = ReturnType<typeof useItemActs>
