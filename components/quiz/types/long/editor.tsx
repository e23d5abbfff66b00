"use client"

import { useTranslations } from "next-intl"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { RubricEditor } from "@/components/quiz/types/long/rubric-editor"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { isKeyed } from "@/lib/quiz/authored-item"
import { type Rubric, rubricTotal } from "@/lib/quiz/rubric"
import {
  LONGEST_TEXT,
  type LongContent,
  type LongKey,
  MOST_CITED,
  SHORTEST_LIMIT,
} from "@/lib/quiz/types/long/shapes"

const COUNTS = Array.from({ length: MOST_CITED }, (_, at) => String(at + 1))
const MOST_POINTS = 20

/** How much may be written and cited, and the rubric by which it is graded. */
export function LongEditor({ item, change, problem, readOnly }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const content = item.content as LongContent
  const key = (item.key ?? {}) as Partial<LongKey>
  const setContent = (part: Partial<LongContent>) => change({ content: { ...content, ...part } })
  // The question is worth what its rubric can give, as long as its author does not say otherwise below.
  const setRubric = (rubric: Rubric) =>
    change({
      key: { ...key, rubric },
      points: Math.max(1, Math.min(MOST_POINTS, rubricTotal(rubric))),
    })
  return (
    <fieldset className="grid gap-6" disabled={readOnly}>
      {isKeyed(item.level) && (
        <RubricEditor rubric={key.rubric ?? { criteria: [] }} error={problem("key")} onChange={setRubric} />
      )}
      <div className="flex flex-wrap gap-4">
        <Field
          name="maxLength"
          type="number"
          className="w-56"
          label={words("maxLength")}
          min={SHORTEST_LIMIT}
          max={LONGEST_TEXT}
          defaultValue={content.maxLength}
          onChange={(event) => setContent({ maxLength: bounded(event.target.valueAsNumber) })}
        />
        <Select
          name="cite"
          className="w-64"
          label={words("cite")}
          options={COUNTS.map((count) => ({ value: count, label: count }))}
          value={String(content.cite)}
          onChange={(event) => setContent({ cite: Number(event.target.value) })}
        />
      </div>
    </fieldset>
  )
}

const bounded = (length: number): number =>
  Number.isFinite(length)
    ? Math.max(SHORTEST_LIMIT, Math.min(LONGEST_TEXT, Math.round(length)))
    : LONGEST_TEXT
