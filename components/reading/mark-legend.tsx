import { useTranslations } from "next-intl"
import { markLook } from "@/components/reading/mark-toggles"
import { cn } from "@/components/ui/cn"
import { noteMarks } from "@/lib/reading/kinds"

/** Which mark looks how. */
export function MarkLegend() {
  const t = useTranslations("reading")
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="text-ink-3 max-md:hidden">{t("desk.marksShown")}</span>
      {noteMarks
        .filter((mark) => mark !== "none")
        .map((mark) => (
          <span key={mark} className={cn("rounded-mark px-1 underline-offset-4", markLook[mark])}>
            {t(`mark.${mark}`).toLocaleLowerCase()}
          </span>
        ))}
    </span>
  )
}
