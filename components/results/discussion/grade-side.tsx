import { useTranslations } from "next-intl"
import type { Clock } from "@/components/lesson/instant"
import { GradeShown } from "@/components/quiz/types/long/result"
import type { BankActions } from "@/components/results/grading/comment-bank"
import { GradingForm } from "@/components/results/grading/grading-form"
import type { GradeActions } from "@/components/results/grading/use-grading"
import { WalkAnswers } from "@/components/results/grading/walk-answers"
import { ClientMessages } from "@/components/ui/client-messages"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import { formatInstant } from "@/lib/lesson/school-time"
import { displayPoints } from "@/lib/quiz/score-display"
import {
  type DiscussionGrade,
  discussionPoints,
  type NumberedRubric,
} from "@/lib/results/discussion/discussion-grade"
import { type DiscussionQuery, discussionHref } from "@/lib/results/discussion/discussion-query"
import type { AuthorWalk } from "@/lib/results/discussion/walk-authors"

export type GradeSideProps = {
  assignmentId: string
  enrolmentId: string
  current: NumberedRubric
  /** Of this student, the newest first. */
  grades: readonly DiscussionGrade[]
  walk: AuthorWalk
  query: DiscussionQuery
  clock: Clock
  actions: GradeActions & { bank: BankActions }
}

/** The rubric beside a student's posts, what was given by it, and the way to the next student. */
export function GradeSide(props: GradeSideProps) {
  const { assignmentId, enrolmentId, current, grades, walk, query, clock, actions } = props
  const results = useTranslations("results.part")
  const { save, saveHere, bring, bank } = actions
  const [given] = grades
  const hrefOf = (key: string | null) =>
    key && discussionHref({ assignmentId, key }, { showsNames: query.showsNames })
  return (
    <ClientMessages rooms={["results.grading", "quiz.results"]}>
      <section
        aria-labelledby="rubric-title"
        className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto lg:border-rule lg:border-s lg:ps-8 lg:pe-1"
      >
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 id="rubric-title" className="font-semibold text-17">
            {results("rubricTitle")}
          </h3>
          <TextLink href={`/teach/assignments/${assignmentId}/discussion/rubric`} className="text-13">
            {results("editRubric")}
          </TextLink>
        </div>
        {given && <Standing given={given} isEarlier={given.number !== current.number} />}
        <GradingForm
          key={`${enrolmentId} ${current.number}`}
          place={{ assignmentId, enrolmentId, rubricNumber: current.number }}
          rubric={current.rubric}
          answer={null}
          second={null}
          given={
            given
              ? {
                  levels: given.levels,
                  comment: given.comment,
                  scoringId: given.gradeId,
                  by: given.by,
                  at: given.at.toISOString(),
                }
              : null
          }
          nextHref={hrefOf(walk.nextUngraded)}
          clock={clock}
          actions={{ save, saveHere, bring }}
          bank={bank}
        />
        <Earlier grades={grades.slice(1)} clock={clock} />
        <WalkAnswers
          key={`walk ${enrolmentId}`}
          previousHref={hrefOf(walk.previous)}
          nextHref={hrefOf(walk.next)}
          label={results("walk")}
          keys={results("keys")}
        />
      </section>
    </ClientMessages>
  )
}

function Standing({ given, isEarlier }: { given: DiscussionGrade; isEarlier: boolean }) {
  const results = useTranslations("results.part")
  const { earned, possible } = discussionPoints(given)
  return (
    <>
      <p className="mb-3 font-semibold tabular-nums">
        {results("own.points", { earned: displayPoints(earned), possible })}
      </p>
      {isEarlier && (
        <Notice title={results("earlierRubric")} className="mb-4">
          <p>{results("earlierRubricMore")}</p>
          <GradeShown grade={given} rubric={given.rubric} />
        </Notice>
      )}
    </>
  )
}

/** What was given before: nothing is overwritten. */
function Earlier({ grades, clock }: Pick<GradeSideProps, "grades" | "clock">) {
  const results = useTranslations("results.part")
  if (grades.length === 0) return null
  return (
    <details className="mt-4 text-13">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-accent hover:underline">
        {results("history", { count: grades.length })}
      </summary>
      <ol className="text-ink-2">
        {grades.map((grade) => {
          const { earned, possible } = discussionPoints(grade)
          return (
            <li key={grade.gradeId} className="py-1">
              {results("historyLine", {
                earned: displayPoints(earned),
                possible,
                name: grade.by,
                at: formatInstant(grade.at, clock),
              })}
              {grade.comment !== "" && (
                <span dir="auto" className="block whitespace-pre-line">
                  {grade.comment}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
