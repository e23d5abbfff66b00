import type { ReleasePolicy } from "@/lib/quiz/release"
import type { ItemAnalysis } from "./analyse-items"
import type { ItemFinding } from "./judge-item"

export type Headline = {
  /** Questions that can be judged, and how many of them work. */
  judged: number
  works: number
  /** Positions to look at before results are released, and before the questions are used again. */
  release: number[]
  reuse: number[]
}

const FINE: readonly ItemFinding[] = ["works", "worksWell", "easy"]
/** Scores may be wrong. */
const PRESSING: readonly ItemFinding[] = ["checkKey", "backwards"]
const SILENT: readonly ItemFinding[] = ["unkeyed", "byHand", "tooFew"]

/** What all questions come to, for one sentence at the top of the page. */
export function headlineOf(analyses: readonly Pick<ItemAnalysis, "item" | "finding">[]): Headline {
  const judged = analyses.filter(({ finding }) => !SILENT.includes(finding))
  const positions = (list: typeof judged) => list.map(({ item }) => item.position)
  const doubtful = judged.filter(({ finding }) => !FINE.includes(finding))
  return {
    judged: judged.length,
    works: judged.length - doubtful.length,
    release: positions(doubtful.filter(({ finding }) => PRESSING.includes(finding))),
    reuse: positions(doubtful.filter(({ finding }) => !PRESSING.includes(finding))),
  }
}

type ReleaseDates = { releasePolicy: ReleasePolicy; releasedAt: Date | null; dueAt: Date; closesAt: Date }

/** Whether the class, by its own dates, may see results already: then it is too late to look before they do. */
export function areResultsOut(
  { releasePolicy, releasedAt, dueAt, closesAt }: ReleaseDates,
  now: Date,
): boolean {
  if (releasedAt !== null || releasePolicy === "on_submit") return true
  if (releasePolicy === "after_due") return now >= dueAt
  return releasePolicy === "after_close" && now >= closesAt
}
