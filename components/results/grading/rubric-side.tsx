import { useTranslations } from "next-intl"
import type { Clock } from "@/components/lesson/instant"
import { GradeShown } from "@/components/quiz/types/long/result"
import type { BankActions } from "@/components/results/grading/comment-bank"
import { GradingForm } from "@/components/results/grading/grading-form"
import { type GradingLinks, hrefTo } from "@/components/results/grading/grading-place"
import type { GradeActions } from "@/components/results/grading/use-grading"
import { WalkAnswers } from "@/components/results/grading/walk-answers"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import type { GradableItem, Grading, OpenAnswer } from "@/lib/results/grading/build-grading"
import type { Step } from "@/lib/results/grading/grading-places"

type RubricSideProps = {
  assignmentId: string
  grading: Grading
  clock: Clock
  actions: GradeActions & { bank: BankActions }
  item: GradableItem
  open: OpenAnswer
  links: GradingLinks
}

/** What the answer is judged by, and what it was given. */
export function RubricSide(props: RubricSideProps) {
  const { assignmentId, grading, clock, actions, item, open, links } = props
  const results = useTranslations("results.grading")
  const hrefOf = (step: Step | null) => step && hrefTo(links, step)
  if (!item.rubric || item.rubric.criteria.length === 0)
    return <EmptyState title={results("noRubric")}>{results("noRubricMore")}</EmptyState>
  const { given, draft, second, standing } = open
  const { guidelines, ...rubric } = item.rubric
  const { save, saveHere, bring, bank } = actions
  return (
    <ClientMessages rooms={["results.grading", "quiz.results"]}>
      <section
        aria-label={results("rubric")}
        className="grid min-w-0 gap-5 lg:border-rule lg:border-s lg:ps-8"
      >
        {guidelines && <Guidelines text={guidelines} />}
        <StandingNote open={open} />
        <GradingForm
          key={`${item.itemId} ${open.attemptId}`}
          place={{ assignmentId, itemId: item.itemId, attemptId: open.attemptId }}
          rubric={rubric}
          answer={{
            saveNumber: open.saveNumber,
            draft: draft && { ...draft, savedAt: draft.savedAt.toISOString() },
          }}
          given={given && { ...plain(given), scoringId: given.scoringId }}
          second={
            second && (standing === "agree" || standing === "differ")
              ? { standing, grade: plain(second) }
              : null
          }
          nextHref={hrefOf(grading.nextUngraded)}
          clock={clock}
          actions={{ save, saveHere, bring }}
          bank={bank}
        />
        <WalkAnswers
          key={`walk ${item.itemId} ${open.attemptId}`}
          previousHref={hrefOf(grading.previous)}
          nextHref={hrefOf(grading.next)}
        />
      </section>
    </ClientMessages>
  )
}

/** No more of a grade than the form shows. */
const plain = ({
  levels,
  comment,
  by,
  at,
}: Pick<NonNullable<OpenAnswer["given"]>, "levels" | "comment" | "by" | "at">) => ({
  ...{ levels, comment, by },
  at: at.toISOString(),
})

function Guidelines({ text }: { text: string }) {
  const results = useTranslations("results.grading")
  return (
    <details open className="border-rule border-b pb-4">
      <summary className="cursor-pointer font-semibold">{results("guidelines")}</summary>
      <p dir="auto" className="wrap-anywhere mt-1 max-w-read whitespace-pre-line text-ink-2">
        {text}
      </p>
    </details>
  )
}

/** What whoever grades has to know of a grade that stands, or of one they are not to see. */
function StandingNote({ open: { awaitsMine, standing, given, isOtherRubric } }: { open: OpenAnswer }) {
  const results = useTranslations("results.grading")
  return (
    <>
      {awaitsMine && <Notice>{results("second.awaitsMine")}</Notice>}
      {given && standing === "awaitsSecond" && <Notice>{results("second.awaitsOther")}</Notice>}
      {given && standing === "settled" && <p className="text-13 text-ink-2">{results("second.settled")}</p>}
      {given?.earlierRubric && isOtherRubric && (
        <Notice kind="warning" title={results("otherRubric")}>
          <p>{results("otherRubricMore")}</p>
          <details className="mt-1">
            <summary className="cursor-pointer">{results("earlier")}</summary>
            <GradeShown grade={given} rubric={given.earlierRubric} />
          </details>
        </Notice>
      )}
    </>
  )
}
