import { useTranslations } from "next-intl"
import { Section } from "@/components/people/section"
import { FindingStateMark } from "@/components/people/status/finding-state"
import { type ShownFinding, useFindingWords } from "@/components/people/status/finding-words"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"

/** Everything that was looked at, good or not. */
export function FindingsTable({ findings }: { findings: readonly ShownFinding[] }) {
  const words = useTranslations("people.status")
  const say = useFindingWords()
  return (
    <Section title={words("checks")}>
      <DataTable caption={words("checks")}>
        <thead className="max-md:sr-only">
          <tr>
            <HeaderCell>{words("what")}</HeaderCell>
            <HeaderCell>{words("state")}</HeaderCell>
            <HeaderCell>{words("found")}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <Row key={finding.name} className="max-md:grid max-md:py-2 max-md:[&>*]:py-0">
              <RowHeader>{say.name(finding)}</RowHeader>
              <Cell>
                <FindingStateMark state={finding.state} />
              </Cell>
              <Cell>{say.found(finding)}</Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}
