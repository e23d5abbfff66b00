import { useTranslations } from "next-intl"
import { Section } from "@/components/people/section"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/empty-state"

/** Times in milliseconds. */
export type ShownRoute = { route: string; count: number; p95: number; slowest: number; database: number }

/** The routes that kept people waiting longest. */
export function RoutesTable({ routes }: { routes: readonly ShownRoute[] }) {
  const words = useTranslations("people.status")
  const milliseconds = (time: number) => words("milliseconds", { count: Math.round(time) })
  return (
    <Section title={words("slowest")} hint={words("slowestHint")}>
      {routes.length === 0 ? (
        <EmptyState title={words("noRequests")}>{words("noRequestsText")}</EmptyState>
      ) : (
        <DataTable caption={words("slowest")} minWidth="42rem">
          <thead>
            <tr>
              <HeaderCell>{words("route")}</HeaderCell>
              <HeaderCell numeric>{words("requests")}</HeaderCell>
              <HeaderCell numeric>{words("p95")}</HeaderCell>
              <HeaderCell numeric>{words("most")}</HeaderCell>
              <HeaderCell numeric>{words("database")}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {routes.map(({ route, count, p95, slowest, database }) => (
              <Row key={route}>
                <RowHeader className="[overflow-wrap:anywhere]">{route}</RowHeader>
                <Cell numeric>{count}</Cell>
                <Cell numeric>{milliseconds(p95)}</Cell>
                <Cell numeric>{milliseconds(slowest)}</Cell>
                <Cell numeric>{milliseconds(database)}</Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  )
}
