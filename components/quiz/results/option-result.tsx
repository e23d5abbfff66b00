import { useTranslations } from "next-intl"
import { AnswerLine } from "@/components/quiz/results/answer-line"
import { optionLetter } from "@/components/quiz/types/option-list"
import type { Option } from "@/lib/quiz/options"

type OptionResultProps = {
  options: readonly Option[]
  chosen: string | null
  /** Null: nothing is right or wrong. */
  answer: string | null
  /** By option id. */
  feedback: Record<string, string> | undefined
}

/** What was chosen, what was right where that differs, and what the author says to the choice. */
export function OptionResult({ options, chosen, answer, feedback }: OptionResultProps) {
  const words = useTranslations("quiz.results")
  const isRight = chosen !== null && chosen === answer
  const said = chosen && feedback?.[chosen]
  const line = (id: string, code: "youChose" | "answerIs") => {
    const at = options.findIndex((option) => option.id === id)
    const letter = () => <b>{optionLetter(at)}</b>
    return (
      <>
        {words.rich(code, { letter })} <bdi>{options[at]?.text}</bdi>
      </>
    )
  }
  return (
    <>
      {chosen && (
        <AnswerLine mark={answer === null ? "none" : isRight ? "right" : "wrong"}>
          {line(chosen, "youChose")}
        </AnswerLine>
      )}
      {!chosen && <AnswerLine mark="none">{words("noAnswer")}</AnswerLine>}
      {answer && !isRight && <AnswerLine mark="right">{line(answer, "answerIs")}</AnswerLine>}
      {said && (
        <p dir="auto" className="mt-2 text-ink-2">
          {said}
        </p>
      )}
    </>
  )
}
