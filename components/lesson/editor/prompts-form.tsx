"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { MoveButtons } from "@/components/lesson/editor/move-buttons"
import { type EditorAction, SavingForm } from "@/components/lesson/editor/saving-form"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { IconButton } from "@/components/ui/icon-button"
import { TextArea } from "@/components/ui/text-area"
import type { EditBase } from "@/lib/lesson/input"
import { move } from "@/lib/lesson/move"
import { type PromptLine, writtenPrompt } from "@/lib/lesson/prompt-line"

type PromptsFormProps = {
  base: EditBase
  prompts: readonly PromptLine[]
  /** Tasks the text came with that are no prompt yet. */
  tasks: readonly string[]
  readOnly: boolean
  action: EditorAction
}

type Line = PromptLine & { key: number }

/** The discussion questions, one thread each, in their order. */
export function PromptsForm({ base, prompts, tasks, readOnly, action }: PromptsFormProps) {
  const words = useTranslations("lesson.editor.prompts")
  const [lines, setLines] = useState<Line[]>(prompts.map((prompt, key) => ({ key, ...prompt })))
  const written = lines
    .map(({ text, hasSides }) => ({ text: text.trim(), hasSides }))
    .filter(({ text }) => text)
  const texts = written.map(({ text }) => text)
  const isDirty = JSON.stringify(written) !== JSON.stringify(prompts)
  const add = (text: string) =>
    setLines((now) => [
      ...now,
      { key: Math.max(-1, ...now.map((line) => line.key)) + 1, text, hasSides: true },
    ])
  return (
    <SavingForm
      action={action}
      toInput={() => ({ base, prompts: written.map(writtenPrompt) })}
      isDirty={isDirty}
      readOnly={readOnly}
    >
      <p className="text-ink-2">{words("lead")}</p>
      {lines.map((line, at) => (
        <PromptEditor key={line.key} {...{ lines, at, readOnly }} onChange={setLines} />
      ))}
      {!readOnly && <AddPrompt tasks={tasks.filter((task) => !texts.includes(task))} onAdd={add} />}
    </SavingForm>
  )
}

type PromptEditorProps = {
  lines: readonly Line[]
  at: number
  readOnly: boolean
  onChange: (lines: Line[]) => void
}

function PromptEditor({ lines, at, readOnly, onChange }: PromptEditorProps) {
  const words = useTranslations("lesson.editor.prompts")
  const line = lines[at]
  if (!line) return null
  const label = words("label", { number: at + 1 })
  const write = (part: Partial<PromptLine>) =>
    onChange(lines.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
      <div>
        <TextArea
          name={`prompt-${line.key}`}
          label={label}
          face="read"
          rows={2}
          maxLength={600}
          required={false}
          readOnly={readOnly}
          value={line.text}
          onChange={(event) => write({ text: event.target.value })}
        />
        <Checkbox
          name={`sides-${line.key}`}
          label={words("hasSides")}
          aria-label={words("hasSidesOf", { number: at + 1 })}
          hint={words("hasSidesHint")}
          checked={line.hasSides}
          disabled={readOnly}
          onChange={(event) => write({ hasSides: event.target.checked })}
        />
      </div>
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
