import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { acceptLateAction, reopenAttemptAction } from "@/app/teach/assignments/[assignmentId]/actions"
import { openResults } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { StudentView } from "@/components/results/student/student-view"
import { formatInstant } from "@/lib/lesson/school-time"
import type { ResultsAssignment } from "@/lib/results/server/store"
import { buildStudentAnswers } from "@/lib/results/student/student-answers"

type Props = { params: Promise<{ assignmentId: string; enrolmentId: string }> }

async function openStudent({ params }: Props) {
  const { assignmentId, enrolmentId } = await params
  const open = await openResults(assignmentId)
  const row = open.grid.rows.find(({ student }) => student.enrolmentId === enrolmentId)
  return row ? { open, row } : notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { open, row } = await openStudent(props)
  return { title: `${row.student.displayName}, ${open.assignment.title}` }
}

/** One student's answers, to look at. */
export default async function StudentPage(props: Props) {
  const { open, row } = await openStudent(props)
  const { assignment, grid, items, answers, revision, clock } = open
  const own = answers.filter((answer) => answer.enrolmentId === row.student.enrolmentId)
  const drawn = row.student.attempt?.itemIds
  const given = drawn ? items.filter(({ itemId }) => drawn.includes(itemId)) : items
  return (
    <ResultsPage
      open={open}
      here={null}
      student={{ enrolmentId: row.student.enrolmentId, name: row.student.displayName }}
    >
      <StudentView
        row={row}
        answers={buildStudentAnswers(given, own, row.quiz.state === "submitted")}
        sentences={revision.sentences}
        pointsPossible={grid.pointsPossible}
        base={`/teach/assignments/${assignment.assignmentId}`}
        when={(instant) => formatInstant(instant, clock)}
        seesPosts={open.may.seeNames}
        acceptLate={open.may.grade ? acceptLateAction : null}
        // Shown on handing in, or by now: what was right is known, and the act would only be refused.
        reopen={open.may.grade && !showsResults(assignment) ? reopenAttemptAction : null}
      />
    </ResultsPage>
  )
}

const showsResults = ({ releasePolicy, releasedAt }: ResultsAssignment): boolean =>
  releasePolicy === "on_submit" || releasedAt !== null
