import { useTranslations } from "next-intl"
import { AnswerLine } from "@/components/quiz/results/answer-line"
import { Said } from "@/components/quiz/results/said"
import type { ResultProps } from "@/components/quiz/types/result-props"
import type { ShortKey, ShortResponse } from "@/lib/quiz/types/short/shapes"
import { verdictGroup } from "@/lib/quiz/verdict"

export function ShortResult({ result }: ResultProps) {
  const words = useTranslations("quiz.results")
  const text = (result.value as ShortResponse | null)?.text.trim() ?? ""
  const variants = (result.key as ShortKey | null)?.variants ?? []
  const isRight = verdictGroup(result.verdict) === "right"
  const isView = result.verdict === "view"
  const said = isView || text === "" ? null : result.feedback[isRight ? "right" : "wrong"]
  return (
    <>
      <AnswerLine mark={text === "" || isView ? "none" : isRight ? "right" : "wrong"}>
        {text === "" ? words("noAnswer") : words.rich("youWrote", { answer: () => <b dir="auto">{text}</b> })}
      </AnswerLine>
      {variants.length > 0 && !isRight && (
        <AnswerLine mark="right">
          {words.rich("countsAsRight", {
            count: variants.length,
            answers: () => <b dir="auto">{variants.join(", ")}</b>,
          })}
        </AnswerLine>
      )}
      <Said words={said} />
    </>
  )
}
