import { ArrowLeftRight, CircleQuestionMark, ListPlus, MessageSquare, Plus, Zap } from "lucide-react"
import { useTranslations } from "next-intl"
import type { Move } from "@/lib/discussion/posts/moves"

const icons = {
  claim: MessageSquare,
  support: Plus,
  challenge: Zap,
  question: CircleQuestionMark,
  evidence: ListPlus,
  restate: ArrowLeftRight,
} satisfies Record<Move, unknown>

/** What a post does: a sign and its word. */
export function MoveMark({ move }: { move: Move }) {
  const words = useTranslations("discussion.moves")
  const Icon = icons[move]
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold text-13 text-ink-2 leading-6">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {words(move)}
    </span>
  )
}
