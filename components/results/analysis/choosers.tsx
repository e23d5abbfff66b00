import { Who } from "@/components/results/analysis/who"
import type { Counted } from "@/lib/results/analysis/count-answers"

/** Where a student stands in the page's list of names. */
export type PlaceOf = (enrolmentId: string) => number

type ChoosersProps = {
  counted: Counted
  placeOf: PlaceOf
  /** Says "11 students" where the number does not stand under a heading that says so. */
  inWords?: boolean
}

/** A number that opens the students it counts, each leading to their answers. */
export function Choosers({ counted, placeOf, inWords = false }: ChoosersProps) {
  if (counted.count === 0) return <span className="text-ink-3 tabular-nums">0</span>
  return <Who at={counted.choosers.map(placeOf)} inWords={inWords} />
}
