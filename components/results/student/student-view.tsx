import { useTranslations } from "next-intl"
import { AcceptLate, type AcceptLateAction } from "@/components/results/student/accept-late"
import { ReopenAttempt, type ReopenAttemptAction } from "@/components/results/student/reopen-attempt"
import { StudentAnswers } from "@/components/results/student/student-answers"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import { displayPoints } from "@/lib/quiz/score-display"
import type { SentenceView } from "@/lib/reading/sentences"
import type { GridRow } from "@/lib/results/grid/build-grid"
import type { AnsweredItem } from "@/lib/results/student/student-answers"

type StudentViewProps = {
  row: GridRow
  answers: readonly AnsweredItem[]
  sentences: readonly SentenceView[]
  pointsPossible: number
  base: string
  /** An instant, in the school's words. */
  when: (instant: Date) => string
  /** Whether the viewer may know which posts are whose. */
  seesPosts: boolean
  /** Null for who may not grade. */
  acceptLate: AcceptLateAction | null
  /** Likewise, and where results have been shown. */
  reopen: ReopenAttemptAction | null
}

/** One student's quiz, for the staff of the class. */
export function StudentView(props: StudentViewProps) {
  const { row, answers, sentences, base } = props
  const results = useTranslations("results.student")
  const { student, quiz } = row
  const name = student.displayName
  return (
    <>
      <p className="pt-5 text-13">
        <TextLink href={base}>{results("back")}</TextLink>
      </p>
      <StudentHead {...props} />
      <LateAnswers {...props} />
      <Attempts {...props} />
      {quiz.state === "none" ? (
        <EmptyState title={results("noAttempt")}>{results("noAttemptMore", { name })}</EmptyState>
      ) : (
        <>
          <StudentAnswers answers={answers} sentences={sentences} />
          <p className="border-rule border-t pt-3 text-13 text-ink-3">{results("readOnly", { name })}</p>
        </>
      )}
    </>
  )
}

/** What came after the deadline, and the act that lets it count. */
function LateAnswers({ row: { student }, when, acceptLate }: StudentViewProps) {
  const results = useTranslations("results")
  const { late, displayName: name } = student
  if (!late) return null
  const { answers } = late
  return (
    <Notice
      kind="warning"
      className="mb-4 print:hidden"
      acts={
        acceptLate && (
          <ClientMessages rooms={["results.late"]}>
            <AcceptLate attemptId={late.attemptId} name={name} answers={answers} action={acceptLate} />
          </ClientMessages>
        )
      }
    >
      {results("late.waiting", { answers, name, when: when(late.lastAt) })}
    </Notice>
  )
}

/** Every finished attempt with what it counts for, where there is more than one or something was taken off. */
function Attempts({ row: { student }, pointsPossible, when }: StudentViewProps) {
  const results = useTranslations("results.student")
  const { attempt } = student
  if (!attempt || (attempt.lines.length < 2 && attempt.latePercent === 0)) return null
  return (
    <ol aria-label={results("attempts")} className="mb-4 max-w-read text-13">
      {attempt.lines.map((line) => (
        <li key={line.number} className="flex flex-wrap gap-x-3 border-rule border-t py-1">
          <span>{results("attempt", { number: line.number })}</span>
          <span className="tabular-nums">
            {results("score", { score: displayPoints(line.earned), possible: pointsPossible })}
          </span>
          {line.latePercent > 0 && (
            <span className="text-part">{results("percentOff", { percent: line.latePercent })}</span>
          )}
          <span className="ms-auto text-ink-2">{results("handedIn", { when: when(line.submittedAt) })}</span>
        </li>
      ))}
    </ol>
  )
}

function StudentHead(props: StudentViewProps) {
  const { row, pointsPossible, base, when, seesPosts, reopen } = props
  const { student, quiz } = row
  const results = useTranslations("results.student")
  const name = student.displayName
  const wrote = student.posts + student.replies > 0
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 pb-4">
      <h2 className="font-semibold text-20" dir="auto">
        {name}
      </h2>
      {quiz.state === "submitted" && (
        <p className="text-ink-2">
          <b className="font-semibold text-ink">
            {results("score", { score: displayPoints(quiz.score), possible: pointsPossible })}
          </b>
          {student.attempt?.submittedAt && (
            <span className="ms-3 text-13">
              {results("handedIn", { when: when(student.attempt.submittedAt) })}
            </span>
          )}
        </p>
      )}
      {quiz.state === "open" && <p className="text-ink-2">{results("open")}</p>}
      {wrote && seesPosts && (
        <TextLink href={`${base}/discussion/${student.enrolmentId}?names=shown`} className="text-13">
          {results("seePosts", { name })}
        </TextLink>
      )}
      {reopen && quiz.state === "submitted" && student.newestAttemptId && !student.hasLeft && (
        <div className="ms-auto max-md:ms-0 print:hidden">
          <ClientMessages rooms={["results.reopen"]}>
            <ReopenAttempt attemptId={student.newestAttemptId} name={name} action={reopen} />
          </ClientMessages>
        </div>
      )}
    </div>
  )
}
