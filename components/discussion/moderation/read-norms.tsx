import { useTranslations } from "next-intl"
import { NormsList } from "@/components/discussion/moderation/norms-list"
import type { NormsView } from "@/lib/discussion/moderation/norms"

/** The norms of the class, to be read at any time. */
export function ReadNorms({ norms }: { norms: NormsView }) {
  const words = useTranslations("discussion.norms")
  return (
    <details id="norms" className="mt-8 scroll-mt-4 border-rule border-t pt-3">
      <summary className="link min-h-6 cursor-pointer rounded-mark">{words("title")}</summary>
      <NormsList norms={norms} className="mt-2" />
    </details>
  )
}
