"use client"

import { useTranslations } from "next-intl"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { ChosenEvidence } from "@/components/quiz/types/chosen-evidence"
import { OptionList } from "@/components/quiz/types/option-list"
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
        kind="radio"
        name={item.itemId}
        labelledBy={questionId}
        options={options}
        chosen={given.option ? [given.option] : []}
        disabled={disabled}
        onPress={(option) => onAnswer({ ...given, option })}
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
          <ChosenEvidence
            chosen={chosen}
            most={choose}
            disabled={disabled}
            onDrop={(dropped) =>
              onAnswer({ ...given, sentences: given.sentences.filter((id) => id !== dropped) })
            }
          />
        </div>
      </div>
    </>
  )
}
