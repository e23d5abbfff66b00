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
  const add = (text: string) =>
    setLines((now) => [...now, { key: Math.max(-1, ...now.map((line) => line.key)) + 1, text }])
  const write = (key: number, text: string) =>
    setLines((now) => now.map((line) => (line.key === key ? { key, text } : line)))
  const texts = lines.map((line) => line.text.trim()).filter(Boolean)
  const offered = tasks.filter((task) => !texts.includes(task))
  const isDirty = JSON.stringify(texts) !== JSON.stringify(prompts)
  return (
    <SavingForm
      action={action}
      toInput={() => ({ base, prompts: texts })}
      isDirty={isDirty}
      readOnly={readOnly}
    >
      <p className="text-ink-2">{words("lead")}</p>
      {lines.map((line, at) => (
        <div key={line.key} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
          <TextArea
            name={`prompt-${line.key}`}
            label={words("label", { number: at + 1 })}
            face="read"
            rows={2}
            maxLength={600}
            required={false}
            readOnly={readOnly}
            value={line.text}
            onChange={(event) => write(line.key, event.target.value)}
          />
          {!readOnly && (
            <div className="flex pt-6">
              <MoveButtons
                what={words("label", { number: at + 1 })}
                at={at}
                count={lines.length}
                onMove={(to) => setLines((now) => move(now, at, to))}
              />
              <IconButton
                dense
                label={words("remove", { number: at + 1 })}
                onClick={() => setLines((now) => now.filter((one) => one.key !== line.key))}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </div>
          )}
        </div>
      ))}
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <Button dense onClick={() => add("")}>
            <Plus aria-hidden /> {words("add")}
          </Button>
          {offered.map((task) => (
            <Button key={task} dense variant="quiet" onClick={() => add(task)}>
              <Plus aria-hidden /> {words("addTask", { task })}
            </Button>
          ))}
        </div>
      )}
    </SavingForm>
  )
}
