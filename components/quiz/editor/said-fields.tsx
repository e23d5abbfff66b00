"use client"

import { useTranslations } from "next-intl"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { LongLine } from "@/components/ui/long-line"

/** What results say to an answer that is right, and to one that is not. For types without options to speak to. */
export function SaidFields({ item: { feedback }, change }: Pick<TypeEditorProps, "item" | "change">) {
  const words = useTranslations("quiz.editor")
  const said = (name: "right" | "wrong") => ({
    value: feedback[name] ?? "",
    maxLength: 600,
    onText: (text: string) => change({ feedback: { ...feedback, [name]: text || undefined } }),
  })
  return (
    <>
      <LongLine name="feedbackRight" label={words("feedbackRight")} optional {...said("right")} />
      <LongLine name="feedbackWrong" label={words("feedbackWrong")} optional {...said("wrong")} />
    </>
  )
}
