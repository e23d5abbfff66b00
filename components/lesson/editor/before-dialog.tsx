"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { AskingDialog, type AskingDialogProps } from "@/components/lesson/editor/asking-dialog"
import type { ItemLine } from "@/components/lesson/editor/item-line"
import type { ActionResult } from "@/components/ui/action-form"
import { Select } from "@/components/ui/select"

type BeforeDialogProps = AskingDialogProps & {
  count: number
  /** Those that stay where they are. */
  items: readonly ItemLine[]
  onMove: (before: string) => Promise<ActionResult<unknown> | undefined>
}

const LONGEST = 60

/** Which question the chosen ones are moved before. */
export function BeforeDialog({ count, items, onMove, ...dialog }: BeforeDialogProps) {
  const words = useTranslations("lesson.editor.bulk")
  const list = useTranslations("lesson.editor.items")
  const [picked, setPicked] = useState("")
  const target = items.find(({ itemId }) => itemId === picked)?.itemId ?? items[0]?.itemId
  const options = items.map(({ itemId, prompt }) => {
    const text = prompt || list("untitled")
    return { value: itemId, label: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text }
  })
  return (
    <AskingDialog
      {...dialog}
      title={words("beforeTitle", { count })}
      submit={words("moveThere")}
      onSend={() => (target ? onMove(target) : Promise.resolve(undefined))}
    >
      {target ? (
        <Select
          name="before"
          label={words("beforeLabel")}
          options={options}
          value={target}
          onChange={(event) => setPicked(event.target.value)}
        />
      ) : (
        <p className="text-ink-2">{words("beforeNone")}</p>
      )}
    </AskingDialog>
  )
}
