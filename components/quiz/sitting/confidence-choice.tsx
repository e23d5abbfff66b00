"use client"

import { useTranslations } from "next-intl"
import { ChoiceMark } from "@/components/ui/choice-mark"
import { CONFIDENCES, type Confidence } from "@/lib/quiz/confidence"

type ConfidenceChoiceProps = {
  itemId: string
  chosen: Confidence | null
  disabled: boolean
  onChoose: (confidence: Confidence) => void
}

/** How sure the student is of the answer. It earns and costs nothing, and says so. */
export function ConfidenceChoice({ itemId, chosen, disabled, onChoose }: ConfidenceChoiceProps) {
  const words = useTranslations("quiz.confidence")
  return (
    <fieldset className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1" disabled={disabled}>
      <legend className="float-start me-4 text-13 text-ink-2 leading-8 max-md:w-full">{words("ask")}</legend>
      {CONFIDENCES.map((confidence) => (
        <label
          key={confidence}
          htmlFor={`confidence-${itemId}-${confidence}`}
          className="flex min-h-8 items-center gap-2 text-15 pointer-coarse:min-h-11"
        >
          <ChoiceMark
            type="radio"
            id={`confidence-${itemId}-${confidence}`}
            className="mt-0"
            name={`confidence-${itemId}`}
            value={confidence}
            checked={chosen === confidence}
            onChange={() => onChoose(confidence)}
          />
          {words(`level.${confidence}`)}
        </label>
      ))}
    </fieldset>
  )
}
