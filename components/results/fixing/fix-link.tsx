import { useTranslations } from "next-intl"
import { CountsNote } from "@/components/results/fixing/counts-note"
import { TextLink } from "@/components/ui/text-link"
import type { ItemFacts } from "@/lib/results/results-facts"

/** How an item counts where that is otherwise, and the way to put it right. `base`: of the assignment. */
export function FixLink({ item, base }: { item: ItemFacts; base: string }) {
  const words = useTranslations("results.fixing")
  if (!item.isKeyed) return null
  return (
    <>
      <CountsNote item={item} />
      <p className="mt-2 text-13 print:hidden">
        <TextLink href={`${base}/items/${item.itemId}/fix`}>
          {words("open", { position: item.position })}
        </TextLink>
      </p>
    </>
  )
}
