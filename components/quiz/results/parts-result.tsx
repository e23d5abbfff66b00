import { useTranslations } from "next-intl"
import { AnswerLine } from "@/components/quiz/results/answer-line"
import { RightInPart } from "@/components/quiz/results/right-in-part"
import { Said } from "@/components/quiz/results/said"
import type { ItemResult } from "@/lib/quiz/build-results"
import type { ToldPart } from "@/lib/quiz/told"
import { verdictGroup } from "@/lib/quiz/verdict"

/** Place by place: what was answered there, and what was right where that is something else. */
export function PartsResult({ result, parts }: { result: ItemResult; parts: readonly ToldPart[] }) {
  const words = useTranslations("quiz.results")
  const isEmpty = parts.every(({ text }) => text === null)
  return (
    <>
      {isEmpty && <AnswerLine mark="none">{words("noAnswer")}</AnswerLine>}
      <ul className="grid gap-2">
        {parts.map((part) => (
          <li key={part.id}>
            <PartResult part={part} isOpen={isEmpty} />
          </li>
        ))}
      </ul>
      <Said words={saidTo(result, isEmpty)} />
    </>
  )
}

/** Nothing is said to a view, nor to no answer. */
function saidTo({ verdict, feedback }: ItemResult, isEmpty: boolean): string | undefined {
  if (isEmpty || verdict === "view") return undefined
  return feedback[verdictGroup(verdict) === "right" ? "right" : "wrong"]
}

/** `isOpen`: nothing at all was answered, which is said once and not at every place. */
function PartResult({ part, isOpen }: { part: ToldPart; isOpen: boolean }) {
  const words = useTranslations("quiz.results")
  const { label, text, isRight, isHalf, said, rightText } = part
  const mark = isRight === null ? "none" : isRight ? "right" : isHalf ? "half" : "wrong"
  const around = {
    place: () => (
      <span dir="auto" className="text-ink-2">
        {label}
      </span>
    ),
  }
  const shown = (answer: string) => () => <b dir="auto">{answer}</b>
  return (
    <>
      {!isOpen && (
        <AnswerLine mark={mark}>
          {text === null
            ? words.rich("placeOpen", around)
            : words.rich("placeGiven", { ...around, answer: shown(text) })}
          {isHalf && <RightInPart />}
          {said && (
            <span dir="auto" className="block text-ink-2">
              {said}
            </span>
          )}
        </AnswerLine>
      )}
      {rightText !== null && isRight !== true && (
        <AnswerLine mark="right">
          {isOpen
            ? words.rich("placeGiven", { ...around, answer: shown(rightText) })
            : words.rich("placeRight", { answer: shown(rightText) })}
        </AnswerLine>
      )}
    </>
  )
}
