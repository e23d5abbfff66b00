import { cookies } from "next/headers"
import { notFound } from "next/navigation"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { FinishReading } from "@/components/reading/finish-reading"
import { ReadingPage } from "@/components/reading/reading-page"
import { ClientMessages } from "@/components/ui/client-messages"
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme"
import { loadGlossedArticle } from "@/lib/reading/server/load-glossed-article"
import { loadNotes } from "@/lib/reading/server/load-notes"
import { loadRevision } from "@/lib/reading/server/load-revision"
import { parseType, TYPE_COOKIE, withLargerType } from "@/lib/reading/type-settings"
import { finishReadingAction, removeNoteAction, restoreNoteAction, saveNoteAction } from "./actions"

type Props = { params: Promise<{ assignmentId: string }> }

/** The text, with the reader's own notes. Two trips: the visit and the notes; the text itself is kept in the process. */
export default async function ReadPage({ params }: Props) {
  const { assignmentId } = await params
  const visit = await requireVisit(assignmentId, "read")
  const { assignment, enrolment, facts, steps, viewer } = visit
  const revision = await loadRevision(assignment.revisionId)
  if (!revision) notFound()
  const [article, notes, jar] = await Promise.all([
    loadGlossedArticle(assignment.lessonVersionId, revision, { sealed: true }),
    loadNotes(viewer, { assignmentId, enrolment }),
    cookies(),
  ])
  const place = { sentenceId: assignment.placeSentenceId, sentencesRead: facts.sentencesRead }
  const actions = { save: saveNoteAction, remove: removeNoteAction, restore: restoreNoteAction }
  return (
    <AssignmentFrame
      visit={visit}
      here="read"
      progress={facts.sentencesRead / Math.max(1, facts.sentenceCount)}
      layout="bare"
    >
      <ClientMessages rooms={["reading.desk", "reading.settings", "reading.mark", "reading.page"]}>
        <ReadingPage
          revision={revision}
          article={article}
          locale={viewer.school.locale}
          settings={withLargerType(parseType(jar.get(TYPE_COOKIE)?.value), assignment.largerType)}
          theme={parseTheme(jar.get(THEME_COOKIE)?.value)}
          student={{ assignmentId, notes, place, actions }}
          finish={
            <FinishReading
              action={finishReadingAction.bind(null, assignmentId)}
              leadsTo={steps.find((one) => one.step === "quiz" || one.step === "discuss")?.step ?? null}
              isFinished={facts.readingFinished}
            />
          }
        />
      </ClientMessages>
    </AssignmentFrame>
  )
}
