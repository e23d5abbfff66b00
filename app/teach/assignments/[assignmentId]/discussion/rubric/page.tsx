import type { Metadata } from "next"
import { forbidden } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { saveDiscussionRubricAction } from "@/app/teach/assignments/[assignmentId]/discussion/actions"
import { openDiscussion } from "@/app/teach/assignments/[assignmentId]/discussion/open-discussion"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { RubricForm } from "@/components/results/discussion/rubric-form"
import { ClientMessages } from "@/components/ui/client-messages"
import { TextLink } from "@/components/ui/text-link"

type Props = { params: Promise<{ assignmentId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await openDiscussion((await params).assignmentId, null)
  const words = await getTranslations("results.part.rubricForm")
  return { title: `${words("title")}, ${assignment.title}` }
}

/** By what the discussion is graded: for the teachers of the class. */
export default async function RubricPage({ params }: Props) {
  const { assignmentId } = await params
  const open = await openDiscussion(assignmentId, null)
  if (!open.grading) return forbidden()
  const { current } = open.grading
  const results = await getTranslations("results.part")
  const back = `/teach/assignments/${assignmentId}/discussion`
  return (
    <ResultsPage open={open} here={null}>
      <header className="max-w-narrow pt-5 pb-4">
        <p className="text-13">
          <TextLink href={back}>{results("back")}</TextLink>
        </p>
        <h2 className="font-semibold text-20">{results("rubricForm.title")}</h2>
        <p className="text-ink-2">{results("rubricForm.lead")}</p>
      </header>
      <ClientMessages rooms={["quiz.editor", "quiz.problems", "results.part.rubricForm"]}>
        <RubricForm
          key={current.number}
          assignmentId={assignmentId}
          current={current}
          doneHref={back}
          save={saveDiscussionRubricAction}
        />
      </ClientMessages>
    </ResultsPage>
  )
}
