"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useState } from "react"
import { CellDetail } from "@/components/results/gradebook/cell-detail"
import { type OverrideAction, OverrideForm } from "@/components/results/gradebook/override-form"
import type { ActionResult } from "@/components/ui/action-form"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import type { CellView } from "@/lib/results/gradebook/cell-view"
import type { CellInput } from "@/lib/results/gradebook/gradebook-input"

export type GradebookActions = {
  open: (input: unknown) => Promise<ActionResult<CellView>>
  set: OverrideAction
  takeBack: OverrideAction
}

type CellWindowProps = {
  cell: CellInput
  studentHref: string
  actions: GradebookActions
  onClose: () => void
}

/** One cell in full: loaded when it is opened, and again after a change. */
export function CellWindow({ cell, studentHref, actions, onClose }: CellWindowProps) {
  const words = useTranslations("results.gradebook.cell")
  const [result, setResult] = useState<ActionResult<CellView> | "failed" | null>(null)
  const { classId, enrolmentId, assignmentId } = cell
  const { open } = actions
  const load = useCallback(() => {
    let isWanted = true
    open({ classId, enrolmentId, assignmentId })
      .then((found) => isWanted && setResult(found))
      .catch(() => isWanted && setResult("failed"))
    return () => {
      isWanted = false
    }
  }, [open, classId, enrolmentId, assignmentId])
  useEffect(load, [load])
  const view = result && result !== "failed" && result.ok ? result.value : null
  return (
    <Dialog open onOpenChange={(next) => next || onClose()} title={view ? view.name : words("loading")}>
      {result && !view && (
        <Notice kind="error">{result !== "failed" && !result.ok ? result.message : words("failed")}</Notice>
      )}
      {view && (
        <>
          <CellDetail
            view={view}
            assignmentId={assignmentId}
            enrolmentId={enrolmentId}
            studentHref={studentHref}
          />
          {view.mayEdit && view.kind !== "excused" && (
            <OverrideForm
              key={view.basedOn}
              cell={cell}
              view={view}
              set={actions.set}
              takeBack={actions.takeBack}
              onDone={load}
            />
          )}
        </>
      )}
    </Dialog>
  )
}
