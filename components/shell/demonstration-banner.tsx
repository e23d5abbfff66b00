import { Info } from "lucide-react"
import { useTranslations } from "next-intl"

/** Stands over every page of the demonstration class, on paper too. */
export function DemonstrationBanner() {
  const shell = useTranslations("shell")
  return (
    <aside
      aria-label={shell("demonstrationLabel")}
      className="flex items-center justify-center gap-2 border-rule border-b bg-held-wash px-4 py-1 text-13 text-held print:mb-4 print:justify-start print:px-0"
    >
      <Info aria-hidden className="size-3.5 shrink-0" />
      <p>{shell("demonstration")}</p>
    </aside>
  )
}
