import { Eye } from "lucide-react"
import { useTranslations } from "next-intl"
import { TextLink } from "@/components/ui/text-link"

/** Says over every page of a preview that nothing is saved, and leads back. */
export function PreviewBanner({ lessonId }: { lessonId: string }) {
  const words = useTranslations("lesson.preview")
  return (
    <aside
      aria-label={words("label")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-rule border-b bg-accent-wash px-4 py-1.5 text-13 md:px-6 print:hidden"
    >
      <Eye aria-hidden className="size-4 shrink-0 text-accent" />
      <p>
        <b className="font-semibold">{words("banner")}</b> {words("bannerMore")}
      </p>
      <TextLink href={`/teach/lessons/${lessonId}`} className="ms-auto">
        {words("back")}
      </TextLink>
    </aside>
  )
}
