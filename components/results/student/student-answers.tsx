import { Check, CircleSlash2, Minus, PenLine, X } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { CountsNote } from "@/components/results/fixing/counts-note"
import { cn } from "@/components/ui/cn"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { displayPoints } from "@/lib/quiz/score-display"
import { type SentenceView, sentenceLabel } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"
import type { AnsweredItem, AnswerVerdict } from "@/lib/results/student/student-answers"

type StudentAnswersProps = { answers: readonly AnsweredItem[]; sentences: readonly SentenceView[] }

/** One student's answers beside what is right. Read only. */
export function StudentAnswers({ answers, sentences }: StudentAnswersProps) {
  const byId = new Map(sentences.map((sentence) => [sentence.id, sentence]))
  const sentenceOf = (id: string) => byId.get(id)
  return (
    <ol>
      {answers.map((answer) => (
        <li key={answer.item.itemId} className="border-rule border-t py-5">
          <AnswerEntry answer={answer} sentenceOf={sentenceOf} />
        </li>
      ))}
    </ol>
  )
}

export type SentenceOf = (id: string) => SentenceView | undefined

function AnswerEntry({ answer, sentenceOf }: { answer: AnsweredItem; sentenceOf: SentenceOf }) {
  const { item } = answer
  const isRead = answer.verdict === "toGrade" || answer.verdict === "graded"
  const showsKey = item.key !== null && answer.verdict !== "right" && !isRead
  return (
    <article
      aria-labelledby={`answer-${item.position}`}
      className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_10rem]"
    >
      <div className="min-w-0">
        <h3 id={`answer-${item.position}`} className="font-semibold" dir="auto">
          <span className="me-2 text-ink-3 tabular-nums">{item.position}</span>
          {item.prompt}
        </h3>
        <AnswerAndKey answer={answer} sentenceOf={sentenceOf} showsKey={showsKey} />
        <CountsNote item={item} />
      </div>
      <VerdictMark answer={answer} />
    </article>
  )
}

type AnswerAndKeyProps = { answer: AnsweredItem; sentenceOf: SentenceOf; showsKey: boolean }

/** What was answered and, where it is wanted, what is right. */
export function AnswerAndKey({ answer, sentenceOf, showsKey }: AnswerAndKeyProps) {
  const results = useTranslations("results.student")
  return (
    <dl className="mt-1 grid gap-x-4 gap-y-1 md:grid-cols-[6rem_minmax(0,1fr)]">
      {!isSentencesAlone(answer) && (
        <Line label={results("answer")}>
          <Given answer={answer} />
        </Line>
      )}
      {answer.sentenceIds.length > 0 && (
        <Line label={results("evidence")}>
          <Sentences ids={answer.sentenceIds} sentenceOf={sentenceOf} />
        </Line>
      )}
      {answer.confidence && (
        <Line label={results("confidence.label")}>
          {results("confidence.said", { confidence: answer.confidence })}
        </Line>
      )}
      {showsKey && (
        <Line label={results("key")}>
          <Options list={answer.rightOptions} />
          {answer.rightText && <span dir="auto">{answer.rightText}</span>}
          <RightParts parts={answer.parts} />
          <Sentences ids={answer.rightSentenceIds} sentenceOf={sentenceOf} />
        </Line>
      )}
    </dl>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-13 text-ink-3 leading-6">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

/** Where sentences are the whole answer, they stand for it. */
const isSentencesAlone = ({ sentenceIds, chosen, text, parts, item }: AnsweredItem): boolean =>
  sentenceIds.length > 0 && item.options.length + chosen.length + parts.length === 0 && text === null

/** Options, words or places, whichever the type has. */
function Given({ answer: { verdict, chosen, text, parts } }: { answer: AnsweredItem }) {
  const results = useTranslations("results.student")
  const isEmpty = chosen.length === 0 && text === null && parts.length === 0
  if (verdict === "blank" || isEmpty) return <span className="text-ink-3">{results("blank")}</span>
  return (
    <>
      <Options list={chosen} />
      {text !== null && (
        <span dir="auto" className="whitespace-pre-line">
          {text}
        </span>
      )}
      {parts.map(({ id, label, text: words, isRight }) => (
        <span key={id} className="flex items-baseline gap-2" dir="auto">
          <span className="text-ink-2">{label}</span>
          {words ?? <span className="text-ink-3">{results("blank")}</span>}
          {isRight !== null && <PartMark isRight={isRight} />}
        </span>
      ))}
    </>
  )
}

function PartMark({ isRight }: { isRight: boolean }) {
  const results = useTranslations("results.student")
  const { Icon, look } = marks[isRight ? "right" : "wrong"]
  return (
    <span className={cn("inline-flex items-center gap-1 text-13", look)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {results(isRight ? "right" : "wrong")}
    </span>
  )
}

function RightParts({ parts }: Pick<AnsweredItem, "parts">) {
  return parts
    .filter(({ isRight, rightText }) => isRight !== true && rightText !== null)
    .map(({ id, label, rightText }) => (
      <span key={id} className="flex items-baseline gap-2" dir="auto">
        <span className="text-ink-2">{label}</span>
        {rightText}
      </span>
    ))
}

function Options({ list }: { list: AnsweredItem["chosen"] }) {
  return list.map(({ letter, text }) => (
    <span key={letter} className="block" dir="auto">
      <b className="me-2 font-semibold">{letter}</b>
      {text}
    </span>
  ))
}

function Sentences({ ids, sentenceOf }: { ids: readonly string[]; sentenceOf: SentenceOf }) {
  return ids.map((id) => {
    const sentence = sentenceOf(id)
    if (!sentence) return null
    return (
      <span key={id} className="grid grid-cols-[3rem_minmax(0,1fr)] items-baseline">
        <span>
          <SentenceRef label={sentenceLabel(sentence)} />
        </span>
        <span className="font-read" dir="auto" lang={urduLang(sentence.text)}>
          {sentence.text}
        </span>
      </span>
    )
  })
}

const marks: Record<AnswerVerdict, { Icon: typeof Check; look: string }> = {
  right: { Icon: Check, look: "text-right" },
  partly: { Icon: Minus, look: "text-part" },
  wrong: { Icon: X, look: "text-wrong" },
  blank: { Icon: CircleSlash2, look: "text-ink-3" },
  toGrade: { Icon: PenLine, look: "text-accent" },
  graded: { Icon: PenLine, look: "text-ink-2" },
  unscored: { Icon: Minus, look: "text-ink-3" },
}

function VerdictMark({ answer: { item, verdict, earned } }: { answer: AnsweredItem }) {
  const results = useTranslations("results.student")
  const { Icon, look } = marks[verdict]
  if (verdict === "unscored" && item.isKeyed) return null
  const word = verdict === "unscored" ? results("view") : results(verdict)
  return (
    <p className={cn("flex items-center gap-1.5 self-start text-13 leading-6 md:justify-end", look)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="font-semibold">{word}</span>
      {earned && (
        <span className="text-ink-2 tabular-nums">
          {results("points", { earned: displayPoints(earned), possible: item.points })}
        </span>
      )}
    </p>
  )
}
