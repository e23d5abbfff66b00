import { useTranslations } from "next-intl"
import { AnswerLine } from "@/components/quiz/results/answer-line"
import { RightInPart } from "@/components/quiz/results/right-in-part"
import { Said } from "@/components/quiz/results/said"
import type { ResultProps } from "@/components/quiz/types/result-props"
import type { ShortKey, ShortResponse } from "@/lib/quiz/types/short/shapes"
import { wordingFor } from "@/lib/quiz/types/short/wordings"
import { verdictGroup } from "@/lib/quiz/verdict"

export function ShortResult({ result }: ResultProps) {
  const words = useTranslations("quiz.results")
  const text = (result.value as ShortResponse | null)?.text.trim() ?? ""
  const key = result.key as ShortKey | null
  const variants = key?.variants ?? []
  const group = verdictGroup(result.verdict)
  const [isRight, isHalf] = [group === "right", group === "half"]
  const isOpen = text === "" || result.verdict === "view"
  const own = key ? wordingFor(key, text)?.comment : undefined
  const common = isHalf ? undefined : result.feedback[isRight ? "right" : "wrong"]
  return (
    <>
      <AnswerLine mark={isOpen ? "none" : isRight ? "right" : isHalf ? "half" : "wrong"}>
        {text === "" ? words("noAnswer") : words.rich("youWrote", { answer: () => <b dir="auto">{text}</b> })}
        {isHalf && <RightInPart />}
      </AnswerLine>
      {variants.length > 0 && !isRight && (
        <AnswerLine mark="right">
          {words.rich("countsAsRight", {
            count: variants.length,
            answers: () => <b dir="auto">{variants.join(", ")}</b>,
          })}
        </AnswerLine>
      )}
      <Said words={isOpen ? null : own || common} />
    </>
  )
}
