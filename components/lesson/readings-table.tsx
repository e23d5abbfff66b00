import { useTranslations } from "next-intl"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { TextLink } from "@/components/ui/text-link"
import { urduLang } from "@/lib/reading/urdu"

export type ReadingRow = {
  readingId: string
  title: string
  author: string | null
  wordCount: number
  sentenceCount: number
  lessonCount: number
}

/** A column there is no room for on a phone; the reading itself says the same. */
const BESIDE = "max-md:hidden"

/** The viewer's own readings, each leading to a lesson on it. */
export function ReadingsTable({ readings }: { readings: readonly ReadingRow[] }) {
  const words = useTranslations("lesson.library")
  return (
    <DataTable caption={words("readings")} className="md:min-w-[40rem]">
      <thead>
        <tr>
          <HeaderCell>{words("columns.reading")}</HeaderCell>
          <HeaderCell numeric>{words("columns.words")}</HeaderCell>
          <HeaderCell numeric className={BESIDE}>
            {words("columns.sentences")}
          </HeaderCell>
          <HeaderCell numeric className={BESIDE}>
            {words("columns.lessons")}
          </HeaderCell>
          <HeaderCell>
            <span className="sr-only">{words("columns.acts")}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {readings.map((reading) => (
          <Row key={reading.readingId}>
            <RowHeader dir="auto">
              <TextLink href={`/teach/readings/${reading.readingId}`} lang={urduLang(reading.title)}>
                {reading.title}
              </TextLink>
              {reading.author && (
                <span className="block font-normal text-13 text-ink-3">{reading.author}</span>
              )}
            </RowHeader>
            <Cell numeric>{words("number", { count: reading.wordCount })}</Cell>
            <Cell numeric className={BESIDE}>
              {reading.sentenceCount}
            </Cell>
            <Cell numeric className={BESIDE}>
              {reading.lessonCount}
            </Cell>
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
