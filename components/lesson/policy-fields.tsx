"use client"

import { useTranslations } from "next-intl"
import { QuizPolicyFields } from "@/components/lesson/quiz-policy-fields"
import { Field } from "@/components/ui/field"
import { RadioGroup } from "@/components/ui/radio-group"
import type { QuizPolicy } from "@/lib/lesson/quiz-policy"

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

const releasePolicies = ["on_submit", "after_due", "after_close", "by_teacher"] as const

/** How the quiz is taken, and when students see their results. */
export function PolicyFields({ policy }: { policy: QuizPolicy }) {
  const words = useTranslations("lesson.policy")
  const options = releasePolicies.map((value) => ({
    value,
    label: words(`releases.${value}`),
    hint: words(`releaseHints.${value}`),
  }))
  return (
    <>
      <QuizPolicyFields policy={policy} />
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

/** What the two sets of fields say, as the use cases take it. An empty time limit is none. */
export function readPolicy(form: FormData) {
  const minutes = String(form.get("timeLimitMinutes") ?? "").trim()
  const number = (name: string) => Number(form.get(name))
  const isTicked = (name: string) => form.get(name) !== null
  return {
    opensAt: form.get("opensAt"),
    dueAt: form.get("dueAt"),
    closesAt: form.get("closesAt"),
    timeLimitMinutes: minutes === "" ? null : Number(minutes),
    graceMinutes: number("graceMinutes"),
    attemptsAllowed: number("attemptsAllowed"),
    countedAttempt: form.get("countedAttempt"),
    coolDownMinutes: number("coolDownMinutes"),
    latePercentPerDay: number("latePercentPerDay"),
    latePercentMost: number("latePercentMost"),
    teacherStarts: isTicked("teacherStarts"),
    itemOrder: isTicked("oneWay") ? "one_way" : "free",
    shuffleItems: isTicked("shuffleItems"),
    shuffleOptions: isTicked("shuffleOptions"),
    asksConfidence: isTicked("asksConfidence"),
    releasePolicy: form.get("releasePolicy"),
  }
}
