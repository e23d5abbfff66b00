import { SentenceRef } from "@/components/ui/sentence-ref"
import { isRightToLeft } from "@/lib/reading/guess-language"
import { paragraphsOf, type SentenceView, sentenceLabel } from "@/lib/reading/sentences"

type NumberedSentencesProps = {
  sentences: readonly SentenceView[]
  language: string
  /** Addresses may name a sentence of this list: at most one list of a page. */
  isNamed?: boolean
}

/** Sentences one under another, each with its number: to check that every one is whole. */
export function NumberedSentences({ sentences, language, isNamed = false }: NumberedSentencesProps) {
  return (
    <ol dir={isRightToLeft(language) ? "rtl" : undefined} className="grid gap-4">
      {paragraphsOf(sentences).map((paragraph) => (
        <li key={paragraph[0]?.paragraph}>
          <ol className="grid gap-1">
            {paragraph.map((sentence) => (
              <li
                key={sentenceLabel(sentence)}
                id={isNamed ? `s-${sentence.paragraph}-${sentence.ordinal}` : undefined}
                className="grid scroll-mt-8 grid-cols-[3.25rem_minmax(0,1fr)] target:bg-accent-wash"
              >
                <span>
                  <SentenceRef label={sentenceLabel(sentence)} />
                </span>
                <span dir="auto" lang={language} className="font-read text-17 [overflow-wrap:anywhere]">
                  {sentence.text}
                </span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
