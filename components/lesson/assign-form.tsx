"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { AssignClashes, readTypedTerms, type TypedTerms } from "@/components/lesson/assign-clashes"
import type { Clock } from "@/components/lesson/instant"
import { DateFields, type DateValues, PolicyFields, readPolicy } from "@/components/lesson/policy-fields"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { RadioGroup } from "@/components/ui/radio-group"
import { SubmitButton } from "@/components/ui/submit-button"
import { postNamesPolicies } from "@/lib/discussion/names/names-shown"
import type { ClashStudent } from "@/lib/lesson/find-clashes"
import { USUAL_POLICY } from "@/lib/lesson/quiz-policy"
import { zoneName } from "@/lib/lesson/school-time"

export type AssignableClass = {
  classId: string
  name: string
  students: number
  /** This lesson is running there already. */
  hasIt: boolean
  /** Students with an accommodation. */
  granted: readonly Omit<ClashStudent, "exception">[]
}

type AssignFormProps = {
  /** Made with the page: a second press makes no second assignment. */
  clientKey: string
  lessonVersionId: string
  classes: readonly AssignableClass[]
  dates: DateValues
  clock: Clock
  action: (input: unknown) => Promise<ActionResult<{ assignments: { id: string }[] }>>
}

/** Gives a lesson to classes: which, when, how the quiz is taken, what students see of each other. */
export function AssignForm({ clientKey, lessonVersionId, classes, dates, clock, action }: AssignFormProps) {
  const words = useTranslations("lesson.assign")
  const router = useRouter()
  const [typed, setTyped] = useState<TypedTerms>(() => ({
    ...dates,
    ...USUAL_POLICY,
    classIds: only(classes),
  }))
  const onChange = (event: FormEvent<HTMLFormElement>) =>
    setTyped(readTypedTerms(new FormData(event.currentTarget)))
  const toInput = (form: FormData) => ({
    clientKey,
    lessonVersionId,
    classIds: form.getAll("class"),
    postNames: form.get("postNames"),
    ...readPolicy(form),
  })
  const onDone = ({ assignments }: { assignments: { id: string }[] }) => {
    const made = assignments.length === 1 ? assignments[0] : null
    router.push(made ? `/teach/assignments/${made.id}` : "/teach")
  }
  return (
    <ActionForm
      action={action}
      toInput={toInput}
      onDone={onDone}
      onChange={onChange}
      className="max-w-narrow gap-8"
    >
      <ClassChoice classes={classes} />
      <DateFields dates={dates} zone={zoneName(clock.timeZone)} />
      <PolicyFields policy={USUAL_POLICY} />
      <NamesChoice />
      <AssignClashes {...{ typed, classes, clock }} />
      <div>
        <SubmitButton pendingLabel={words("pending")}>{words("submit")}</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** The class that is ticked at first: the one there is. */
const only = (classes: readonly AssignableClass[]): string[] =>
  classes.length === 1 ? classes.map(({ classId }) => classId) : []

function ClassChoice({ classes }: { classes: readonly AssignableClass[] }) {
  const words = useTranslations("lesson.assign")
  const about = (room: AssignableClass) =>
    [words("students", { count: room.students }), room.hasIt && words("hasIt")].filter(Boolean).join(" · ")
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold text-17">{words("classes")}</legend>
      {classes.map((room) => (
        <Checkbox
          key={room.classId}
          name="class"
          value={room.classId}
          defaultChecked={classes.length === 1}
          label={room.name}
          hint={about(room)}
        />
      ))}
    </fieldset>
  )
}

function NamesChoice() {
  const words = useTranslations("lesson.assign")
  const options = postNamesPolicies.map((value) => ({
    value,
    label: words(`nameChoices.${value}`),
    hint: words(`nameHints.${value}`),
  }))
  return (
    <RadioGroup
      name="postNames"
      label={words("names")}
      hint={words("namesHint")}
      defaultValue="pseudonyms"
      options={options}
    />
  )
}
