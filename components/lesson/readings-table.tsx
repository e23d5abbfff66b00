import { useTranslations } from "next-intl"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { TextLink } from "@/components/ui/text-link"

export type ReadingRow = {
  readingId: string
  title: string
  author: string | null
  wordCount: number
  sentenceCount: number
  lessonCount: number
}

/** The viewer's own readings, each leading to a lesson on it. */
export function ReadingsTable({ readings }: { readings: readonly ReadingRow[] }) {
  const words = useTranslations("lesson.library")
  return (
    <DataTable caption={words("readings")} minWidth="40rem">
      <thead>
        <tr>
          <HeaderCell>{words("columns.reading")}</HeaderCell>
          <HeaderCell numeric>{words("columns.words")}</HeaderCell>
          <HeaderCell numeric>{words("columns.sentences")}</HeaderCell>
          <HeaderCell numeric>{words("columns.lessons")}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{words("columns.acts")}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {readings.map((reading) => (
          <Row key={reading.readingId}>
            <RowHeader dir="auto">
              <TextLink href={`/teach/readings/${reading.readingId}`}>{reading.title}</TextLink>
              {reading.author && (
                <span className="block font-normal text-13 text-ink-3">{reading.author}</span>
              )}
            </RowHeader>
            <Cell numeric>{words("number", { count: reading.wordCount })}</Cell>
            <Cell numeric>{reading.sentenceCount}</Cell>
            <Cell numeric>{reading.lessonCount}</Cell>
            <Cell className="whitespace-nowrap text-end">
              <TextLink
                href={`/teach/lessons/new?reading=${reading.readingId}`}
                aria-label={words("makeLessonOf", { title: reading.title })}
              >
                {words("makeLesson")}
              </TextLink>
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
