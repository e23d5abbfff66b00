"use client"

import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { AskingDialog, type AskingDialogProps } from "@/components/lesson/editor/asking-dialog"
import type { ActionResult } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { RadioGroup } from "@/components/ui/radio-group"

const HOWS = ["add", "remove", "set"] as const
type How = (typeof HOWS)[number]

type SkillsDialogProps = AskingDialogProps & {
  count: number
  /** Skills that questions of this lesson have, to be chosen from while typing. */
  known: readonly string[]
  onSet: (how: How, skills: string[]) => Promise<ActionResult<unknown> | undefined>
}

/** Adds skills to the chosen questions, takes some away, or replaces all. */
export function SkillsDialog({ count, known, onSet, ...dialog }: SkillsDialogProps) {
  const words = useTranslations("lesson.editor.bulk")
  const [how, setHow] = useState<How>("add")
  const [text, setText] = useState("")
  const listId = useId()
  const skills = text
    .split(",")
    .map((skill) => skill.trim().slice(0, 40))
    .filter(Boolean)
    .slice(0, 8)
  return (
    <AskingDialog
      {...dialog}
      title={words("skillsTitle", { count })}
      submit={words("set")}
      onSend={() => onSet(how, skills)}
    >
      <RadioGroup
        name="how"
        label={words("how")}
        options={HOWS.map((value) => ({ value, label: words(`hows.${value}`) }))}
        value={how}
        onChange={(value) => setHow(HOWS.find((one) => one === value) ?? "add")}
      />
      <Field
        name="skills"
        label={words("skillsLabel")}
        hint={words("skillsHint")}
        optional={how === "set"}
        list={listId}
        maxLength={340}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <datalist id={listId}>
        {known.map((skill) => (
          <option key={skill} value={skill} />
        ))}
      </datalist>
    </AskingDialog>
  )
}
