"use client"

import { useTranslations } from "next-intl"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { OptionList } from "@/components/quiz/types/option-list"
import type { MultipleContent, MultipleResponse } from "@/lib/quiz/types/multiple/shapes"

export function MultipleAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const { options } = item.content as MultipleContent
  const chosen = (value as MultipleResponse | null)?.options ?? []
  const press = (id: string) =>
    onAnswer({ options: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] })
  return (
    <>
      <p id={`${questionId}-several`} className="mt-1 text-15 text-ink-2">
        {words("several", { keyed: String(item.level !== "my_view") })}
      </p>
      <OptionList
        kind="checkbox"
        name={item.itemId}
        labelledBy={questionId}
        describedBy={`${questionId}-several`}
        options={options}
        chosen={chosen}
        disabled={disabled}
        onPress={press}
      />
    </>
  )
}
