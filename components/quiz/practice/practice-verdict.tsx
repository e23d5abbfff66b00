"use client"

import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import { EvidenceColumn } from "@/components/quiz/results/evidence-column"
import { VerdictMark, verdictColour } from "@/components/quiz/results/verdict-mark"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { answerViews } from "@/components/quiz/types/answer-views"
import { resultViews } from "@/components/quiz/types/result-views"
import { cn } from "@/components/ui/cn"
import { Stamp } from "@/components/ui/stamp"
import type { ItemResult } from "@/lib/quiz/build-results"
import { verdictGroup } from "@/lib/quiz/verdict"

type PracticeVerdictProps = {
  result: ItemResult
  focus: RefObject<HTMLElement | null>
  sentencesOf: (ids: readonly string[]) => ChosenSentence[]
  readHref: string
}

/** What came out of one answer that is stored: right or not, why, and the sentence. */
export function PracticeVerdict({ result, focus, sentencesOf, readHref }: PracticeVerdictProps) {
  const words = useTranslations("quiz")
  const { item, verdict, value, explanation, evidence } = result
  const Result = resultViews[item.type]
  const group = verdictGroup(verdict)
  const chosen = answerViews[item.type].sentences?.of(value) ?? []
  return (
    <div className="mt-4">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p
          ref={focus as RefObject<HTMLParagraphElement>}
          tabIndex={-1}
          className={cn("flex items-center gap-1.5 font-semibold", verdictColour[group])}
        >
          <VerdictMark group={group} />
          {words(`results.verdict.${verdict}`)}
        </p>
        <Stamp state="safe">{words("practice.checked")}</Stamp>
      </div>
      <Result result={result} />
      {explanation && (
        <p dir="auto" className="mt-2 text-ink-2">
          {explanation}
        </p>
      )}
      <div className="mt-5">
        <EvidenceColumn
          chosen={sentencesOf(chosen)}
          proof={sentencesOf(evidence.sentenceIds)}
          showsAll={verdict === "partly"}
          judges
          quotes={evidence.quotes}
          readHref={readHref}
        />
      </div>
    </div>
  )
}
