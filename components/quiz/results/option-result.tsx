import { useTranslations } from "next-intl"
import { AnswerLine } from "@/components/quiz/results/answer-line"
import { RightInPart } from "@/components/quiz/results/right-in-part"
import { Said } from "@/components/quiz/results/said"
import { optionLetter } from "@/components/quiz/types/option-list"
import type { Option } from "@/lib/quiz/options"

type OptionResultProps = {
  options: readonly Option[]
  /** Ids of the options that were chosen. */
  chosen: readonly string[]
  /** Ids of those that are right; empty where nothing is right or wrong. */
  answers: readonly string[]
  /** By option id, in percent: what options earn that are not wholly right. */
  shares?: Record<string, number> | undefined
  /** By option id. */
  feedback: Record<string, string> | undefined
}

/** A type with one choice, for a list of them. */
export const optionIn = (option: string | null | undefined): string[] => (option ? [option] : [])

/** What was chosen with what the author says to it, and what else was right. In the order the options stood in. */
export function OptionResult({ options, chosen, answers, shares, feedback }: OptionResultProps) {
  const words = useTranslations("quiz.results")
  const lettered = options.map((option, at) => ({ ...option, letter: optionLetter(at) }))
  const given = lettered.filter(({ id }) => chosen.includes(id))
  const missed = lettered.filter(({ id }) => answers.includes(id) && !chosen.includes(id))
  const markOf = (id: string) => {
    if (answers.length === 0) return "none"
    if (answers.includes(id)) return "right"
    return (shares?.[id] ?? 0) > 0 ? "half" : "wrong"
  }
  return (
    <>
      {given.length === 0 && <AnswerLine mark="none">{words("noAnswer")}</AnswerLine>}
      {given.map(({ id, letter, text }) => (
        <div key={id}>
          <AnswerLine mark={markOf(id)}>
            {words.rich("youChose", { letter: () => <b>{letter}</b> })} <bdi>{text}</bdi>
            {markOf(id) === "half" && <RightInPart />}
          </AnswerLine>
          <Said words={feedback?.[id]} />
        </div>
      ))}
      {missed.map(({ id, letter, text }) => (
        <AnswerLine key={id} mark="right">
          {words.rich(answers.length > 1 ? "alsoRight" : "answerIs", { letter: () => <b>{letter}</b> })}{" "}
          <bdi>{text}</bdi>
        </AnswerLine>
      ))}
    </>
  )
}
