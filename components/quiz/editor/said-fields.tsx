"use client"

import { useTranslations } from "next-intl"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { Field } from "@/components/ui/field"

/** What is said, with the results, to an answer that is right and to one that is not. */
export function SaidFields({ item, change }: Pick<TypeEditorProps, "item" | "change">) {
  const words = useTranslations("quiz.editor")
  const said = (name: "right" | "wrong") => ({
    value: item.feedback[name] ?? "",
    maxLength: 600,
    onChange: (event: { target: { value: string } }) =>
      change({ feedback: { ...item.feedback, [name]: event.target.value || undefined } }),
  })
  return (
    <>
      <Field name="feedbackRight" label={words("feedbackRight")} optional {...said("right")} />
      <Field name="feedbackWrong" label={words("feedbackWrong")} optional {...said("wrong")} />
    </>
  )
}
