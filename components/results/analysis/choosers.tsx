import { Places } from "@/components/results/analysis/count-rows"
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
  const at = counted.choosers.map(placeOf).join(" ")
  return <Places counted={{ count: counted.count, at }} inWords={inWords} />
}
