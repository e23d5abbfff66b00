import { useTranslations } from "next-intl"
import { Explain, type Explained } from "@/components/results/analysis/explain"
import { FindingLabel } from "@/components/results/analysis/item-finding"
import { Chosen, Difficulty, Separates } from "@/components/results/analysis/item-marks"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"

/** All questions at a glance, n first; each row leads to its detail below. */
export function ItemTable({ analyses }: { analyses: readonly ItemAnalysis[] }) {
  const results = useTranslations("results")
  const hasGroups = analyses.some(({ figures }) => figures?.groups)
  return (
    <DataTable caption={results("items.caption")} minWidth="62rem" data-walk-rows>
      <thead>
        <tr>
          <HeaderCell numeric>{results("items.number")}</HeaderCell>
          <HeaderCell>{results("items.question")}</HeaderCell>
          <Head numeric figure="n" name={results("items.nLong")} shown={results("items.n")} />
          <Head figure="difficulty" name={results("items.right")} />
          <Head figure="rest" name={results("analysis.separates")} />
          <Head figure="groups" name={results(hasGroups ? "analysis.groupsChose" : "items.chose")} />
          <Head figure="verdict" name={results("items.inWords")} />
        </tr>
      </thead>
      <tbody>
        {analyses.map((analysis) => (
          <ItemLine key={analysis.item.itemId} analysis={analysis} />
        ))}
      </tbody>
    </DataTable>
  )
}

type HeadProps = { figure: Explained; name: string; shown?: string; numeric?: boolean }

function Head({ figure, name, shown = name, numeric = false }: HeadProps) {
  return (
    <HeaderCell numeric={numeric}>
      {shown}
      <Explain figure={figure} name={name} />
    </HeaderCell>
  )
}

function ItemLine({ analysis }: { analysis: ItemAnalysis }) {
  const { item, n } = analysis
  return (
    <Row>
      <Cell numeric className="font-semibold">
        {item.position}
      </Cell>
      <RowHeader className="max-w-64">
        <a href={`#question-${item.position}`} dir="auto" className="inline-block min-h-6 hover:underline">
          {item.title ?? item.prompt}
        </a>{" "}
        <span className="font-normal text-13 text-ink-3">{item.skills.join(", ")}</span>
      </RowHeader>
      <Cell numeric>{n}</Cell>
      <Cell>
        <Difficulty analysis={analysis} />
      </Cell>
      <Cell>
        <Separates analysis={analysis} />
      </Cell>
      <Cell>
        <Chosen analysis={analysis} />
      </Cell>
      <Cell className="max-w-44">
        <FindingLabel analysis={analysis} />
      </Cell>
    </Row>
  )
}
