"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { MoveButtons } from "@/components/lesson/editor/move-buttons"
import { type EditorAction, SavingForm } from "@/components/lesson/editor/saving-form"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"
import { TextArea } from "@/components/ui/text-area"
import type { EditBase } from "@/lib/lesson/input"
import { move } from "@/lib/lesson/move"

type PromptsFormProps = {
  base: EditBase
  prompts: readonly string[]
  /** Tasks the text came with that are no prompt yet. */
  tasks: readonly string[]
  readOnly: boolean
  action: EditorAction
}

type Line = { key: number; text: string }

/** The discussion questions, one thread each, in their order. */
export function PromptsForm({ base, prompts, tasks, readOnly, action }: PromptsFormProps) {
  const words = useTranslations("lesson.editor.prompts")
  const [lines, setLines] = useState<Line[]>(prompts.map((text, key) => ({ key, text })))
  const texts = lines.map((line) => line.text.trim()).filter(Boolean)
  const isDirty = JSON.stringify(texts) !== JSON.stringify(prompts)
  const add = (text: string) =>
    setLines((now) => [...now, { key: Math.max(-1, ...now.map((line) => line.key)) + 1, text }])
  return (
    <SavingForm
      action={action}
      toInput={() => ({ base, prompts: texts })}
      isDirty={isDirty}
      readOnly={readOnly}
    >
      <p className="text-ink-2">{words("lead")}</p>
      {lines.map((line, at) => (
        <PromptLine key={line.key} {...{ lines, at, readOnly }} onChange={setLines} />
      ))}
      {!readOnly && <AddPrompt tasks={tasks.filter((task) => !texts.includes(task))} onAdd={add} />}
    </SavingForm>
  )
}

type PromptLineProps = {
  lines: readonly Line[]
  at: number
  readOnly: boolean
  onChange: (lines: Line[]) => void
}

function PromptLine({ lines, at, readOnly, onChange }: PromptLineProps) {
  const words = useTranslations("lesson.editor.prompts")
  const line = lines[at]
  if (!line) return null
  const label = words("label", { number: at + 1 })
  const write = (text: string) => onChange(lines.map((one, index) => (index === at ? { ...one, text } : one)))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
      <TextArea
        name={`prompt-${line.key}`}
        label={label}
        face="read"
        rows={2}
        maxLength={600}
        required={false}
        readOnly={readOnly}
        value={line.text}
        onChange={(event) => write(event.target.value)}
      />
      {!readOnly && (
        <div className="flex pt-6">
          <MoveButtons
            what={label}
            at={at}
            count={lines.length}
            onMove={(to) => onChange(move(lines, at, to))}
          />
          <IconButton
            dense
            label={words("remove", { number: at + 1 })}
            onClick={() => onChange(lines.filter((_, index) => index !== at))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}

function AddPrompt({ tasks, onAdd }: { tasks: readonly string[]; onAdd: (text: string) => void }) {
  const words = useTranslations("lesson.editor.prompts")
  return (
    <div className="flex flex-wrap gap-2">
      <Button dense onClick={() => onAdd("")}>
        <Plus aria-hidden /> {words("add")}
      </Button>
      {tasks.map((task) => (
        <Button key={task} dense variant="quiet" onClick={() => onAdd(task)}>
          <Plus aria-hidden /> {words("addTask", { task })}
        </Button>
      ))}
    </div>
  )
}
