import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import { Choosers, type PlaceOf } from "@/components/results/analysis/choosers"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import type { Counted } from "@/lib/results/analysis/count-answers"

export type CountLine = Counted & {
  id: string
  /** Before the text: an option's letter. */
  mark: string
  text: string
  isRight: boolean
  isHalf?: boolean
  upper?: Counted | null
  lower?: Counted | null
}

type CountTableProps = {
  placeOf: PlaceOf
  caption: string
  /** Over the first column. */
  head: string
  /** Marks the line that is right. */
  rightWord: string
  lines: readonly CountLine[]
  blank: Counted | null
  /** Sizes of the groups, where lines tell them apart. */
  groups?: { upper: number; lower: number; part: "third" | "tail" } | null
}

/** What was answered, and by whom. */
export function CountTable({
  caption,
  head,
  rightWord,
  lines,
  blank,
  groups = null,
  placeOf,
}: CountTableProps) {
  const results = useTranslations("results")
  const shown = { placeOf }
  return (
    <DataTable caption={caption} minWidth={groups ? "28rem" : "20rem"}>
      <thead>
        <tr>
          <HeaderCell>{head}</HeaderCell>
          {groups && (
            <>
              <HeaderCell numeric>
                {results("analysis.upper", { part: groups.part, count: groups.upper })}
              </HeaderCell>
              <HeaderCell numeric>
                {results("analysis.lower", { part: groups.part, count: groups.lower })}
              </HeaderCell>
            </>
          )}
          <HeaderCell numeric>{results("items.chosenBy")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id}>
            <RowHeader className="font-normal" dir="auto">
              <span className="flex items-baseline gap-2">
                {line.mark && <b className="w-4 shrink-0 font-semibold">{line.mark}</b>}
                <span>
                  {line.text}
                  {line.isRight && <KeyWord word={rightWord} />}
                  {line.isHalf && (
                    <span className="ms-2 whitespace-nowrap font-medium text-13 text-part">
                      {results("analysis.half")}
                    </span>
                  )}
                </span>
              </span>
            </RowHeader>
            {groups && (
              <>
                <GroupCell counted={line.upper} isUpper of={groups.upper} {...shown} />
                <GroupCell counted={line.lower} of={groups.lower} {...shown} />
              </>
            )}
            <Cell numeric className="align-top">
              <Choosers counted={line} {...shown} />
            </Cell>
          </Row>
        ))}
        {blank && blank.count > 0 && (
          <Row>
            <RowHeader className="font-normal text-ink-3">{results("items.blank")}</RowHeader>
            {groups && <Cell colSpan={2} />}
            <Cell numeric className="align-top">
              <Choosers counted={blank} {...shown} />
            </Cell>
          </Row>
        )}
      </tbody>
    </DataTable>
  )
}

const BAR = 48

type GroupCellProps = {
  counted: Counted | null | undefined
  of: number
  isUpper?: boolean
  placeOf: PlaceOf
}

/** A bar and a number: the upper group filled, the lower an outline, so that they differ in grey too. */
function GroupCell({ counted, of, isUpper = false, placeOf }: GroupCellProps) {
  if (!counted) return <Cell />
  const length = of > 0 ? Math.max(1, (counted.count / of) * BAR) : 1
  return (
    <Cell numeric className="align-top">
      <div className="flex items-start justify-end gap-2">
        <svg aria-hidden width={BAR + 1} height="24" viewBox={`0 0 ${BAR + 1} 24`} className="shrink-0">
          <rect
            x={BAR - length + 0.5}
            y="8"
            width={length}
            height="8"
            fill={isUpper ? undefined : "none"}
            className={isUpper ? "fill-ink-3" : "stroke-ink-3"}
          />
        </svg>
        <Choosers counted={counted} placeOf={placeOf} />
      </div>
    </Cell>
  )
}

function KeyWord({ word }: { word: string }) {
  return (
    <span className="ms-2 inline-flex items-center gap-1 whitespace-nowrap font-semibold text-13 text-right">
      <Check aria-hidden className="size-3.5" />
      {word}
    </span>
  )
}
