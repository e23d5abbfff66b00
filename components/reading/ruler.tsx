"use client"

import { useTranslations } from "next-intl"
import type { NoteMarkName } from "@/lib/reading/kinds"

type RulerProps = {
  /** How many sentences each paragraph has. */
  counts: readonly number[]
  /** Index of the sentence one is at, or -1. */
  at: number
  read: number
  /** Marks by index of the sentence. */
  marks: ReadonlyMap<number, NoteMarkName>
  minutesLeft: number
  onGo: (index: number) => void
}

/** The tallest the ruler gets, so that it fits beside the text in a small window. */
const TALLEST = 460

/** One tick per sentence: where one is, what is read, where marks are. A press goes there; keys walk the text itself. */
export function Ruler({ counts, at, read, marks, minutesLeft, onGo }: RulerProps) {
  const t = useTranslations("reading.desk")
  const total = counts.reduce((sum, count) => sum + count, 0)
  const step = Math.min(9, TALLEST / (total + counts.length))
  const height = Math.max(20, (total + counts.length - 1) * step)
  const label = labelOf(counts, Math.max(at, 0))
  return (
    <div className="sticky top-8">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys walk the sentences themselves, which the ruler only depicts */}
      <svg
        width="46"
        height={height}
        viewBox={`0 0 46 ${height}`}
        role="img"
        aria-label={t("at", { label, read, total })}
        className="cursor-pointer overflow-visible"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          onGo(indexAt(counts, (event.clientY - box.top) / step))
        }}
      >
        {counts.map((count, paragraph) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
          <Paragraph key={paragraph} {...{ counts, paragraph, count, step, at, read, marks }} />
        ))}
      </svg>
      <p className="mt-3 w-14 text-13 text-ink-3">
        {read >= total ? t("readAll") : t("minutesLeft", { minutes: minutesLeft })}
      </p>
    </div>
  )
}

type ParagraphProps = Pick<RulerProps, "counts" | "at" | "read" | "marks"> & {
  paragraph: number
  count: number
  step: number
}

function Paragraph({ counts, paragraph, count, step, at, read, marks }: ParagraphProps) {
  const first = counts.slice(0, paragraph).reduce((sum, one) => sum + one, 0)
  const top = (first + paragraph) * step
  const isNow = at >= first && at < first + count
  const isTight = step < 5 && paragraph % 5 !== 0
  return (
    <g>
      {(!isTight || isNow) && (
        <text
          x="0"
          y={top + 7}
          className={isNow ? "fill-accent font-bold text-[11px]" : "fill-ink-3 font-medium text-[11px]"}
        >
          {paragraph + 1}
        </text>
      )}
      {Array.from({ length: count }, (_, one) => {
        const index = first + one
        const y = top + one * step
        const mark = marks.get(index)
        return (
          <g key={index}>
            <rect
              x="18"
              y={y}
              width={index === at ? 20 : 12}
              height={Math.min(3, step - 0.5)}
              className={index === at ? "fill-accent" : index < read ? "fill-ink-2" : "fill-rule-firm/50"}
            />
            {mark && <circle cx={index === at ? 43 : 36} cy={y + 1.5} r="2" className="fill-accent" />}
          </g>
        )
      })}
    </g>
  )
}

/** "4.2" for the sentence of this index. */
export function labelOf(counts: readonly number[], index: number): string {
  let left = index
  for (const [paragraph, count] of counts.entries()) {
    if (left < count) return `${paragraph + 1}.${left + 1}`
    left -= count
  }
  return ""
}

/** The sentence at a height of `row` ticks, gaps between paragraphs counted as one tick. */
function indexAt(counts: readonly number[], row: number): number {
  let left = Math.round(row)
  let index = 0
  for (const count of counts) {
    if (left < count) return index + Math.max(0, left)
    left -= count + 1
    index += count
  }
  return index - 1
}
