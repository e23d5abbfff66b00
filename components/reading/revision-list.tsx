import { useTranslations } from "next-intl"
import { TextLink } from "@/components/ui/text-link"

export type RevisionEntry = { number: number; createdBy: string /** In the school's time. */; when: string }

type RevisionListProps = { readingId: string; revisions: readonly RevisionEntry[]; shown: number }

/** The revisions of a reading, the newest first, each to be looked at. */
export function RevisionList({ readingId, revisions, shown }: RevisionListProps) {
  const t = useTranslations("reading.show")
  return (
    <ul className="grid gap-1">
      {revisions.map(({ number, createdBy, when }, at) => {
        const line = t("revisionLine", { number, when, name: createdBy })
        return (
          <li key={number}>
            {number === shown ? (
              <span aria-current="true">{line}</span>
            ) : (
              <TextLink href={`/teach/readings/${readingId}?revision=${number}`}>{line}</TextLink>
            )}
            <span className="text-13 text-ink-3">
              {at === 0 && ` · ${t("newest")}`}
              {number === shown && ` · ${t("shown")}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
