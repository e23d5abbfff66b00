"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { MOST_GRACE, POLICY_CHOICES, type QuizPolicy } from "@/lib/lesson/quiz-policy"

/** How the quiz is taken and what of it counts. */
export function QuizPolicyFields({ policy }: { policy: QuizPolicy }) {
  return (
    <>
      <TimeFields policy={policy} />
      <TakingFields policy={policy} />
      <LateFields policy={policy} />
    </>
  )
}

const number = { type: "number", className: "content-between" } as const

function TimeFields({ policy }: { policy: QuizPolicy }) {
  const words = useTranslations("lesson.policy")
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold text-17">{words("quiz")}</legend>
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          {...number}
          name="timeLimitMinutes"
          min={1}
          max={600}
          label={words("timeLimit")}
          hint={words("timeLimitHint")}
          optional
          defaultValue={policy.timeLimitMinutes ?? ""}
        />
        <Field
          {...number}
          name="graceMinutes"
          min={0}
          max={MOST_GRACE}
          label={words("grace")}
          hint={words("graceHint")}
          defaultValue={policy.graceMinutes}
        />
        <Field
          {...number}
          name="attemptsAllowed"
          min={1}
          max={20}
          label={words("attempts")}
          hint={words("attemptsHint")}
          defaultValue={policy.attemptsAllowed}
        />
        <Select
          name="countedAttempt"
          className="content-between"
          label={words("counted")}
          hint={words("countedHint")}
          defaultValue={policy.countedAttempt}
          options={(["best", "newest", "mean"] as const).map((value) => ({
            value,
            label: words(`counts.${value}`),
          }))}
        />
        <Field
          {...number}
          name="coolDownMinutes"
          min={0}
          max={40_320}
          label={words("coolDown")}
          hint={words("coolDownHint")}
          defaultValue={policy.coolDownMinutes}
        />
      </div>
    </fieldset>
  )
}

function TakingFields({ policy }: { policy: QuizPolicy }) {
  const words = useTranslations("lesson.policy")
  const ticked = { ...policy, oneWay: policy.itemOrder === "one_way" }
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold text-17">{words("taking")}</legend>
      {POLICY_CHOICES.map((name) => (
        <Checkbox
          key={name}
          name={name}
          label={words(name)}
          hint={words(`${name}Hint`)}
          defaultChecked={ticked[name]}
        />
      ))}
    </fieldset>
  )
}

function LateFields({ policy }: { policy: QuizPolicy }) {
  const words = useTranslations("lesson.policy")
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold text-17">{words("late")}</legend>
      <p className="max-w-read text-13 text-ink-2">{words("lateMore")}</p>
      <div className="grid gap-4 md:grid-cols-2">
        {(["latePercentPerDay", "latePercentMost"] as const).map((name) => (
          <Field
            key={name}
            {...number}
            name={name}
            min={0}
            max={100}
            label={words(name)}
            hint={words(`${name}Hint`)}
            defaultValue={policy[name]}
          />
        ))}
      </div>
    </fieldset>
  )
}
