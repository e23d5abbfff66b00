import { CircleSlash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ItemFacts } from "@/lib/results/results-facts"

/** A line where an item does not count as its lesson says; nothing where it does. */
export function CountsNote({
  item: { dropped, credited },
}: {
  item: Pick<ItemFacts, "dropped" | "credited">
}) {
  const words = useTranslations("results.fixing")
  if (!dropped && !credited) return null
  return (
    <p className="mt-1 flex items-start gap-1.5 text-13 text-ink-2">
      <CircleSlash2 aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {words(dropped ? "isDropped" : "isCredited")}
    </p>
  )
}
