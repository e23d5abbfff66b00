import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { copyLessonAction } from "@/app/teach/library/actions"
import { CopyLessonButton } from "@/components/lesson/copy-lesson-button"
import { LessonHeading } from "@/components/lesson/editor/lesson-heading"
import { Article } from "@/components/reading/article"
import { ClientMessages } from "@/components/ui/client-messages"
import { TabLinks } from "@/components/ui/tab-links"
import { newId } from "@/lib/platform/ids"
import { isQuestion } from "@/lib/quiz/question"
import { type EditorPart, EditorPartView, editorParts } from "./editor-part"
import { type LoadedEditor, loadEditor } from "./load-editor"

type Props = {
  params: Promise<{ lessonId: string }>
  searchParams: Promise<{ part?: string; item?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lesson } = await loadEditor((await params).lessonId)
  return { title: lesson.title }
}

/** The lesson editor: the text at the side, and one part of the lesson beside it. */
export default async function LessonEditor({ params, searchParams }: Props) {
  const editor = await loadEditor((await params).lessonId)
  const { part, item } = await searchParams
  const here = editorParts.find((name) => name === part) ?? "items"
  const { lesson, revision, viewer } = editor
  const words = await getTranslations("lesson.editor")
  const library = await getTranslations("lesson.library")
  const copyButton = (
    <CopyLessonButton
      lessonId={lesson.lessonId}
      requestId={newId()}
      action={copyLessonAction}
      label={library("copyOf", { title: lesson.title })}
    >
      {words("copy")}
    </CopyLessonButton>
  )
  return (
    <StaffPage viewer={viewer} here="library">
      <LessonHeading lesson={lesson} signedBy={editor.signOffs.shown} copyButton={copyButton} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]">
        <details
          open
          className="min-w-0 max-lg:order-2 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
        >
          <summary className="mb-3 cursor-pointer font-semibold">{words("text")}</summary>
          <Article html={revision.html} language={revision.language} label={revision.title} compact />
        </details>
        <div className="min-w-0">
          <PartLinks here={here} editor={editor} />
          <div className="pt-5">
            <ClientMessages rooms={["lesson.editor", "lesson.itemTypes", "lesson.itemLevels"]}>
              <EditorPartView part={here} editor={editor} itemId={item} />
            </ClientMessages>
          </div>
        </div>
      </div>
    </StaffPage>
  )
}

async function PartLinks({ here, editor }: { here: EditorPart; editor: LoadedEditor }) {
  const words = await getTranslations("lesson.editor")
  const { lesson, items, checks } = editor
  const counts: Partial<Record<EditorPart, number>> = {
    items: items.filter(({ item }) => isQuestion(item)).length,
    prompts: lesson.prompts.length,
    glossary: lesson.glossary.length,
    background: lesson.background.length,
    details: checks.filter(({ blocks }) => blocks).length,
  }
  const links = editorParts.map((part) => ({
    href: `/teach/lessons/${lesson.lessonId}?part=${part}`,
    label: words(`part.${part}`),
    count: counts[part],
    isHere: part === here,
  }))
  return <TabLinks label={words("parts")} links={links} />
}
