import { useTranslations } from "next-intl"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { cn } from "@/components/ui/cn"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { findPhrase } from "@/lib/quiz/find-phrase"
import { urduLang } from "@/lib/reading/urdu"

type EvidenceColumnProps = {
  /** What the student chose; empty where the question asked for no sentence. */
  chosen: readonly ChosenSentence[]
  proof: readonly ChosenSentence[]
  /** Every sentence that proves it, even where some of them were chosen; else one that was chosen is enough. */
  showsAll: boolean
  /** Whether a sentence that proves nothing is a miss. In a view, or beside a teacher's grade, it is only what was cited. */
  judges: boolean
  /** Phrases of the key, underlined where they stand. */
  quotes: readonly string[]
  /** Of the text with the sentence, such as "/a/…/read". */
  readHref: string
}

/** The sentences beside a question: what was chosen, and what proves the answer. */
export function EvidenceColumn({ chosen, proof, showsAll, judges, quotes, readHref }: EvidenceColumnProps) {
  const words = useTranslations("quiz.results")
  const proves = (sentence: ChosenSentence) => proof.some(({ id }) => id === sentence.id)
  const [hits, misses] = [chosen.filter(proves), chosen.filter((sentence) => !proves(sentence))]
  const others =
    hits.length > 0 && !showsAll ? [] : proof.filter(({ id }) => !hits.some((hit) => hit.id === id))
  return (
    <div className="grid content-start gap-4 max-md:mt-4 md:ps-8">
      {misses.map((sentence) => (
        <Passage
          key={sentence.id}
          {...{ sentence, readHref }}
          quotes={[]}
          says={words(judges ? "youClicked" : "youCited")}
          look={judges ? "miss" : "cited"}
        />
      ))}
      {hits.map((sentence) => (
        <Passage
          key={sentence.id}
          {...{ sentence, readHref, quotes }}
          says={words("yourSentenceProves")}
          look="proof"
        />
      ))}
      {others.map((sentence) => (
        <Passage
          key={sentence.id}
          {...{ sentence, readHref, quotes }}
          says={words("thisProves")}
          look="proof"
        />
      ))}
    </div>
  )
}

type PassageProps = {
  sentence: ChosenSentence
  quotes: readonly string[]
  says: string
  look: keyof typeof looks
  readHref: string
}

const looks = {
  proof: "border-right before:border-right",
  miss: "border-part border-dotted text-ink-2 before:border-part before:border-dashed",
  cited: "border-rule-firm before:border-rule-firm",
}

function Passage({ sentence, quotes, says, look, readHref }: PassageProps) {
  const [paragraph, ordinal] = sentence.label.split(".")
  const { before, phrase, after } = findPhrase(sentence.text, quotes)
  return (
    <div
      className={cn(
        "relative border-s-[3px] ps-4",
        "before:absolute before:end-full before:top-3 before:w-8 before:border-t before:content-[''] max-md:before:hidden",
        looks[look],
      )}
    >
      <p className="mb-1 flex items-center gap-2 text-13 text-ink-2">
        {says}
        <SentenceRef
          inline
          label={sentence.label}
          text={sentence.text}
          href={`${readHref}#s-${paragraph}-${ordinal}`}
        />
      </p>
      <p dir="auto" lang={urduLang(before + phrase + after)} className="font-read text-17">
        {before}
        {phrase && <u className="decoration-2 decoration-right underline-offset-[5px]">{phrase}</u>}
        {after}
      </p>
    </div>
  )
}
