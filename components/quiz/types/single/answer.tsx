import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { OptionList } from "@/components/quiz/types/option-list"
import type { SingleContent, SingleResponse } from "@/lib/quiz/types/single/shapes"

/** One option of several: a single choice, true or false, a poll. */
export function SingleAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const { options } = item.content as SingleContent
  const given = value as SingleResponse | null
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
