import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { bringResultsAction } from "@/app/teach/assignments/[assignmentId]/actions"
import {
  answerGradeReplyAction,
  dropBankCommentAction,
  keepBankCommentAction,
  loadBankAction,
  releaseGradesAction,
  saveGradeAction,
  saveGradeHereAction,
  setGradingRulesAction,
} from "@/app/teach/assignments/[assignmentId]/grade/actions"
import { openResults, turnAway } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { GradingView } from "@/components/results/grading/grading-view"
import { readGradingQuery } from "@/lib/results/grading/grading-query"
import { loadGrading } from "@/lib/results/server/load-grading"

type Props = {
  params: Promise<{ assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await openResults((await params).assignmentId)
  const results = await getTranslations("results")
  return { title: `${results("tabs.grade")}, ${assignment.title}, ${assignment.className}` }
}

/** What only a teacher can grade, answer by answer. */
export default async function GradePage({ params, searchParams }: Props) {
  const open = await openResults((await params).assignmentId)
  const { viewer, assignment, revision, clock } = open
  const query = readGradingQuery(await searchParams)
  const grading = await loadGrading(viewer, assignment.assignmentId, query)
  if (!grading.ok) return turnAway(grading.refusal)
  return (
    <ResultsPage open={open} here="grade">
      <GradingView
        assignmentId={assignment.assignmentId}
        grading={grading.value}
        sentences={revision.sentences}
        query={query}
        clock={clock}
        actions={{
          save: saveGradeAction,
          saveHere: saveGradeHereAction,
          bring: bringResultsAction,
          bank: { load: loadBankAction, keep: keepBankCommentAction, drop: dropBankCommentAction },
          rules: { set: setGradingRulesAction, release: releaseGradesAction },
          answerReply: answerGradeReplyAction,
        }}
      />
    </ResultsPage>
  )
}
