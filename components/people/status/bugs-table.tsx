import { useTranslations } from "next-intl"
import { Section } from "@/components/people/section"
import { type StatusClock, statusTime } from "@/components/people/status/status-clock"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/empty-state"

/** `at` in milliseconds since 1970. */
export type ShownBug = {
  id: string
  where: string
  route: string | null
  kind: string
  count: number
  at: number
}

/** What went wrong lately, by the number people were shown; the same bug is one line. */
export function BugsTable({ bugs, clock }: { bugs: readonly ShownBug[]; clock: StatusClock }) {
  const words = useTranslations("people.status")
  return (
    <Section title={words("bugs")} hint={words("bugsHint")}>
      {bugs.length === 0 ? (
        <EmptyState title={words("noBugs")}>{words("noBugsText")}</EmptyState>
      ) : (
        <DataTable caption={words("bugs")} minWidth="42rem">
          <thead>
            <tr>
              <HeaderCell>{words("bug")}</HeaderCell>
              <HeaderCell>{words("when")}</HeaderCell>
              <HeaderCell>{words("where")}</HeaderCell>
              <HeaderCell>{words("kind")}</HeaderCell>
              <HeaderCell numeric>{words("times")}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {bugs.map(({ id, where, route, kind, count, at }) => (
              <Row key={`${id} ${kind} ${at}`}>
                <RowHeader className="tabular-nums">{id}</RowHeader>
                <Cell className="whitespace-nowrap">{statusTime(at, clock)}</Cell>
                <Cell className="[overflow-wrap:anywhere]">{[route, where].filter(Boolean).join(", ")}</Cell>
                <Cell>{kind}</Cell>
                <Cell numeric>{count}</Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  )
}
