"use client"

import { useTranslations } from "next-intl"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { Select } from "@/components/ui/select"
import type { MatchingContent, MatchingResponse } from "@/lib/quiz/types/matching/shapes"

/** Every row with a list to choose from: the browser's own, which keyboards, screen readers and phones know. */
export function MatchingAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const { rows, options } = item.content as MatchingContent
  const given = (value as MatchingResponse | null)?.pairs ?? {}
  // Every row by name, the open ones too: so that an answer tells by itself how far it has come.
  const choose = (row: string, option: string) =>
    onAnswer({
      pairs: Object.fromEntries(
        rows.map(({ id }) => [id, id === row ? option || null : (given[id] ?? null)]),
      ),
    })
  const choices = [
    { value: "", label: words("choose") },
    ...options.map(({ id, text }) => ({ value: id, label: text })),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: the question above is its name, and stands outside
    <div role="group" aria-labelledby={questionId} className="my-3 border-rule border-b">
      {rows.map(({ id, text }) => (
        <Select
          key={id}
          name={`${item.itemId}-${id}`}
          className="items-center gap-x-4 border-rule border-t py-2.5 md:grid-cols-2"
          label={
            <span dir="auto" className="font-normal text-17">
              {text}
            </span>
          }
          options={choices}
          value={given[id] ?? ""}
          disabled={disabled}
          onChange={(event) => choose(id, event.target.value)}
        />
      ))}
    </div>
  )
}
