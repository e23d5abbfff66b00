"use client"

import { useTranslations } from "next-intl"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { urduLang } from "@/lib/reading/urdu"

type ChosenEvidenceProps = {
  chosen: readonly ChosenSentence[]
  /** How many may be chosen. */
  most: number
  disabled: boolean
  onDrop: (sentenceId: string) => void
}

/** The sentences that were chosen in the text, each with its way back, and how many more may follow. */
export function ChosenEvidence({ chosen, most, disabled, onDrop }: ChosenEvidenceProps) {
  const words = useTranslations("quiz.answer")
  const left = most - chosen.length
  return (
    <>
      {chosen.map(({ id, label, text }) => (
        <div key={id} data-slot={id} className="mt-3 border-accent border-s-2 ps-4">
          <p className="flex items-baseline gap-2 text-13">
            <b className="text-15 text-accent">{label}</b>
            <span className="text-ink-2">{words("yourSentence")}</span>
            {!disabled && (
              <button type="button" className="link ms-auto min-h-6" onClick={() => onDrop(id)}>
                {words("chooseAgain")}
              </button>
            )}
          </p>
          <p dir="auto" lang={urduLang(text)} className="font-read text-17">
            {text}
          </p>
        </div>
      ))}
      {left > 0 && !disabled && (
        <p className="mt-3 border-rule-firm border-s-2 border-dashed py-1 ps-4 text-15 text-ink-2">
          {words("chooseSentence", { left, chosen: chosen.length })}
        </p>
      )}
    </>
  )
}
