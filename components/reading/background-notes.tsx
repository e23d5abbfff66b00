import { useTranslations } from "next-intl"
import type { PlacedBackground } from "@/lib/reading/background"
import type { BackgroundView } from "@/lib/reading/notes"

/** Every note says what it is before it says anything else. `writtenOn` is a day in words. */
export function BackgroundCard({ note }: { note: BackgroundView & { mark?: string } }) {
  const t = useTranslations("reading.page")
  return (
    <span className="block text-15 leading-5.5">
      <span className="block text-13 text-ink-2 leading-5">
        <b className="text-ink">{note.mark ? t("backgroundMark", { mark: note.mark }) : t("background")}</b>{" "}
        {t("backgroundNote", { day: note.writtenOn })}
      </span>
      <span dir="auto" className="block text-ink-2 [overflow-wrap:anywhere]">
        {note.body}
      </span>
    </span>
  )
}

/** Background on the whole text, between its head and its first line. */
export function GeneralBackground({ notes }: { notes: readonly BackgroundView[] }) {
  const t = useTranslations("reading.page")
  if (notes.length === 0) return null
  return (
    <aside aria-label={t("background")} className="mt-5 grid gap-3 border-rule-firm border-s-2 ps-3">
      {notes.map((note) => (
        <BackgroundCard key={note.noteId} note={note} />
      ))}
    </aside>
  )
}

/** Where the marks in the text lead when no margin shows the notes: on a phone, without script, on paper. */
export function BackgroundList({ notes }: { notes: readonly PlacedBackground[] }) {
  const t = useTranslations("reading.page")
  if (notes.length === 0) return null
  return (
    <section className="background-list mt-12 border-rule border-t pt-4">
      <h2 className="font-semibold text-15">{t("backgrounds")}</h2>
      <p className="mt-1 text-13 text-ink-2">{t("backgroundLead")}</p>
      <ul className="mt-3 grid gap-3 text-15">
        {notes.map((note) => (
          <li
            key={note.noteId}
            id={`background-${note.noteId}`}
            className="grid scroll-mt-8 grid-cols-[2.5rem_minmax(0,1fr)] target:bg-accent-wash"
          >
            <b className="text-accent">{note.mark}</b>
            <span>
              <span dir="auto" className="text-ink-2">
                {note.body}
              </span>{" "}
              <span className="text-13 text-ink-3">
                {t("backgroundAt", { label: note.label, day: note.writtenOn })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
