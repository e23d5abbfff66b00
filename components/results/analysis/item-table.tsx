import { useTranslations } from "next-intl"
import { DifficultyMark } from "@/components/results/analysis/difficulty-mark"
import { FindingLabel } from "@/components/results/analysis/item-finding"
import { OptionBars } from "@/components/results/analysis/option-bars"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"

/** All questions at a glance, n first; each row leads to its detail below. */
export function ItemTable({ analyses }: { analyses: readonly ItemAnalysis[] }) {
  const results = useTranslations("results")
  return (
    <DataTable caption={results("items.caption")} minWidth="60rem" data-walk-rows>
      <thead>
        <tr>
          <HeaderCell numeric>{results("items.number")}</HeaderCell>
          <HeaderCell>{results("items.question")}</HeaderCell>
          <HeaderCell numeric>
            <abbr title={results("items.nLong")} className="no-underline">
              {results("items.n")}
            </abbr>
          </HeaderCell>
          <HeaderCell>{results("items.right")}</HeaderCell>
          <HeaderCell>{results("items.chose")}</HeaderCell>
          <HeaderCell>{results("items.inWords")}</HeaderCell>
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

function ItemLine({ analysis }: { analysis: ItemAnalysis }) {
  const { item, n } = analysis
  return (
    <Row>
      <Cell numeric className="font-semibold">
        {item.position}
      </Cell>
      <RowHeader className="max-w-72">
        <a href={`#question-${item.position}`} dir="auto" className="inline-block min-h-6 hover:underline">
          {item.title ?? item.prompt}
        </a>
        <span className="ms-1.5 font-normal text-13 text-ink-3">{item.skills.join(", ")}</span>
      </RowHeader>
      <Cell numeric>{n}</Cell>
      <Cell>
        <Difficulty analysis={analysis} />
      </Cell>
      <Cell>
        <Chosen analysis={analysis} />
      </Cell>
      <Cell>
        <FindingLabel analysis={analysis} />
      </Cell>
    </Row>
  )
}

const percent = (share: number): number => Math.round(share * 100)

function Difficulty({ analysis: { difficulty, right, byHand, item, options } }: { analysis: ItemAnalysis }) {
  const results = useTranslations("results")
  if (byHand)
    return (
      <span className="text-13 text-ink-2">
        {results("items.graded", { graded: byHand.graded, of: byHand.graded + byHand.waiting.count })}
      </span>
    )
  if (!right) return <span className="text-13 text-ink-3">{results("items.noKey")}</span>
  if (!difficulty) return <span className="text-13 text-ink-3">{results("items.tooFew")}</span>
  const { share, low, high } = difficulty
  const label = results("items.interval", { share: percent(share), low: percent(low), high: percent(high) })
  const guess = item.type === "single" && options.length > 0 ? 1 / options.length : null
  return (
    <span className="flex items-center gap-2">
      <DifficultyMark share={share} low={low} high={high} guess={guess} label={label} />
      <b className="min-w-7 text-end font-medium tabular-nums">{right.count}</b>
    </span>
  )
}

function Chosen({ analysis: { item, options, parts, texts, cited, n } }: { analysis: ItemAnalysis }) {
  const results = useTranslations("results")
  if (parts.length > 0)
    return <span className="text-13 text-ink-2">{results("items.parts", { count: parts.length })}</span>
  if (options.length === 0 && itemTypeOf(item.type).choosesSentences)
    return <span className="text-13 text-ink-2">{results("items.sentences", { count: cited.length })}</span>
  if (options.length === 0)
    return <span className="text-13 text-ink-2">{results("items.texts", { count: texts.length })}</span>
  const list = options
    .map(({ letter, count, isKey }) => results("items.optionIn", { letter, count, isKey: String(isKey) }))
    .join(", ")
  return <OptionBars options={options} n={n} label={list} />
}
