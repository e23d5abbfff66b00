"use client"

import { Check } from "lucide-react"
import { Who } from "@/components/results/analysis/who"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"

/** How many, and the places of who; null where there is nothing to count. */
export type CountedPlaces = { count: number; at: string }

export type CountRow = {
  id: string
  mark: string
  text: string
  isRight: boolean
  isHalf: boolean
  all: CountedPlaces
  upper: CountedPlaces | null
  lower: CountedPlaces | null
}

export type CountRowsProps = {
  caption: string
  head: string
  chosenBy: string
  /** Words beside what is right, and what earns a part. */
  rightWord: string
  halfWord: string
  rows: readonly CountRow[]
  blank: (CountedPlaces & { word: string }) | null
  groups: Record<"upper" | "lower", { size: number; head: string }> | null
}

/** What was answered, and by whom: drawn of data, because as elements it would be sent and read a thousand at a time. */
export function CountRows(props: CountRowsProps) {
  const { caption, head, chosenBy, rightWord, halfWord, rows, blank, groups } = props
  return (
    <DataTable caption={caption} minWidth={groups ? "28rem" : "20rem"}>
      <thead>
        <tr>
          <HeaderCell>{head}</HeaderCell>
          {groups && (
            <>
              <HeaderCell numeric>{groups.upper.head}</HeaderCell>
              <HeaderCell numeric>{groups.lower.head}</HeaderCell>
            </>
          )}
          <HeaderCell numeric>{chosenBy}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id}>
            <RowHeader className="font-normal" dir="auto">
              <span className="flex items-baseline gap-2">
                {row.mark && <b className="w-4 shrink-0 font-semibold">{row.mark}</b>}
                <span>
                  {row.text}
                  {row.isRight && <KeyWord word={rightWord} />}
                  {row.isHalf && (
                    <span className="ms-2 whitespace-nowrap font-medium text-13 text-part">{halfWord}</span>
                  )}
                </span>
              </span>
            </RowHeader>
            {groups && (
              <>
                <GroupCell counted={row.upper} isUpper of={groups.upper.size} />
                <GroupCell counted={row.lower} of={groups.lower.size} />
              </>
            )}
            <Cell numeric className="align-top">
              <Places counted={row.all} />
            </Cell>
          </Row>
        ))}
        {blank && (
          <Row>
            <RowHeader className="font-normal text-ink-3">{blank.word}</RowHeader>
            {groups && <Cell colSpan={2} />}
            <Cell numeric className="align-top">
              <Places counted={blank} />
            </Cell>
          </Row>
        )}
      </tbody>
    </DataTable>
  )
}

/** A number that opens the students it counts. */
export function Places({ counted, inWords = false }: { counted: CountedPlaces; inWords?: boolean }) {
  if (counted.count === 0) return <span className="text-ink-3 tabular-nums">0</span>
  return <Who count={counted.count} at={counted.at} inWords={inWords} />
}

const BAR = 48

type GroupCellProps = { counted: CountedPlaces | null; of: number; isUpper?: boolean }

/** A bar and a number: the upper group filled, the lower an outline, so that they differ in grey too. */
function GroupCell({ counted, of, isUpper = false }: GroupCellProps) {
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
        <Places counted={counted} />
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
