import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ChecksList } from "@/components/lesson/checks-list"
import { ArchiveLessonButton } from "@/components/lesson/editor/archive-lesson-button"
import { BackgroundForm } from "@/components/lesson/editor/background-form"
import { DetailsForm } from "@/components/lesson/editor/details-form"
import { GlossaryForm } from "@/components/lesson/editor/glossary-form"
import type { ItemLine } from "@/components/lesson/editor/item-line"
import { ItemsPanel } from "@/components/lesson/editor/items-panel"
import { OpenItem } from "@/components/lesson/editor/open-item"
import { PacketsForm } from "@/components/lesson/editor/packets-form"
import { PromptsForm } from "@/components/lesson/editor/prompts-form"
import { StanceForm } from "@/components/lesson/editor/stance-form"
import { SignOffPanel } from "@/components/lesson/sign-off/sign-off-panel"
import { FairnessPanel } from "@/components/quiz/fairness/fairness-panel"
import { ClientMessages } from "@/components/ui/client-messages"
import type { LessonCheck } from "@/lib/lesson/lesson-checks"
import { now } from "@/lib/platform/clock"
import { newRandomId } from "@/lib/platform/ids"
import { blankItem, isKeyed } from "@/lib/quiz/authored-item"
import { checkFairness } from "@/lib/quiz/fairness/check-fairness"
import { itemTypeNames } from "@/lib/quiz/item-types"
import {
  archiveLessonAction,
  arrangeItemsAction,
  changeItemsAction,
  layOutItemsAction,
  saveBackgroundAction,
  saveGlossaryAction,
  saveItemAction,
  saveLessonDetailsAction,
  savePromptsAction,
  saveSidePacketsAction,
  saveStanceStatementAction,
  signOffLessonAction,
  takeBackSignOffAction,
} from "./actions"
import type { LoadedEditor } from "./load-editor"

export const editorParts = [
  "items",
  "fairness",
  "prompts",
  "stance",
  "glossary",
  "background",
  "details",
] as const
export type EditorPart = (typeof editorParts)[number]

type EditorPartProps = {
  part: EditorPart
  editor: LoadedEditor
  /** The question that is open, or "new-" and a type. */
  itemId: string | undefined
}

/** One part of the lesson editor, beside the text. */
export async function EditorPartView({ part, editor, itemId }: EditorPartProps) {
  const { lesson } = editor
  const readOnly = !lesson.mayEdit || lesson.archived
  const common = { base: lesson.base, readOnly }
  if (part === "items" && itemId) return <ItemPart editor={editor} itemId={itemId} readOnly={readOnly} />
  switch (part) {
    case "items":
      return (
        <ItemsPanel
          {...common}
          key={lesson.lessonId}
          lessonId={lesson.lessonId}
          address={`/teach/lessons/${lesson.lessonId}`}
          items={await itemLines(editor)}
          pools={poolsOf(editor.items)}
          types={itemTypeNames}
          arrangeAction={arrangeItemsAction}
          layOutAction={layOutItemsAction}
          changeAction={changeItemsAction}
        />
      )
    case "fairness":
      return (
        <FairnessPanel
          report={checkFairness(editor.items, editor.revision.language)}
          language={editor.revision.language}
          itemsHref={`/teach/lessons/${lesson.lessonId}?part=items`}
        />
      )
    case "prompts":
      return (
        <PromptsForm {...common} prompts={lesson.prompts} tasks={lesson.tasks} action={savePromptsAction} />
      )
    case "stance":
      return (
        <div className="grid gap-10">
          <StanceForm {...common} statement={lesson.stanceStatement} action={saveStanceStatementAction} />
          <PacketsForm {...common} packets={lesson.packets} action={saveSidePacketsAction} />
        </div>
      )
    case "glossary":
      return <GlossaryForm {...common} terms={lesson.glossary} action={saveGlossaryAction} />
    case "background":
      return (
        <BackgroundForm
          {...common}
          notes={lesson.background}
          sentences={editor.revision.sentences}
          locale={editor.viewer.school.locale}
          action={saveBackgroundAction}
        />
      )
    case "details":
      return <DetailsPart editor={editor} readOnly={readOnly} />
  }
}

function DetailsPart({ editor, readOnly }: { editor: LoadedEditor; readOnly: boolean }) {
  const { lesson, checks, items, signOffs, viewer } = editor
  const { lessonId, base, title, shared, archived } = lesson
  return (
    <div className="grid gap-8">
      <DetailsForm {...{ base, title, shared, readOnly }} action={saveLessonDetailsAction} />
      <Checks checks={checks} lessonId={lessonId} />
      <ClientMessages rooms={["lesson.signOff"]}>
        <SignOffPanel
          {...{ lessonId, base, shared, ...signOffs }}
          count={items.length}
          viewerId={viewer.userId}
          clock={{ ...viewer.school, now: now() }}
          signAction={signOffLessonAction}
          takeBackAction={takeBackSignOffAction}
        />
      </ClientMessages>
      {lesson.mayEdit && (
        <div>
          <ArchiveLessonButton lessonId={lessonId} archived={archived} action={archiveLessonAction} />
        </div>
      )}
    </div>
  )
}

function ItemPart({ editor, itemId, readOnly }: { editor: LoadedEditor; itemId: string; readOnly: boolean }) {
  const { lesson, revision, items } = editor
  const type = itemTypeNames.find((name) => itemId === `new-${name}`)
  const item = type ? blankItem(type, newRandomId) : items.find((one) => one.item.itemId === itemId)?.item
  if (!item || (type && readOnly)) notFound()
  return (
    <ClientMessages rooms={["quiz.editor", "quiz.problems"]}>
      <OpenItem
        key={itemId}
        base={lesson.base}
        item={item}
        sentences={revision.sentences}
        readOnly={readOnly}
        historyHref={type ? null : `/teach/lessons/${lesson.lessonId}/questions/${itemId}`}
        backHref={`/teach/lessons/${lesson.lessonId}?part=items`}
        action={saveItemAction}
      />
    </ClientMessages>
  )
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
  return items.map(({ item, pool }) => ({
    itemId: item.itemId ?? "",
    prompt: item.prompt,
    type: item.type,
    level: item.level,
    points: isKeyed(item.level) ? item.points : null,
    skills: item.skills,
    pool: pool?.name ?? null,
    problems: checks.flatMap((check) =>
      check.about === "item" && check.itemId === item.itemId ? [say(check.code)] : [],
    ),
  }))
}

const poolsOf = (items: LoadedEditor["items"]) => [
  ...new Map(items.flatMap(({ pool }) => (pool ? [[pool.name, pool]] : []))).values(),
]
