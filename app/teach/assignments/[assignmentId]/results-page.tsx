import type { ReactNode } from "react"
import { releaseResultsAction, startQuizAction } from "@/app/teach/assignments/[assignmentId]/actions"
import type { OpenResults } from "@/app/teach/assignments/[assignmentId]/open-results"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { AssignmentFacts } from "@/components/results/assignment-facts"
import { TakeAway } from "@/components/results/files/take-away"
import { WalkRows } from "@/components/results/grid/walk-rows"
import { ReleaseResults } from "@/components/results/release-results"
import { ResultsFrame, type ResultsTab } from "@/components/results/results-frame"
import { StartQuiz } from "@/components/results/start-quiz"
import { ClientMessages } from "@/components/ui/client-messages"
import { countOpenAppeals } from "@/lib/results/appeals/build-appeals"
import { countToGrade } from "@/lib/results/grid/find-needs"

type ResultsPageProps = {
  open: Pick<
    OpenResults,
    "viewer" | "assignment" | "rail" | "grid" | "analyses" | "appeals" | "may" | "clock"
  >
  here: ResultsTab | null
  /** Whose page it is, where it is one student's. */
  student?: { enrolmentId: string; name: string }
  children: ReactNode
}

/** What every page of an assignment's results has around it. */
export function ResultsPage({ open, here, student, children }: ResultsPageProps) {
  const { viewer, assignment, rail, grid, analyses, appeals, may, clock } = open
  const otherTimes = grid.rows.filter((row) => row.student.ownDueAt && !row.student.hasLeft).length
  const mayRelease = may.release && !assignment.releasedAt && assignment.releasePolicy !== "on_submit"
  const isOpen = clock.now >= assignment.opensAt && clock.now < assignment.closesAt && !assignment.archivedAt
  const mayStart = may.edit && assignment.teacherStarts && isOpen
  return (
    <StaffPage viewer={viewer} here="classes" openClass={assignment.classPublicId} classes={rail}>
      <ResultsFrame
        assignment={assignment}
        here={here}
        hasStance={assignment.stanceStatement !== null}
        toGrade={may.grade ? countToGrade(analyses) : null}
        openAppeals={countOpenAppeals(appeals)}
        mayEdit={may.edit}
        facts={<AssignmentFacts assignment={assignment} otherTimes={otherTimes} clock={clock} />}
        acts={
          <ClientMessages rooms={["results.releasing", "results.starting", "results.files.menu"]}>
            {mayStart && (
              <StartQuiz
                assignmentId={assignment.assignmentId}
                hasStarted={assignment.quizStartedAt !== null}
                action={startQuizAction}
              />
            )}
            {mayRelease && (
              <ReleaseResults
                assignmentId={assignment.assignmentId}
                finished={grid.done.quiz}
                action={releaseResultsAction}
              />
            )}
            {may.export && <TakeAway assignmentId={assignment.assignmentId} student={student} />}
          </ClientMessages>
        }
      >
        {children}
      </ResultsFrame>
      <WalkRows />
    </StaffPage>
  )
}
