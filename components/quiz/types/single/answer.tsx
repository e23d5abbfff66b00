import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { OptionList } from "@/components/quiz/types/option-list"
import type { SingleContent, SingleResponse } from "@/lib/quiz/types/single/shapes"

export function SingleAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const { options } = item.content as SingleContent
  const given = value as SingleResponse | null
  return (
    <OptionList
      name={item.itemId}
      labelledBy={questionId}
      options={options}
      chosen={given?.option ?? null}
      disabled={disabled}
      onChoose={(option) => onAnswer({ option })}
    />
  )
}
