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

/**
 * The acts on several questions at once: one at a time, each answered in a sentence. Those of `asked` are done from a
 * window, which shows a refusal itself.
 */
export function useItemActs({ base, arrangeAction, layOutAction, changeAction }: ItemActs) {
  const words = useTranslations("lesson.editor.bulk")
  const [note, setNote] = useState<DoneNote | null>(null)
  const [pending, start] = useTransition()
  const success = (text: string): DoneNote => ({ kind: "success", text, undo: null })
  const once = <T>(
    act: () => Promise<ActionResult<T>>,
    tell: (result: ActionResult<T>) => DoneNote | null,
  ) => {
    if (pending) return Promise.resolve(undefined)
    return new Promise<ActionResult<T>>((resolve) =>
      start(async () => {
        const result = await act()
        setNote(tell(result))
        resolve(result)
      }),
    )
  }
  const actsThat = (onRefusal: (message: string) => DoneNote | null) => ({
    arrange: (itemIds: string[]) =>
      once(
        () => arrangeAction({ base, itemIds }),
        (result) => (result.ok ? null : onRefusal(result.message)),
      ),
    layOut: (act: LayoutAct, text: string) =>
      once(
        () => layOutAction({ base, act }),
        (result) => {
          if (!result.ok) return onRefusal(result.message)
          return { ...success(text), undo: act.kind === "withdraw" ? wayBack(result.value) : null }
        },
      ),
    change: (itemIds: string[], what: ChangeItemsInput["change"]) =>
      once(
        () => changeAction({ base, itemIds, change: what }),
        (result) => {
          if (!result.ok) return onRefusal(result.message)
          const { changed, unfit } = result.value
          const named = unfit.map(
            ({ position, why }) => `${words("number", { position })} ${words(`unfit.${why}`)}`,
          )
          return success([words("changed", { count: changed }), ...named].join(" "))
        },
      ),
  })
  const acts = actsThat((text) => ({ kind: "error", text, undo: null }))
  const undo = ({ places, pools }: FormerLayout) =>
    acts.layOut({ kind: "restore", places, pools }, words("restored"))
  return { note: standing(note, base), ...acts, asked: actsThat(() => null), undo }
}

const wayBack = ({ before, lessonVersionId, editNumber }: Saved & { before: FormerLayout }) => {
  return { ...before, lessonVersionId, editNumber }
}

/** After another edit, the former layout is no longer what was before. */
function standing(note: DoneNote | null, base: EditBase): DoneNote | null {
  const undo = note?.undo
  if (!undo) return note
  const isLast = undo.editNumber === base.editNumber && undo.lessonVersionId === base.lessonVersionId
  return isLast ? note : { ...note, undo: null }
}

export type ItemActsDone = ReturnType<typeof useItemActs>
