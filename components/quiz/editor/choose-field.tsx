"use client"

import { useTranslations } from "next-intl"
import { Select } from "@/components/ui/select"
import { MOST_SENTENCES } from "@/lib/quiz/choose-sentence"

const COUNTS = Array.from({ length: MOST_SENTENCES }, (_, at) => String(at + 1))

type ChooseFieldProps = { choose: number; onChange: (choose: number) => void }

/** How many sentences of the text a student may choose. */
export function ChooseField({ choose, onChange }: ChooseFieldProps) {
  const words = useTranslations("quiz.editor")
  return (
    <Select
      name="choose"
      className="max-w-64"
      label={words("choose")}
      options={COUNTS.map((count) => ({ value: count, label: count }))}
      value={String(choose)}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  )
}
