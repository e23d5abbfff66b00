import type { ItemResult } from "@/lib/quiz/build-results"
import { verdictGroup } from "@/lib/quiz/verdict"

/** What the author says to an answer that is right, or to one that is not. Nothing to a view, and nothing to no answer. */
export function Said({ result: { verdict, feedback } }: { result: ItemResult }) {
  const group = verdictGroup(verdict)
  if (group === "view" || group === "unanswered") return null
  const said = feedback[group === "right" ? "right" : "wrong"]
  return (
    said && (
      <p dir="auto" className="mt-2 text-ink-2">
        {said}
      </p>
    )
  )
}
