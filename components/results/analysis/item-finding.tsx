import { CircleHelp, Link2Off, TriangleAlert, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"
import type { ItemFinding } from "@/lib/results/analysis/judge-item"

const look = "font-medium text-part"
const looks: Record<ItemFinding, { Icon: typeof TriangleAlert | null; look: string }> = {
  checkKey: { Icon: X, look: "font-semibold text-wrong" },
  backwards: { Icon: X, look: "font-semibold text-wrong" },
  misread: { Icon: TriangleAlert, look: "font-semibold text-wrong" },
  evidence: { Icon: Link2Off, look },
  hard: { Icon: TriangleAlert, look },
  weak: { Icon: TriangleAlert, look },
  easy: { Icon: null, look: "text-ink-2" },
  works: { Icon: null, look: "text-ink-2" },
  worksWell: { Icon: null, look: "text-ink-2" },
  byHand: { Icon: null, look: "text-ink-3" },
  unkeyed: { Icon: null, look: "text-ink-3" },
  tooFew: { Icon: CircleHelp, look: "text-ink-3" },
}

/** What the numbers of a question come to, in plain words. */
export function FindingLabel({ analysis }: { analysis: ItemAnalysis }) {
  const results = useTranslations("results")
  const { Icon, look } = looks[analysis.finding]
  return (
    <span className={cn("text-13", look)}>
      {Icon && <Icon aria-hidden className="me-1 inline size-3.5 align-[-2px]" />}
      {results(`items.finding.${analysis.finding}`, { letter: analysis.temptingLetter ?? "" })}
    </span>
  )
}

/** Why, and what to look at. Nothing where nothing is wrong. */
export function FindingReason({ analysis }: { analysis: ItemAnalysis }) {
  const why = useTranslations("results.analysis.why")
  const { finding, temptingLetter, options, figures } = analysis
  const letter = temptingLetter ?? ""
  if (finding === "checkKey") {
    const drawn = options.find((option) => option.letter === letter)
    const groups = figures?.groups
    return (
      <p className="mt-2 max-w-[62ch]">
        {why("checkKey", {
          letter,
          of: groups?.upper.length ?? 0,
          strong: drawn?.upper?.count ?? 0,
          keyed: options.find(({ isKey }) => isKey)?.upper?.count ?? 0,
          weakOf: groups?.lower.length ?? 0,
          weak: drawn?.lower?.count ?? 0,
        })}
      </p>
    )
  }
  if (!isExplained(finding)) return null
  return <p className="mt-2 max-w-[62ch]">{why(finding, { letter })}</p>
}

const EXPLAINED = ["misread", "backwards", "weak", "hard", "evidence"] as const
const isExplained = (finding: ItemFinding): finding is (typeof EXPLAINED)[number] =>
  EXPLAINED.some((one) => one === finding)
