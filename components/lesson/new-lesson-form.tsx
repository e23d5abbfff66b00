"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"

type NewLessonFormProps = {
  /** The id the lesson gets: a second press makes no second lesson. */
  requestId: string
  readingId: string
  readingTitle: string
  tasks: readonly string[]
  action: (input: unknown) => Promise<ActionResult<{ lessonId: string }>>
}

/** What a lesson begins with; questions are added in the editor, beside the text. */
export function NewLessonForm({ requestId, readingId, readingTitle, tasks, action }: NewLessonFormProps) {
  const words = useTranslations("lesson.create")
  const router = useRouter()
  const toInput = (form: FormData) => ({ requestId, readingId, ...readLesson(form) })
  return (
    <ActionForm
      action={action}
      toInput={toInput}
      onDone={({ lessonId }) => router.push(`/teach/lessons/${lessonId}`)}
      className="max-w-form"
    >
      <Field name="title" label={words("title")} defaultValue={readingTitle} maxLength={200} />
      <TextArea
        name="stanceStatement"
        label={words("stance")}
        hint={words("stanceHint")}
        optional
        face="read"
        rows={2}
        maxLength={300}
      />
      {tasks.length > 0 && <Tasks tasks={tasks} />}
      <TextArea
        name="prompt"
        label={words("prompt")}
        hint={words("promptHint")}
        optional
        face="read"
        rows={2}
        maxLength={600}
      />
      <div>
        <SubmitButton pendingLabel={words("pending")}>{words("submit")}</SubmitButton>
      </div>
    </ActionForm>
  )
}

function readLesson(form: FormData) {
  const prompts = [...form.getAll("task"), form.get("prompt")].map((text) => String(text ?? "").trim())
  return {
    title: form.get("title"),
    stanceStatement: form.get("stanceStatement"),
    prompts: prompts.filter(Boolean),
  }
}

/** Tasks the text came with, each offered as a prompt. */
function Tasks({ tasks }: { tasks: readonly string[] }) {
  const words = useTranslations("lesson.create")
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{words("tasks")}</legend>
      <p className="text-13 text-ink-2">{words("tasksHint")}</p>
      {tasks.map((task) => (
        <Checkbox key={task} name="task" value={task} defaultChecked label={task} />
      ))}
    </fieldset>
  )
}
