import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { OptionList } from "@/components/quiz/types/option-list"
import type { TrueFalseContent, TrueFalseResponse } from "@/lib/quiz/types/true-false/shapes"

export function TrueFalseAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const { options } = item.content as TrueFalseContent
  const given = value as TrueFalseResponse | null
  return (
    <OptionList
      kind="radio"
      name={item.itemId}
      labelledBy={questionId}
      options={options}
      chosen={given?.option ? [given.option] : []}
      disabled={disabled}
      onPress={(option) => onAnswer({ option })}
    />
  )
}
