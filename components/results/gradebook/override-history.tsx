import { useTranslations } from "next-intl"
import type { EntryView, ScoreView } from "@/lib/results/gradebook/cell-view"

/** Every change of a score by hand, newest first: who, when, from what to what, and why. */
export function OverrideHistory({ entries }: { entries: readonly EntryView[] }) {
  const words = useTranslations("results.gradebook.cell")
  const score = (one: ScoreView | null) => (one ? words("score", one) : words("noScore"))
  if (entries.length === 0) return null
  return (
    <section aria-label={words("history")} className="mt-3">
      <h3 className="font-semibold text-13">{words("history")}</h3>
      <ol className="text-13">
        {entries.map((entry) => (
          <li key={entry.id} className="border-rule border-t py-1">
            <span className="text-ink-2">
              {entry.to
                ? words("entry", {
                    by: entry.by,
                    when: entry.at,
                    from: score(entry.from),
                    to: score(entry.to),
                  })
                : words("entryBack", { by: entry.by, when: entry.at, from: score(entry.from) })}
            </span>
            <span className="block">
              <bdi>{entry.reason}</bdi>{" "}
              <span className="text-ink-3">
                ({entry.reasonShown ? words("reasonShown") : words("reasonStaff")})
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
