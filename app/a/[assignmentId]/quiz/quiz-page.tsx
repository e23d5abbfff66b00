import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { namedSentences } from "@/components/quiz/chosen-sentences"
import { QuizArticle } from "@/components/quiz/sitting/quiz-article"
import { Sitting } from "@/components/quiz/sitting/sitting"
import { StartQuiz } from "@/components/quiz/start/start-quiz"
import { ClientMessages } from "@/components/ui/client-messages"
import { formatClock, formatInstant, localDay } from "@/lib/lesson/school-time"
import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"
import { now } from "@/lib/platform/clock"
import { isQuestion } from "@/lib/quiz/question"
import { ratedItems } from "@/lib/quiz/rated-items"
import { loadSitting, type Sitting as OpenSitting } from "@/lib/quiz/server/load-sitting"
import { loadRevision } from "@/lib/reading/server/load-revision"
import { parseType, TYPE_COOKIE, withLargerType } from "@/lib/reading/type-settings"

/** The quiz and its review: one page under two addresses, so that going to and fro loses nothing that is not saved. */
export async function QuizPage({ assignmentId }: { assignmentId: string }) {
  const visit = await requireVisit(assignmentId, "quiz")
  const at = now()
  const sitting = await loadSitting(visit.assignment.id, visit.enrolment.id, at)
  return sitting ? <OpenQuiz {...{ visit, sitting, at }} /> : <ClosedQuiz {...{ visit, at }} />
}

/** What a sitting says. The whole room of words is four times as much, and was a third of the page. */
const SITTING_WORDS = [
  "quiz.answer",
  "quiz.confidence",
  "quiz.notice",
  "quiz.outbox",
  "quiz.question",
  "quiz.review",
  "quiz.rival",
  "quiz.stamp",
  "quiz.strip",
  "quiz.submit",
  "quiz.text",
  "quiz.time",
]

type OpenQuizProps = { visit: AssignmentVisit; sitting: OpenSitting; at: Date }

async function OpenQuiz({ visit, sitting, at }: OpenQuizProps) {
  const { assignment, viewer } = visit
  const revision = await loadRevision(assignment.revisionId)
  if (!revision) throw new Error(`Revision ${assignment.revisionId} of a lesson is gone`)
  const words = await getTranslations("quiz.question")
  const shownIn = { timeZone: viewer.school.timeZone, locale: viewer.school.locale }
  const home = `/a/${assignment.id}`
  const given = sitting.answers.filter(({ value }) => value !== null).length
  return (
    <AssignmentFrame
      visit={visit}
      here="quiz"
      layout="screen"
      progress={given / Math.max(1, sitting.items.filter(isQuestion).length)}
    >
      <ClientMessages rooms={SITTING_WORDS}>
        {assignment.largerType && <LargerType />}
        <Sitting
          title={words("title", { title: assignment.title })}
          saving={{
            attemptId: sitting.attemptId,
            personId: viewer.userId,
            resultsHref: `${home}/results`,
            quizHref: `${home}/quiz`,
          }}
          items={sitting.items}
          readAloudIn={assignment.readAloud ? revision.language : null}
          answers={sitting.answers}
          reached={assignment.itemOrder === "one_way" ? sitting.reached : null}
          rated={assignment.asksConfidence ? ratedItems(sitting.items) : []}
          sentences={namedSentences(sitting.answers, revision.sentences)}
          deadlineAt={sitting.deadlineAt?.toISOString() ?? null}
          graceMinutes={sitting.graceMinutes}
          closesLabel={sitting.deadlineAt && closesLabel(sitting.deadlineAt, at, shownIn)}
          serverNow={at.toISOString()}
          shownIn={shownIn}
        >
          <QuizArticle html={revision.html} language={revision.language} />
        </Sitting>
      </ClientMessages>
    </AssignmentFrame>
  )
}

/** Sets the whole sitting in the size that is granted or chosen: see globals.css. */
async function LargerType() {
  const chosen = parseType((await cookies()).get(TYPE_COOKIE)?.value)
  return <span hidden data-type-size={withLargerType(chosen, true).size} />
}

/** The time alone for a deadline of today, with its day otherwise. */
function closesLabel(deadline: Date, at: Date, shownIn: { timeZone: string; locale: string }): string {
  const isToday = localDay(deadline, shownIn.timeZone) === localDay(at, shownIn.timeZone)
  return isToday
    ? formatClock(deadline, { ...shownIn, now: at })
    : formatInstant(deadline, { ...shownIn, now: at })
}

function ClosedQuiz({ visit, at }: { visit: AssignmentVisit; at: Date }) {
  const { assignment, facts, viewer } = visit
  const hasSubmitted = facts.attempt !== null
  const attemptsLeft = assignment.attemptsAllowed - assignment.attemptsUsed
  const isFinished = attemptsLeft <= 0 || assignment.window !== "open"
  if (hasSubmitted && isFinished) redirect(`/a/${assignment.id}/results`)
  return (
    <AssignmentFrame visit={visit} here="quiz">
      <ClientMessages rooms={["quiz.start"]}>
        <StartQuiz
          assignmentId={assignment.id}
          itemCount={facts.itemCount}
          receipt={assignment.receipt}
          closesAt={assignment.closesAt}
          window={assignment.window}
          attemptsLeft={attemptsLeft}
          attemptsAllowed={assignment.attemptsAllowed}
          hasSubmitted={hasSubmitted}
          waits={facts.quizWaits}
          rules={assignment}
          nextAttemptFrom={assignment.nextAttemptFrom}
          clock={{ timeZone: viewer.school.timeZone, locale: viewer.school.locale, now: at }}
        />
      </ClientMessages>
    </AssignmentFrame>
  )
}
