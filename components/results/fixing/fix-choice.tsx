import { useTranslations } from "next-intl"
import type { FixingView } from "@/components/results/fixing/fixing-shapes"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"
import type { FixKind } from "@/lib/results/fixing/fix-input"

type FixChoiceProps = {
  offered: FixingView["offered"]
  chosen: FixKind | null
  here: string
}

/** What can be put right, each with what it means. Leads on without any script. */
export function FixChoice({ offered, chosen, here }: FixChoiceProps) {
  const words = useTranslations("results.fixing")
  return (
    <nav aria-labelledby="choose" className="mt-7 max-w-read">
      <h2 id="choose" className="font-semibold text-17">
        {words("choose")}
      </h2>
      <ul className="mt-1">
        {offered.kinds.map((kind) => (
          <li key={kind} className="border-rule border-t">
            <PageLink
              href={`${here}?do=${kind}#${kind === "credit" || kind === "drop" ? "preview" : "chosen"}`}
              aria-current={kind === chosen ? "true" : undefined}
              className={cn(
                "block border-transparent border-s-2 py-2 ps-3 hover:bg-recess",
                "aria-[current=true]:border-accent aria-[current=true]:bg-accent-wash",
              )}
            >
              <span className="block font-semibold text-accent">{words(`kinds.${kind}.name`)}</span>
              <span className="block text-13 text-ink-2">{words(`kinds.${kind}.means`)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
      {offered.isDrawn && <p className="mt-2 text-13 text-ink-2">{words("isDrawn")}</p>}
    </nav>
  )
}
