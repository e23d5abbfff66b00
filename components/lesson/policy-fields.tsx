"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { RadioGroup } from "@/components/ui/radio-group"

export type DateValues = { opensAt: string; dueAt: string; closesAt: string }

/** When it opens, is due and closes, in the school's zone. */
export function DateFields({ dates, zone }: { dates: DateValues; zone: string }) {
  const words = useTranslations("lesson.policy")
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold text-17">{words("dates")}</legend>
      <p className="text-13 text-ink-2">{words("zone", { zone })}</p>
      <div className="grid gap-4 md:grid-cols-3">
        {(["opensAt", "dueAt", "closesAt"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            type="datetime-local"
            label={words(name)}
            hint={words(`${name}Hint`)}
            defaultValue={dates[name]}
            className="content-between"
          />
        ))}
      </div>
    </fieldset>
  )
}

export type PolicyValues = {
  timeLimitMinutes: number | null
  attemptsAllowed: number
  shuffleOptions: boolean
  releasePolicy: string
}

const releasePolicies = ["on_submit", "after_due", "after_close", "by_teacher"] as const

/** How the quiz is taken, and when students see their results. */
export function PolicyFields({ policy }: { policy: PolicyValues }) {
  const words = useTranslations("lesson.policy")
  const options = releasePolicies.map((value) => ({
    value,
    label: words(`releases.${value}`),
    hint: words(`releaseHints.${value}`),
  }))
  return (
    <>
      <QuizFields policy={policy} />
      <RadioGroup
        name="releasePolicy"
        label={words("release")}
        hint={words("releaseHint")}
        defaultValue={policy.releasePolicy}
        options={options}
      />
    </>
  )
}

function QuizFields({ policy }: { policy: PolicyValues }) {
  const words = useTranslations("lesson.policy")
  const number = { type: "number", min: 1, className: "content-between" } as const
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold text-17">{words("quiz")}</legend>
      <div className="grid gap-4 md:grid-cols-3">
        <Field
          {...number}
          name="timeLimitMinutes"
          max={600}
          label={words("timeLimit")}
          hint={words("timeLimitHint")}
          optional
          defaultValue={policy.timeLimitMinutes ?? ""}
        />
        <Field
          {...number}
          name="attemptsAllowed"
          max={20}
          label={words("attempts")}
          hint={words("attemptsHint")}
          defaultValue={policy.attemptsAllowed}
        />
      </div>
      <Checkbox
        name="shuffleOptions"
        label={words("shuffle")}
        hint={words("shuffleHint")}
        defaultChecked={policy.shuffleOptions}
      />
    </fieldset>
  )
}

/** What the two sets of fields say, as the use cases take it. An empty time limit is none. */
export function readPolicy(form: FormData) {
  const minutes = String(form.get("timeLimitMinutes") ?? "").trim()
  return {
    opensAt: form.get("opensAt"),
    dueAt: form.get("dueAt"),
    closesAt: form.get("closesAt"),
    timeLimitMinutes: minutes === "" ? null : Number(minutes),
    attemptsAllowed: Number(form.get("attemptsAllowed")),
    shuffleOptions: form.get("shuffleOptions") !== null,
    releasePolicy: form.get("releasePolicy"),
  }
}
