import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { PreviewBanner } from "@/components/lesson/preview/preview-banner"
import { previewSteps } from "@/lib/lesson/preview-steps"
import type { StepView } from "@/lib/lesson/steps"
import { isQuestion } from "@/lib/quiz/question"
import { type LoadedEditor, loadEditor } from "../../load-editor"
import { PreviewStep } from "./preview-step"

type Props = { params: Promise<{ lessonId: string; step: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.preview"))("label") }
}

/** One step as a student would see it. Nothing is written: the same views, with what keeps their work left out. */
export default async function PreviewPage({ params }: Props) {
  const { lessonId, step } = await params
  const editor = await loadEditor(lessonId)
  const steps = stepsOf(editor, step)
  const here = steps.find((view) => view.step === step)
  if (!here) notFound()
  const words = await getTranslations("lesson.preview")
  const visit = {
    viewer: editor.viewer,
    assignment: { title: editor.lesson.title, className: words("label") },
    steps,
  }
  const layouts = { stance: "page", read: "bare", quiz: "screen", discuss: "page", reflect: "page" } as const
  return (
    <AssignmentFrame
      visit={visit}
      here={here.step}
      layout={layouts[here.step]}
      banner={<PreviewBanner lessonId={lessonId} />}
    >
      <PreviewStep editor={editor} step={here.step} next={steps[steps.indexOf(here) + 1] ?? null} />
    </AssignmentFrame>
  )
}

function stepsOf({ lesson, revision, items }: LoadedEditor, step: string): StepView[] {
  const facts = {
    wordCount: revision.wordCount,
    sentenceCount: revision.sentences.length,
    itemCount: items.filter(({ item }) => isQuestion(item)).length,
    promptCount: lesson.prompts.length,
    hasStanceStatement: lesson.stanceStatement !== null,
  }
  const address = `/teach/lessons/${lesson.lessonId}/preview`
  return previewSteps(facts, { address, here: step as StepView["step"] })
}
