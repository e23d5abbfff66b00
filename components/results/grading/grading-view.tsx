import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import type { Clock } from "@/components/lesson/instant"
import { GradingForm, type SaveGrade } from "@/components/results/grading/grading-form"
import { WalkAnswers } from "@/components/results/grading/walk-answers"
import { ClientMessages } from "@/components/ui/client-messages"
import { cn } from "@/components/ui/cn"
import { EmptyState } from "@/components/ui/empty-state"
import { PageLink } from "@/components/ui/page-link"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { TextLink } from "@/components/ui/text-link"
import { type SentenceView, sentenceLabel } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"
import type { Grading, OpenAnswer } from "@/lib/results/grading/build-grading"
import { gradingHref } from "@/lib/results/grading/grading-query"

type GradingViewProps = {
  assignmentId: string
  grading: Grading
  sentences: readonly SentenceView[]
  showsNames: boolean
  clock: Clock
  actions: { save: SaveGrade; saveHere: SaveGrade }
}

/** One question's answers, one at a time: the words and what they cite on one side, the rubric on the other. */
export function GradingView(props: GradingViewProps) {
  const results = useTranslations("results.grading")
  const { grading, sentences, showsNames, assignmentId } = props
  const { item, open } = grading
  if (!item) return <EmptyState title={results("none")}>{results("noneMore")}</EmptyState>
  if (!open)
    return (
      <>
        <QuestionChooser {...props} />
        <EmptyState title={results("nobody")}>{results("nobodyMore")}</EmptyState>
      </>
    )
  const here = { itemId: item.itemId, attemptId: open.attemptId, showsNames }
  return (
    <>
      <QuestionChooser {...props} />
      <header className="grid gap-1 py-5">
        <h2 dir="auto" className="max-w-[62ch] whitespace-pre-line font-semibold text-17">
          <span className="me-2 text-ink-3 tabular-nums">{item.position}</span>
          {item.prompt}
        </h2>
        <p className="flex flex-wrap gap-x-6 text-13 text-ink-2">
          <span>{results("progress", { graded: item.graded, of: item.of })}</span>
          <TextLink href={gradingHref(assignmentId, { ...here, showsNames: !showsNames })}>
            {results(showsNames ? "hideNames" : "showNames")}
          </TextLink>
        </p>
        <AnswerStrip {...props} />
      </header>
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <AnswerRead open={open} of={item.of} sentences={sentences} showsNames={showsNames} />
        <RubricSide {...props} item={item} open={open} />
      </div>
    </>
  )
}

/** Only where there are several questions to grade. */
function QuestionChooser({ assignmentId, grading, showsNames }: GradingViewProps) {
  const results = useTranslations("results.grading")
  if (grading.items.length < 2) return null
  return (
    <nav aria-label={results("questions")} className="flex flex-wrap gap-x-5 gap-y-1 pt-4">
      {grading.items.map(({ itemId, position, graded, of }) => (
        <TextLink
          key={itemId}
          href={gradingHref(assignmentId, { itemId, attemptId: null, showsNames })}
          aria-current={itemId === grading.item?.itemId ? "page" : undefined}
          className="aria-[current]:font-semibold"
        >
          {results("question", { position, graded, of })}
        </TextLink>
      ))}
    </nav>
  )
}

/** All answers by number, each saying whether it is graded. */
function AnswerStrip({ assignmentId, grading, showsNames }: GradingViewProps) {
  const results = useTranslations("results.grading")
  const { item, open, answers } = grading
  return (
    <nav aria-label={results("answers")}>
      <ol className="mt-2 flex flex-wrap gap-1">
        {answers.map(({ attemptId, isGraded }, at) => (
          <li key={attemptId}>
            <PageLink
              href={gradingHref(assignmentId, { itemId: item?.itemId ?? null, attemptId, showsNames })}
              aria-label={results("answerLink", { number: at + 1, isGraded: String(isGraded) })}
              aria-current={attemptId === open?.attemptId ? "page" : undefined}
              className={cn(
                "grid h-8 min-w-8 grid-flow-col place-content-center items-center gap-0.5 rounded-corner border px-1 text-13 tabular-nums hover:bg-recess",
                isGraded ? "border-rule text-ink-2" : "border-rule-firm font-semibold",
                "aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent",
              )}
            >
              {at + 1}
              {isGraded && <Check aria-hidden className="size-3" />}
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type AnswerReadProps = Pick<GradingViewProps, "sentences" | "showsNames"> & { open: OpenAnswer; of: number }

function AnswerRead({ open, of, sentences, showsNames }: AnswerReadProps) {
  const results = useTranslations("results.grading")
  const cited = sentences.filter(({ id }) => open.sentenceIds.includes(id))
  return (
    <article aria-labelledby="open-answer" className="min-w-0">
      <h3 id="open-answer" dir="auto" className="mb-2 font-semibold">
        {showsNames
          ? results("answerOf", { number: open.number, of, name: open.studentName })
          : results("answer", { number: open.number, of })}
      </h3>
      {open.text ? (
        <p
          dir="auto"
          lang={urduLang(open.text)}
          className="max-w-read whitespace-pre-line font-read text-17 leading-relaxed"
        >
          {open.text}
        </p>
      ) : (
        <p className="text-ink-3">{results("noWords")}</p>
      )}
      <h4 className="mt-6 mb-1 text-13 text-ink-2">{results("cites", { count: cited.length })}</h4>
      {cited.map((sentence) => (
        <p key={sentence.id} className="grid max-w-read grid-cols-[3rem_minmax(0,1fr)] items-baseline py-1">
          <span>
            <SentenceRef label={sentenceLabel(sentence)} />
          </span>
          <span dir="auto" lang={urduLang(sentence.text)} className="font-read">
            {sentence.text}
          </span>
        </p>
      ))}
    </article>
  )
}

type RubricSideProps = GradingViewProps & { item: NonNullable<Grading["item"]>; open: OpenAnswer }

function RubricSide({ assignmentId, grading, showsNames, clock, actions, item, open }: RubricSideProps) {
  const results = useTranslations("results.grading")
  const hrefOf = (attemptId: string | null) =>
    attemptId && gradingHref(assignmentId, { itemId: item.itemId, attemptId, showsNames })
  if (!item.rubric || item.rubric.criteria.length === 0)
    return <EmptyState title={results("noRubric")}>{results("noRubricMore")}</EmptyState>
  const { given } = open
  return (
    <ClientMessages rooms={["results.grading", "quiz.results"]}>
      <section aria-label={results("rubric")} className="min-w-0 lg:border-rule lg:border-s lg:ps-8">
        <GradingForm
          key={`${item.itemId} ${open.attemptId}`}
          place={{ assignmentId, itemId: item.itemId, attemptId: open.attemptId }}
          rubric={item.rubric}
          given={given && { ...given, at: given.at.toISOString() }}
          nextHref={hrefOf(grading.nextUngraded)}
          clock={clock}
          actions={actions}
        />
        <WalkAnswers
          key={`walk ${open.attemptId}`}
          previousHref={hrefOf(grading.previous)}
          nextHref={hrefOf(grading.next)}
        />
      </section>
    </ClientMessages>
  )
}
