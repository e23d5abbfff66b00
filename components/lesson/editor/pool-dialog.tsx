"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { AskingDialog, type AskingDialogProps } from "@/components/lesson/editor/asking-dialog"
import type { ActionResult } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"

type Pool = { name: string; draw: number }

type PoolDialogProps = AskingDialogProps & {
  /** How many questions are in it. */
  size: number
  /** As it stands; missing for a new one. */
  pool?: Pool
  onSave: (pool: Pool) => Promise<ActionResult<unknown> | undefined>
}

/** What a pool is called, and how many of its questions each student gets. */
export function PoolDialog({ size, pool, onSave, ...dialog }: PoolDialogProps) {
  const words = useTranslations("lesson.editor.pools")
  const [name, setName] = useState(pool?.name ?? "")
  const [typed, setTyped] = useState<number | null>(pool?.draw ?? null)
  const draw = Math.max(1, Math.min(typed ?? Math.ceil(size / 2), size))
  return (
    <AskingDialog
      {...dialog}
      title={words(pool ? "changeTitle" : "makeTitle", { count: size })}
      lead={words("lead")}
      submit={words(pool ? "save" : "make")}
      onSend={() => onSave({ name: name.trim(), draw })}
    >
      <Field
        name="name"
        label={words("name")}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        name="draw"
        type="number"
        min={1}
        max={size}
        className="max-w-56"
        label={words("draw")}
        hint={words("drawHint", { size })}
        value={draw}
        onChange={({ target }) => setTyped(Math.round(target.valueAsNumber) || 1)}
      />
    </AskingDialog>
  )
}
