import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Clock } from "@/components/lesson/instant"
import { namedSentences, sentencesById } from "@/components/quiz/chosen-sentences"
import { ConfidenceNote } from "@/components/quiz/results/confidence-note"
import { CountedNote } from "@/components/quiz/results/counted-note"
import { EvidenceColumn } from "@/components/quiz/results/evidence-column"
import { ResultsHead } from "@/components/quiz/results/results-head"
import { VerdictMark, verdictColour } from "@/components/quiz/results/verdict-mark"
import { resultViews } from "@/components/quiz/types/result-views"
import { ButtonLink } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import type { ItemResult, QuizResults } from "@/lib/quiz/build-results"
import type { Counted, CountingPolicy } from "@/lib/quiz/counted-attempt"
import { questionNumbers } from "@/lib/quiz/question"
import { displayPoints } from "@/lib/quiz/score-display"
import { verdictGroup } from "@/lib/quiz/verdict"
import type { SentenceView } from "@/lib/reading/sentences"

type ResultsViewProps = {
  results: QuizResults & { counted: Counted }
  sentences: readonly SentenceView[]
  assignmentId: string
  /** When and how they came, such as "released today, 14:00". */
  kicker: ReactNode
  counting: CountingPolicy
  clock: Clock
  /** What can be done about one question, below its answer. */
  below?: (result: ItemResult, number: number) => ReactNode
  /** What can be done about all of them, before the first. */
  practice?: ReactNode
}

/** What came out: the whole in one look, then each question with the answer, the reason and the sentence. */
export function ResultsView(props: ResultsViewProps) {
  const { results, sentences, assignmentId, kicker, counting, clock, below, practice } = props
  const words = useTranslations("quiz.results")
  const numbers = questionNumbers(results.items.map(({ item }) => item))
  return (
    <>
      <ResultsHead results={results} earned={results.counted.earned} kicker={kicker}>
        <CountedNote counted={results.counted} policy={counting} possible={results.possible} clock={clock} />
        <ConfidenceNote lines={results.confidence} />
      </ResultsHead>
      {practice}
      {results.items.map((result, at) => {
        const number = numbers[at] ?? null
        return number === null ? (
          <NoteItem key={result.item.itemId} text={result.item.prompt} />
        ) : (
          <ResultItem key={result.item.itemId} {...{ result, number, sentences, assignmentId, below }} />
        )
      })}
      <div className="flex flex-wrap gap-3 border-rule border-t pt-6 print:hidden">
        <ButtonLink href={`/a/${assignmentId}/discuss`} variant="main">
          {words("toDiscussion")}
        </ButtonLink>
        <ButtonLink href={`/a/${assignmentId}/read`} variant="quiet">
          {words("toText")}
        </ButtonLink>
      </div>
    </>
  )
}

/** A text that stood between the questions, where it stood. */
const NoteItem = ({ text }: { text: string }) => (
  <div className="border-rule border-t py-6 ps-7 md:ps-12">
    <p dir="auto" className="max-w-read whitespace-pre-line font-read text-17">
      {text}
    </p>
  </div>
)

type ResultItemProps = { result: ItemResult; number: number } & Pick<
  ResultsViewProps,
  "sentences" | "assignmentId" | "below"
>

function ResultItem({ result, number, sentences, assignmentId, below }: ResultItemProps) {
  const words = useTranslations("quiz.results")
  const { item, verdict, earned, evidence, explanation, confidence } = result
  const Result = resultViews[item.type]
  const group = verdictGroup(verdict)
  return (
    <section
      id={`q${number}`}
      aria-labelledby={`result-${number}`}
      className="grid scroll-mt-4 grid-cols-[1.75rem_minmax(0,1fr)] border-rule border-t py-6 md:grid-cols-[3rem_minmax(0,5fr)_minmax(0,6fr)]"
    >
      <p aria-hidden className="text-15 text-ink-3 leading-6 md:text-20">
        {number}
      </p>
      <div className="md:pe-8">
        <p className={cn("flex items-center gap-1.5 font-semibold", verdictColour[group])}>
          <VerdictMark group={group} />
          {words(`verdict.${verdict}`)}
          {earned && (
            <span className="ms-auto font-normal text-13 text-ink-3">
              {words("ofPoints", { earned: displayPoints(earned), points: item.points })}
            </span>
          )}
        </p>
        <h2
          id={`result-${number}`}
          dir="auto"
          className="mt-2 mb-3 whitespace-pre-line font-semibold text-17"
        >
          <span className="sr-only">{words("question", { position: number })} </span>
          {item.prompt}
        </h2>
        <Result result={result} />
        {confidence && <p className="mt-2 text-13 text-ink-2">{words("confidence.said", { confidence })}</p>}
        {explanation && (
          <p dir="auto" className="mt-2 text-ink-2">
            {explanation}
          </p>
        )}
        {below?.(result, number)}
      </div>
      <div className="max-md:col-start-2">
        <EvidenceColumn
          chosen={namedSentences([result], sentences)}
          proof={sentencesById(evidence.sentenceIds, sentences)}
          showsAll={verdict === "partly"}
          judges={group !== "teacher" && group !== "view"}
          quotes={evidence.quotes}
          readHref={`/a/${assignmentId}/read`}
        />
      </div>
    </section>
  )
}
