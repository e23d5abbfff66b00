"use client"

import { useTranslations } from "next-intl"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { Field } from "@/components/ui/field"

/** What results say to an answer that is right, and to one that is not. For types without options to speak to. */
export function SaidFields({ item: { feedback }, change }: Pick<TypeEditorProps, "item" | "change">) {
  const words = useTranslations("quiz.editor")
  const said = (name: "right" | "wrong") => ({
    value: feedback[name] ?? "",
    maxLength: 600,
    onChange: (event: { target: { value: string } }) =>
      change({ feedback: { ...feedback, [name]: event.target.value || undefined } }),
  })
  return (
    <>
      <Field name="feedbackRight" label={words("feedbackRight")} optional {...said("right")} />
      <Field name="feedbackWrong" label={words("feedbackWrong")} optional {...said("wrong")} />
    </>
  )
}
