"use client"

import { useTranslations } from "next-intl"
import type { AnswerProps, ChosenSentence } from "@/components/quiz/types/answer-props"
import { OptionList } from "@/components/quiz/types/option-list"
import { cn } from "@/components/ui/cn"
import type { EvidencePairContent, EvidencePairResponse } from "@/lib/quiz/types/evidence-pair/shapes"

const NOTHING: EvidencePairResponse = { option: null, sentences: [] }

/** Part A and part B. A sentence is chosen in the text itself; here stands what was chosen. */
export function EvidencePairAnswer(props: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const { item, value, disabled, onAnswer, chosen, questionId } = props
  const { options, evidencePrompt, choose } = item.content as EvidencePairContent
  const given = (value as EvidencePairResponse | null) ?? NOTHING
  return (
    <>
      <OptionList
        name={item.itemId}
        labelledBy={questionId}
        options={options}
        chosen={given.option}
        disabled={disabled}
        onChoose={(option) => onAnswer({ ...given, option })}
      />
      <div className="-ms-5 mt-5 grid grid-cols-[1.25rem_minmax(0,1fr)] border-rule border-t pt-5 md:-ms-8 md:grid-cols-[2rem_minmax(0,1fr)]">
        <p aria-hidden className="font-semibold text-15 text-accent leading-7">
          B
        </p>
        <div>
          <h3 dir="auto" className="font-semibold text-17 md:text-20">
            <span className="sr-only">{words("partB")} </span>
            {evidencePrompt}
          </h3>
          {chosen.map((sentence) => (
            <ChosenEvidence
              key={sentence.id}
              sentence={sentence}
              disabled={disabled}
              onDrop={() =>
                onAnswer({ ...given, sentences: given.sentences.filter((id) => id !== sentence.id) })
              }
            />
          ))}
          {chosen.length < choose && !disabled && (
            <p className={cn("mt-3 border-rule-firm border-s-2 border-dashed py-1 ps-4 text-15 text-ink-2")}>
              {words("chooseSentence", { left: choose - chosen.length, chosen: chosen.length })}
            </p>
          )}
        </div>
      </div>
    </>
  )
}

type ChosenEvidenceProps = { sentence: ChosenSentence; disabled: boolean; onDrop: () => void }

function ChosenEvidence({ sentence, disabled, onDrop }: ChosenEvidenceProps) {
  const words = useTranslations("quiz.answer")
  return (
    <div data-slot={sentence.id} className="mt-3 border-accent border-s-2 ps-4">
      <p className="flex items-baseline gap-2 text-13">
        <b className="text-15 text-accent">{sentence.label}</b>
        <span className="text-ink-2">{words("yourSentence")}</span>
        {!disabled && (
          <button type="button" className="link ms-auto min-h-6" onClick={onDrop}>
            {words("chooseAgain")}
          </button>
        )}
      </p>
      <p dir="auto" className="font-read text-17">
        {sentence.text}
      </p>
    </div>
  )
}
