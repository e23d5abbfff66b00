"use client"

import { useTranslations } from "next-intl"
import type { DraftForm } from "@/components/reading/draft-form"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"

type Tasks = DraftForm["tasks"]

/** Closing tasks: kept as such, or put back into the text. */
export function TaskFields({ tasks, onChange }: { tasks: Tasks; onChange: (tasks: Tasks) => void }) {
  const t = useTranslations("reading")
  const set = (at: number, part: Partial<Tasks[number]>) =>
    onChange(tasks.map((task, index) => (index === at ? { ...task, ...part } : task)))
  return (
    <div className="grid justify-items-start gap-4">
      {tasks.length === 0 && <p className="text-ink-2">{t("create.noTasks")}</p>}
      {tasks.map((task, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no other name, and none is taken out
        <div key={at} className="grid w-full gap-1">
          <Field
            name={`task-${at}`}
            label={t("revise.task", { number: at + 1 })}
            optional
            maxLength={500}
            value={task.text}
            onChange={(event) => set(at, { text: event.currentTarget.value })}
          />
          <Checkbox
            label={t("create.taskKeep")}
            hint={t("create.taskBack")}
            checked={task.keep}
            onChange={(event) => set(at, { keep: event.currentTarget.checked })}
          />
        </div>
      ))}
      {tasks.length < 20 && (
        <Button dense variant="quiet" onClick={() => onChange([...tasks, { text: "", keep: true }])}>
          {t("revise.addTask")}
        </Button>
      )}
    </div>
  )
}
