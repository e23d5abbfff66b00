import { useTranslations } from "next-intl"
import type { PlaceOf } from "@/components/results/analysis/choosers"
import { type CountedPlaces, CountRows } from "@/components/results/analysis/count-rows"
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
export function CountTable(props: CountTableProps) {
  const { caption, head, rightWord, lines, blank, groups = null, placeOf } = props
  const results = useTranslations("results")
  const places = ({ count, choosers }: Counted): CountedPlaces => ({
    count,
    at: choosers.map(placeOf).join(" "),
  })
  const group = (which: "upper" | "lower", part: "third" | "tail", size: number) => ({
    size,
    head: results(`analysis.${which}`, { part, count: size }),
  })
  return (
    <CountRows
      {...{ caption, head, rightWord }}
      chosenBy={results("items.chosenBy")}
      halfWord={results("analysis.half")}
      rows={lines.map((line) => ({
        id: line.id,
        mark: line.mark,
        text: line.text,
        isRight: line.isRight,
        isHalf: line.isHalf ?? false,
        all: places(line),
        upper: groups && line.upper ? places(line.upper) : null,
        lower: groups && line.lower ? places(line.lower) : null,
      }))}
      blank={blank && blank.count > 0 ? { ...places(blank), word: results("items.blank") } : null}
      groups={
        groups && {
          upper: group("upper", groups.part, groups.upper),
          lower: group("lower", groups.part, groups.lower),
        }
      }
    />
  )
}
