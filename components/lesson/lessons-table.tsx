import { useTranslations } from "next-intl"
import { CopyLessonButton } from "@/components/lesson/copy-lesson-button"
import type { ActionResult } from "@/components/ui/action-form"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { TextLink } from "@/components/ui/text-link"
import { urduLang } from "@/lib/reading/urdu"

export type LessonLine = {
  lessonId: string
  title: string
  readingTitle: string
  ownerName: string
  isOwn: boolean
  shared: boolean
  archived: boolean
  wordCount: number
  itemCount: number
  promptCount: number
  running: number
  /** Made with the page: the id a copy of this lesson would get. */
  copyId: string
}

type CopyAction = (input: unknown) => Promise<ActionResult<{ lessonId: string }>>

/** A column there is no room for on a phone; the lesson itself says the same. */
const BESIDE = "max-md:hidden"

/** Lessons of the library, each with what is in it and what can be done with it. */
export function LessonsTable({
  lines,
  copyAction,
}: {
  lines: readonly LessonLine[]
  copyAction: CopyAction
}) {
  const words = useTranslations("lesson.library")
  return (
    <DataTable caption={words("lessons")} className="md:min-w-[44rem]">
      <thead>
        <tr>
          <HeaderCell>{words("columns.lesson")}</HeaderCell>
          <HeaderCell className={BESIDE}>{words("columns.owner")}</HeaderCell>
          <HeaderCell numeric className={BESIDE}>
            {words("columns.words")}
          </HeaderCell>
          <HeaderCell numeric className={BESIDE}>
            {words("columns.questions")}
          </HeaderCell>
          <HeaderCell numeric className={BESIDE}>
            {words("columns.prompts")}
          </HeaderCell>
          <HeaderCell>
            <span className="sr-only">{words("columns.acts")}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LessonRow key={line.lessonId} line={line} copyAction={copyAction} />
        ))}
      </tbody>
    </DataTable>
  )
}

function LessonRow({ line, copyAction }: { line: LessonLine; copyAction: CopyAction }) {
  const words = useTranslations("lesson.library")
  const { lessonId, title } = line
  return (
    <Row>
      <RowHeader dir="auto" className="py-2.5">
        <TextLink href={`/teach/lessons/${lessonId}`} lang={urduLang(title)}>
          {title}
        </TextLink>
        <span className="block font-normal text-13 text-ink-3">
          {words("on", { reading: line.readingTitle })}
          {line.running > 0 && <> · {words("running", { count: line.running })}</>}
          {!line.isOwn && <span className="block md:hidden">{line.ownerName}</span>}
        </span>
      </RowHeader>
      <Cell dir="auto" className={BESIDE}>
        {line.isOwn ? words("you") : line.ownerName}
        {(line.shared || line.archived) && (
          <span className="block text-13 text-ink-3">{words(line.archived ? "archived" : "shared")}</span>
        )}
      </Cell>
      <Cell numeric className={BESIDE}>
        {words("number", { count: line.wordCount })}
      </Cell>
      <Cell numeric className={BESIDE}>
        {line.itemCount}
      </Cell>
      <Cell numeric className={BESIDE}>
        {line.promptCount}
      </Cell>
      <Cell className="whitespace-nowrap text-end">
        <span className="inline-flex items-center gap-4 max-md:flex-col max-md:items-end max-md:gap-0">
          {!line.archived && (
            <TextLink href={`/teach/lessons/${lessonId}/assign`} aria-label={words("assignOf", { title })}>
              {words("assign")}
            </TextLink>
          )}
          <CopyLessonButton
            lessonId={lessonId}
            requestId={line.copyId}
            action={copyAction}
            label={words("copyOf", { title })}
          >
            {words("copy")}
          </CopyLessonButton>
        </span>
      </Cell>
    </Row>
  )
}
