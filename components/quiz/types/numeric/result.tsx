import { useTranslations } from "next-intl"
import { AnswerLine } from "@/components/quiz/results/answer-line"
import { RightInPart } from "@/components/quiz/results/right-in-part"
import { Said } from "@/components/quiz/results/said"
import type { ResultProps } from "@/components/quiz/types/result-props"
import { isWholePercent } from "@/lib/quiz/share"
import { numberFor } from "@/lib/quiz/types/numeric/numbers"
import { rightNumber } from "@/lib/quiz/types/numeric/numeric"
import type { NumericKey, NumericResponse } from "@/lib/quiz/types/numeric/shapes"

/** What was typed, as it was typed. What could not be read as a number says so, and was not scored. */
export function NumericResult({ result: { value, key, verdict, feedback } }: ResultProps) {
  const words = useTranslations("quiz.results")
  const given = value as NumericResponse | null
  const typed = `${given?.text ?? ""} ${given?.unit ?? ""}`.trim()
  const isRight = verdict === "right"
  const number = key && given ? numberFor(key as NumericKey, given.text) : null
  // With the whole number, only the unit can be missing; otherwise it is the number that earns but a part.
  const lacksUnit = verdict === "partly" && isWholePercent(number?.percent ?? 0)
  const isHalf = verdict === "partly" && !lacksUnit
  const mark = isRight ? "right" : isHalf ? "half" : verdict === "wrong" ? "wrong" : "none"
  const common = isHalf ? undefined : feedback[isRight ? "right" : "wrong"]
  const answer = () => <b dir="auto">{typed}</b>
  return (
    <>
      <AnswerLine mark={mark}>
        {typed === ""
          ? words("noAnswer")
          : words.rich(verdict === "unanswered" ? "notANumber" : "youWrote", { answer })}
        {isHalf && <RightInPart />}
      </AnswerLine>
      {lacksUnit && <AnswerLine mark="wrong">{words("unitNotRight")}</AnswerLine>}
      {key !== null && !isRight && (
        <AnswerLine mark="right">
          {words.rich("countsAsRight", {
            count: 1,
            answers: () => <b dir="auto">{rightNumber(key as NumericKey)}</b>,
          })}
        </AnswerLine>
      )}
      {verdict !== "unanswered" && <Said words={number?.comment || common} />}
    </>
  )
}
