import { useTranslations } from "next-intl"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { TextLink } from "@/components/ui/text-link"
import type { ClassRole } from "@/lib/classroom/roles"

export type ClassLine = {
  publicId: string
  name: string
  archived: boolean
  role: ClassRole | null
  students: number
  waiting: number
  teachers: readonly string[]
}

/** Classes, one per line. */
export function ClassList({ classes }: { classes: readonly ClassLine[] }) {
  const t = useTranslations("people.classes")
  return (
    <DataTable caption={t("tableCaption")}>
      <thead>
        <tr>
          <HeaderCell>{t("name")}</HeaderCell>
          <HeaderCell numeric>{t("students")}</HeaderCell>
          <HeaderCell className="ps-6 max-md:hidden">{t("teachers")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {classes.map((room) => (
          <Row key={room.publicId}>
            <RowHeader>
              <TextLink href={`/teach/classes/${room.publicId}`} dir="auto">
                {room.name}
              </TextLink>
              {room.archived && <span className="ms-3 text-13 text-ink-3">{t("archivedMark")}</span>}
              {room.waiting > 0 && (
                <span className="ms-3 text-13 text-part">{t("waitingCount", { count: room.waiting })}</span>
              )}
            </RowHeader>
            <Cell numeric>{room.students}</Cell>
            <Cell className="ps-6 text-ink-2 max-md:hidden">{room.teachers.join(", ")}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
