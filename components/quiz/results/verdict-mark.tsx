import { Check, Circle, Minus, PenLine, X } from "lucide-react"
import { cn } from "@/components/ui/cn"
import type { VerdictGroup } from "@/lib/quiz/verdict"

export const verdictColour: Record<VerdictGroup, string> = {
  right: "text-right",
  half: "text-part",
  wrong: "text-wrong",
  teacher: "text-accent",
  unanswered: "text-ink-3",
  view: "text-held",
}

/** The sign of an outcome. Always beside its word, or with the word in a label. */
export function VerdictMark({ group, className }: { group: VerdictGroup; className?: string }) {
  const look = cn("size-4 shrink-0", className)
  if (group === "right") return <Check aria-hidden className={look} />
  if (group === "wrong") return <X aria-hidden className={look} />
  if (group === "teacher") return <PenLine aria-hidden className={look} />
  if (group === "view") return <Minus aria-hidden className={look} />
  if (group === "unanswered") return <Circle aria-hidden className={cn(look, "[stroke-dasharray:3_3]")} />
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={cn("fill-none stroke-[1.5] stroke-current", look)}>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" className="fill-current" />
    </svg>
  )
}
