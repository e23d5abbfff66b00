"use client"

import { useTranslations } from "next-intl"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { CategoryChips } from "@/components/quiz/types/classification/category-chips"
import { Select } from "@/components/ui/select"
import type { ClassificationContent, ClassificationResponse } from "@/lib/quiz/types/classification/shapes"

/** Up to so many categories lie open under every statement, a tap each; more would bury the statements. */
const MOST_OPEN = 4

/** Every statement with its categories. Nothing is dragged. */
export function ClassificationAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const { categories, statements } = item.content as ClassificationContent
  const given = (value as ClassificationResponse | null)?.places ?? {}
  // Every statement by name, the open ones too: so that an answer tells by itself how far it has come.
  const put = (statement: string, category: string | null) =>
    onAnswer({
      places: Object.fromEntries(
        statements.map(({ id }) => [id, id === statement ? category : (given[id] ?? null)]),
      ),
    })
  const placed = statements.filter(({ id }) => given[id]).length
  return (
    <div className="my-3">
      {/* biome-ignore lint/a11y/useSemanticElements: the question above is its name, and stands outside */}
      <div role="group" aria-labelledby={questionId} className="border-rule border-b">
        {statements.map(({ id, text }) =>
          categories.length <= MOST_OPEN ? (
            <CategoryChips
              key={id}
              name={`${item.itemId}-${id}`}
              statement={text}
              categories={categories}
              chosen={given[id] ?? null}
              disabled={disabled}
              onChoose={(category) => put(id, category)}
            />
          ) : (
            <Select
              key={id}
              name={`${item.itemId}-${id}`}
              className="items-center gap-x-4 border-rule border-t py-2.5 md:grid-cols-2"
              label={
                <span dir="auto" className="font-normal text-17">
                  {text}
                </span>
              }
              options={[
                { value: "", label: words("choose") },
                ...categories.map((category) => ({ value: category.id, label: category.text })),
              ]}
              value={given[id] ?? ""}
              disabled={disabled}
              onChange={(event) => put(id, event.target.value || null)}
            />
          ),
        )}
      </div>
      <p className="mt-2 text-13 text-ink-2">{words("placed", { placed, count: statements.length })}</p>
    </div>
  )
}
