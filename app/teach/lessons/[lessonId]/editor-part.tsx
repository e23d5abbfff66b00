import { getTranslations } from "next-intl/server"
import { ChecksList } from "@/components/lesson/checks-list"
import { ArchiveLessonButton } from "@/components/lesson/editor/archive-lesson-button"
import { DetailsForm } from "@/components/lesson/editor/details-form"
import { GlossaryForm } from "@/components/lesson/editor/glossary-form"
import { type ItemLine, ItemsPanel } from "@/components/lesson/editor/items-panel"
import { PromptsForm } from "@/components/lesson/editor/prompts-form"
import { StanceForm } from "@/components/lesson/editor/stance-form"
import type { LessonCheck } from "@/lib/lesson/lesson-checks"
import { itemTypeNames } from "@/lib/quiz/item-types"
import {
  archiveLessonAction,
  arrangeItemsAction,
  saveGlossaryAction,
  saveLessonDetailsAction,
  savePromptsAction,
  saveStanceStatementAction,
} from "./actions"
import type { LoadedEditor } from "./load-editor"

export const editorParts = ["items", "prompts", "stance", "glossary", "details"] as const
export type EditorPart = (typeof editorParts)[number]

/** One part of the lesson editor, beside the text. */
export async function EditorPartView({ part, editor }: { part: EditorPart; editor: LoadedEditor }) {
  const { lesson, checks } = editor
  const readOnly = !lesson.mayEdit || lesson.archived
  const common = { base: lesson.base, readOnly }
  // A part that was saved elsewhere begins afresh; one that was saved here already shows what was typed.
  const key = lesson.base.lessonVersionId
  switch (part) {
    case "items":
      return (
        <ItemsPanel
          {...common}
          key={key}
          address={`/teach/lessons/${lesson.lessonId}`}
          items={await itemLines(editor)}
          types={itemTypeNames}
          arrangeAction={arrangeItemsAction}
        />
      )
    case "prompts":
      return (
        <PromptsForm {...common} prompts={lesson.prompts} tasks={lesson.tasks} action={savePromptsAction} />
      )
    case "stance":
      return <StanceForm {...common} statement={lesson.stanceStatement} action={saveStanceStatementAction} />
    case "glossary":
      return <GlossaryForm {...common} terms={lesson.glossary} action={saveGlossaryAction} />
    case "details":
      return (
        <div className="grid gap-8">
          <DetailsForm
            {...common}
            title={lesson.title}
            shared={lesson.shared}
            action={saveLessonDetailsAction}
          />
          <Checks checks={checks} lessonId={lesson.lessonId} />
          {lesson.mayEdit && (
            <div>
              <ArchiveLessonButton
                lessonId={lesson.lessonId}
                archived={lesson.archived}
                action={archiveLessonAction}
              />
            </div>
          )}
        </div>
      )
  }
}

async function Checks({ checks, lessonId }: { checks: LessonCheck[]; lessonId: string }) {
  const words = await getTranslations("lesson.checks")
  return (
    <section>
      <h2 className="mb-2 font-semibold">{words("heading")}</h2>
      <ChecksList checks={checks} lessonId={lessonId} />
    </section>
  )
}

async function itemLines({ items, checks }: LoadedEditor): Promise<ItemLine[]> {
  const words = await getTranslations("lesson.checks")
  const problems = await getTranslations("quiz.problems")
  const say = (code: string) => (code === "looseEvidence" ? words("looseEvidence") : problems(code))
  return items.map(({ item }) => ({
    itemId: item.itemId ?? "",
    prompt: item.prompt,
    type: item.type,
    level: item.level,
    problems: checks.flatMap((check) =>
      check.about === "item" && check.itemId === item.itemId ? [say(check.code)] : [],
    ),
  }))
}
