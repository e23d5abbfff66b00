import { BookOpen, CircleHelp, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import { paragraphsOf, type RevisionView, type SentenceView, sentenceLabel } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"
import type { Misread, MisreadSentence } from "@/lib/results/misread/build-misread"

type MisreadTextProps = { misread: Misread; revision: Pick<RevisionView, "sentences" | "language"> }

/** The text with its hard sentences marked, and beside each paragraph what was found. */
export function MisreadText({ misread, revision }: MisreadTextProps) {
  const t = useTranslations("results.misread")
  const bySentence = new Map(misread.found.map((found) => [found.sentence.id, found]))
  return (
    <section aria-labelledby="misread-text" className="mt-8 border-rule border-t py-6">
      <h2 id="misread-text" className="font-semibold text-20">
        {t("inText")}
      </h2>
      <p className="mb-4 text-13 text-ink-3">{t("legend")}</p>
      {paragraphsOf(revision.sentences).map((paragraph) => (
        <div
          key={paragraph[0]?.id}
          className="grid gap-x-10 gap-y-2 border-rule/60 border-t py-3 first-of-type:border-t-0 lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)] print:break-inside-avoid"
        >
          <p
            className="font-read text-17"
            dir="auto"
            lang={urduLang(paragraph[0]?.text ?? null) ?? revision.language}
          >
            {paragraph.map((sentence) => (
              <Marked key={sentence.id} sentence={sentence} found={bySentence.get(sentence.id)} />
            ))}
          </p>
          <ul className="grid content-start gap-2 text-13">
            {paragraph.map((sentence) => {
              const found = bySentence.get(sentence.id)
              return found && <Beside key={sentence.id} found={found} />
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** Wrong answers underline a sentence fully, marks and words with dots: told apart without colour. */
function Marked({ sentence, found }: { sentence: SentenceView; found: MisreadSentence | undefined }) {
  if (!found) return `${sentence.text} `
  const isWrong = found.wrong.count > 0
  return (
    <>
      <mark
        id={`sentence-${sentenceLabel(sentence)}`}
        className={cn(
          "scroll-mt-6 text-ink underline decoration-2 underline-offset-4",
          isWrong
            ? "bg-wrong-wash decoration-wrong"
            : "bg-mark-unclear decoration-mark-unclear-line decoration-dotted",
        )}
      >
        {sentence.text}
        <span className="ms-1 align-super font-semibold font-ui text-13 text-ink-2">
          {sentenceLabel(sentence)}
        </span>
      </mark>{" "}
    </>
  )
}

function Beside({ found }: { found: MisreadSentence }) {
  const t = useTranslations("results.misread")
  return (
    <li className="grid grid-cols-[2.5rem_minmax(0,1fr)]">
      <b className="border-accent border-s-2 ps-1.5 font-semibold text-accent tabular-nums">
        {sentenceLabel(found.sentence)}
      </b>
      <span className="grid gap-0.5">
        {found.wrong.count > 0 && (
          <span>
            <X aria-hidden className="me-1 inline size-3.5 align-[-2px] text-wrong" />
            {t("wrongCount", { count: found.wrong.count })}{" "}
            <span className="text-ink-3">
              {t("atQuestions", {
                count: found.questions.length,
                positions: new Intl.ListFormat("en").format(
                  found.questions.map(({ position }) => String(position)),
                ),
              })}
            </span>
          </span>
        )}
        {found.unclear !== null && (
          <span>
            <CircleHelp aria-hidden className="me-1 inline size-3.5 align-[-2px] text-mark-unclear-line" />
            {t("unclearCount", { count: found.unclear })}
          </span>
        )}
        {found.terms.map(({ term, count }) => (
          <span key={term} dir="auto">
            <BookOpen aria-hidden className="me-1 inline size-3.5 align-[-2px] text-ink-3" />
            {t("word", { term, count })}
          </span>
        ))}
      </span>
    </li>
  )
}
