import { useTranslations } from "next-intl"
import { NumberedSentences } from "@/components/reading/numbered-sentences"
import type { RevisionChanges } from "@/lib/reading/compare-revisions"
import type { SentenceView } from "@/lib/reading/sentences"

/** What changed from one revision to the next: sentences new or changed, sentences gone, and how many stayed. */
export function RevisionChangesView({ changes, language }: { changes: RevisionChanges; language: string }) {
  const t = useTranslations("reading.show")
  const { added, removed, keptCount } = changes
  if (added.length === 0 && removed.length === 0)
    return <p className="text-ink-2">{t("noSentenceChanged")}</p>
  const list = (title: string, sentences: readonly SentenceView[]) =>
    sentences.length > 0 && (
      <div>
        <h3 className="mb-1 text-13 text-ink-2">{title}</h3>
        <NumberedSentences sentences={sentences} language={language} />
      </div>
    )
  return (
    <div className="grid gap-5">
      <p className="text-ink-2">{t("keptCount", { count: keptCount })}</p>
      {list(t("added"), added)}
      {list(t("removed"), removed)}
    </div>
  )
}
