import { useTranslations } from "next-intl"
import { useChanceWords } from "@/components/quiz/fairness/use-chance-words"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { letterOf, type PositionMeasure } from "@/lib/quiz/fairness/key-position"
import { FEWEST_LISTS } from "@/lib/quiz/fairness/longest-key"

/** Where the right options stand, counted, with how likely that is by chance. */
export function PositionTable({ measure }: { measure: PositionMeasure }) {
  const words = useTranslations("quiz.fairness.positions")
  const say = useChanceWords()
  const { counts, n, others, chance } = measure
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{words("heading")}</h3>
      {n > 0 && <Counts counts={counts} n={n} />}
      <p className="text-ink-2">
        {chance === null
          ? words("few", { n, least: FEWEST_LISTS })
          : words("enough", { n, places: counts.length, chance: say(chance) })}
        {others > 0 && <> {words("others", { count: others })}</>} {n > 0 && words("shuffled")}
      </p>
    </section>
  )
}

function Counts({ counts, n }: { counts: readonly number[]; n: number }) {
  const words = useTranslations("quiz.fairness.positions")
  const even = n / counts.length
  const most = Math.max(...counts, even)
  return (
    <DataTable caption={words("caption")} className="max-w-96">
      <thead>
        <tr>
          <HeaderCell className="w-16">{words("place")}</HeaderCell>
          <HeaderCell numeric className="w-24">
            {words("count")}
          </HeaderCell>
          <HeaderCell>{words("even", { share: Number.isInteger(even) ? even : even.toFixed(1) })}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {counts.map((count, at) => (
          <Row key={letterOf(at)}>
            <RowHeader>{letterOf(at)}</RowHeader>
            <Cell numeric>{count}</Cell>
            <Cell>
              <Bar share={count / most} even={even / most} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

/** A bar with a stroke where it would end if all were even. The number stands beside it. */
function Bar({ share, even }: { share: number; even: number }) {
  return (
    <svg width="100" height="14" viewBox="0 0 100 14" aria-hidden="true">
      <rect x="0" y="3" width={share * 98} height="8" className="fill-accent" />
      <path d={`M${even * 98 + 1} 0v14`} strokeWidth="1.5" className="stroke-ink" />
    </svg>
  )
}
