import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { BackgroundList } from "@/components/reading/background-notes"
import type { PlacedBackground } from "@/lib/reading/background"
import type { TermView } from "@/lib/reading/notes"

type ArticleEndProps = {
  tasks: readonly string[]
  terms: readonly TermView[]
  background: readonly PlacedBackground[]
  /** The act that finishes reading. */
  children?: ReactNode
}

/** Under the text: the tasks it came with, the way on, and its words explained. */
export function ArticleEnd({ tasks, terms, background, children }: ArticleEndProps) {
  const t = useTranslations("reading.page")
  return (
    <>
      {tasks.length > 0 && (
        <section className="mt-8 border-rule border-t pt-4">
          <h2 className="text-13 text-ink-3">{t("tasks")}</h2>
          <ul className="mt-1 grid gap-1 font-read text-17">
            {tasks.map((task) => (
              <li key={task} dir="auto">
                {task}
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
      <BackgroundList notes={background} />
      {terms.length > 0 && <Glossary terms={terms} />}
    </>
  )
}

/** Where the terms of the text lead when no script opens them in the margin. */
function Glossary({ terms }: { terms: readonly TermView[] }) {
  const t = useTranslations("reading.page")
  return (
    <section className="mt-12 border-rule border-t pt-4">
      <h2 className="font-semibold text-15">{t("glossary")}</h2>
      <dl className="mt-3 grid gap-x-6 gap-y-3 text-15 md:grid-cols-[10rem_minmax(0,1fr)]">
        {terms.map(({ termId, term, partOfSpeech, definition }) => (
          <div key={termId} id={`term-${termId}`} className="scroll-mt-8 target:bg-accent-wash md:contents">
            <dt dir="auto" className="font-read font-semibold">
              {term}{" "}
              {partOfSpeech && <span className="font-normal font-ui text-13 text-ink-3">{partOfSpeech}</span>}
            </dt>
            <dd dir="auto" className="text-ink-2">
              {definition}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
