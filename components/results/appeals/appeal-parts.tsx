import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { AnswerAndKey } from "@/components/results/student/student-answers"
import { TextLink } from "@/components/ui/text-link"
import { displayPoints } from "@/lib/quiz/score-display"
import type { SentenceView } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"
import type { AppealEntry } from "@/lib/results/appeals/build-appeals"

type AppealPartsProps = {
  entry: AppealEntry
  headingId: string
  studentHref: string
  sentences: readonly SentenceView[]
  clock: Clock
}

/** Who appeals, what they answered, what the key says, and their reason, side by side. */
export function AppealParts({ entry, headingId, studentHref, sentences, clock }: AppealPartsProps) {
  const words = useTranslations("results.appeals")
  const { appeal, student, answered } = entry
  const { item, earned } = answered
  const sentenceOf = (id: string) => sentences.find((sentence) => sentence.id === id)
  return (
    <div className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
      <div className="min-w-0">
        <h3 id={headingId} dir="auto" className="font-semibold">
          <TextLink href={studentHref}>{student.displayName}</TextLink>
        </h3>
        <AnswerAndKey answer={answered} sentenceOf={sentenceOf} showsKey />
        <p className="mt-2 text-13 text-ink-2 tabular-nums">
          {earned
            ? words("stands", { earned: displayPoints(earned), possible: item.points })
            : words("unscored", { possible: item.points })}
        </p>
      </div>
      <figure className="min-w-0 border-accent border-s-2 ps-4">
        <figcaption className="text-13 text-ink-2">
          {words.rich("reasonOf", { at: () => <Instant at={appeal.createdAt} clock={clock} /> })}
        </figcaption>
        <blockquote
          dir="auto"
          lang={urduLang(appeal.reason)}
          className="wrap-anywhere whitespace-pre-line font-read text-17"
        >
          {appeal.reason}
        </blockquote>
      </figure>
    </div>
  )
}
