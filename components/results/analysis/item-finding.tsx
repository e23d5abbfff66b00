import { CircleHelp, Link2Off, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import type { ItemAnalysis, ItemFinding } from "@/lib/results/analysis/analyse-items"

const looks: Record<ItemFinding, { Icon: typeof TriangleAlert | null; look: string }> = {
  misread: { Icon: TriangleAlert, look: "font-semibold text-wrong" },
  evidence: { Icon: Link2Off, look: "font-medium text-part" },
  hard: { Icon: TriangleAlert, look: "font-medium text-part" },
  easy: { Icon: null, look: "text-ink-2" },
  works: { Icon: null, look: "text-ink-2" },
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
