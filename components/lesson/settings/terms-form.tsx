"use client"

import { useTranslations } from "next-intl"
import { DateFields, type DateValues, PolicyFields, readPolicy } from "@/components/lesson/policy-fields"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { SubmitButton } from "@/components/ui/submit-button"
import type { QuizPolicy } from "@/lib/lesson/quiz-policy"

type TermsFormProps = {
  assignmentId: string
  dates: DateValues
  policy: QuizPolicy
  zone: string
  action: (input: unknown) => Promise<ActionResult<{ movedDeadlines: number }>>
}

/** Dates and policy of a running assignment. */
export function TermsForm({ assignmentId, dates, policy, zone, action }: TermsFormProps) {
  const words = useTranslations("lesson.settings")
  return (
    <ActionForm
      action={action}
      toInput={(form) => ({ assignmentId, ...readPolicy(form) })}
      doneMessage={words("saved")}
      className="gap-8"
    >
      <DateFields dates={dates} zone={zone} />
      <PolicyFields policy={policy} />
      <p className="text-13 text-ink-2">{words("movesDeadlines")}</p>
      <div>
        <SubmitButton>{words("save")}</SubmitButton>
      </div>
    </ActionForm>
  )
}
