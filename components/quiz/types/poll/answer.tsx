import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { OptionList } from "@/components/quiz/types/option-list"
import type { PollContent, PollResponse } from "@/lib/quiz/types/poll/shapes"

export function PollAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const { options } = item.content as PollContent
  const given = value as PollResponse | null
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
