import { compare, type Fraction } from "@/lib/quiz/fraction"
import type { Finding, ItemLevel } from "@/lib/quiz/item-type"

/**
 * How one question came out, in the words of the results page. `wrongEvidence`: the right answer with a sentence that
 * does not prove it, or with none. `waiting`: a teacher has yet to read it; `graded`: one has. `view`: nothing is right or
 * wrong here.
 */
export type Verdict =
  | "right"
  | "proved"
  | "wrongEvidence"
  | "noEvidence"
  | "partly"
  | "wrong"
  | "waiting"
  | "graded"
  | "unanswered"
  | "view"

export type Scored = { share: Fraction; finding: Finding }

const ONE: Fraction = { numerator: 1, denominator: 1 }

export function verdictOf(level: ItemLevel, scored: Scored | null): Verdict {
  if (level === "my_view") return "view"
  if (!scored) return "unanswered"
  const { share, finding } = scored
  if (compare(share, ONE) === 0) return finding.evidence ? "proved" : "right"
  if (finding.answer && finding.evidence === false) return "wrongEvidence"
  if (finding.answer && finding.evidence === null) return "noEvidence"
  return share.numerator > 0 ? "partly" : "wrong"
}

/** How verdicts are counted and drawn: a mark each, with an icon and a word. */
export type VerdictGroup = "right" | "half" | "wrong" | "teacher" | "unanswered" | "view"

const groups: Record<Verdict, VerdictGroup> = {
  right: "right",
  proved: "right",
  wrongEvidence: "half",
  noEvidence: "half",
  partly: "half",
  wrong: "wrong",
  waiting: "teacher",
  graded: "teacher",
  unanswered: "unanswered",
  view: "view",
}

export const verdictGroup = (verdict: Verdict): VerdictGroup => groups[verdict]
