"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"

/** One student with what is agreed now, as the fields hold it. */
export type ExtendableStudent = {
  enrolmentId: string
  name: string
  dueAt: string
  closesAt: string
  extraMinutes: number
  excused: boolean
  reason: string
}

type ExtendFormProps = {
  assignmentId: string
  students: readonly ExtendableStudent[]
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** Gives one student other times, with the reason. What is agreed already stands in the fields. */
export function ExtendForm({ assignmentId, students, action }: ExtendFormProps) {
  const words = useTranslations("lesson.settings.extend")
  const [chosen, setChosen] = useState(students[0]?.enrolmentId ?? "")
  const student = students.find((one) => one.enrolmentId === chosen)
  const toInput = (form: FormData) => ({
    assignmentId,
    enrolmentId: chosen,
    dueAt: form.get("dueAt") || null,
    closesAt: form.get("closesAt") || null,
    extraMinutes: Number(form.get("extraMinutes") || 0),
    excused: form.get("excused") !== null,
    reason: form.get("reason"),
  })
  return (
    <ActionForm action={action} toInput={toInput} doneMessage={words("done")} className="max-w-narrow">
      <Select
        name="student"
        label={words("student")}
        options={students.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name }))}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        className="max-w-form"
      />
      {student && <ExtensionFields key={chosen} student={student} />}
      <div>
        <SubmitButton variant="line">{words("submit")}</SubmitButton>
      </div>
    </ActionForm>
  )
}

function ExtensionFields({ student }: { student: ExtendableStudent }) {
  const words = useTranslations("lesson.settings.extend")
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        {(["dueAt", "closesAt"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            type="datetime-local"
            label={words(name)}
            hint={words("emptyKeeps")}
            optional
            defaultValue={student[name]}
          />
        ))}
        <Field
          name="extraMinutes"
          type="number"
          min={0}
          max={600}
          label={words("extraMinutes")}
          hint={words("extraHint")}
          defaultValue={student.extraMinutes}
        />
      </div>
      <Checkbox
        name="excused"
        label={words("excused")}
        hint={words("excusedHint")}
        defaultChecked={student.excused}
      />
      <Field
        name="reason"
        label={words("reason")}
        hint={words("reasonHint")}
        maxLength={300}
        defaultValue={student.reason}
      />
    </>
  )
}
