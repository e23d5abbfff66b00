"use client"

import { useTranslations } from "next-intl"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { cn } from "@/components/ui/cn"
import type { ShortContent, ShortResponse } from "@/lib/quiz/types/short/shapes"

/** From so many characters before the end on, the number left is shown. */
const NEAR_THE_END = 20

export function ShortAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const { maxLength } = item.content as ShortContent
  const text = (value as ShortResponse | null)?.text ?? ""
  const left = maxLength - text.length
  return (
    <div className="my-3">
      <input
        type="text"
        dir="auto"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-labelledby={questionId}
        aria-describedby={`${questionId}-left`}
        value={text}
        maxLength={maxLength}
        disabled={disabled}
        placeholder={words("shortPlaceholder")}
        onChange={(event) => onAnswer({ text: event.target.value }, { typing: true })}
        className={cn(
          "min-h-target w-full rounded-corner border border-rule-firm bg-raised px-3 py-2 text-17",
          "disabled:border-rule disabled:bg-recess disabled:text-ink-2",
        )}
      />
      <p id={`${questionId}-left`} className="mt-1 min-h-5 text-13 text-ink-3">
        {left <= NEAR_THE_END && words("charactersLeft", { left })}
      </p>
    </div>
  )
}
