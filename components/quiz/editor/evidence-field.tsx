"use client"

import { MousePointerClick, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { distinctiveQuote } from "@/components/quiz/editor/distinctive-quote"
import { useSentencePresses } from "@/components/quiz/editor/use-sentence-presses"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FieldError } from "@/components/ui/field-frame"
import { IconButton } from "@/components/ui/icon-button"
import { SentenceRef } from "@/components/ui/sentence-ref"
import type { Evidence } from "@/lib/quiz/evidence"
import { attachQuotes } from "@/lib/reading/anchors"
import { type SentenceView, sentenceLabel } from "@/lib/reading/sentences"

type EvidenceFieldProps = {
  evidence: Evidence
  sentences: readonly SentenceView[]
  onChange: (evidence: Evidence) => void
  error: string | undefined
  readOnly: boolean
}

/** Which sentences prove the answer: pressed in the text, or found by a phrase. Kept as phrases, so that they can move. */
export function EvidenceField({ evidence, sentences, onChange, error, readOnly }: EvidenceFieldProps) {
  const words = useTranslations("quiz.editor")
  const [choosing, setChoosing] = useState(false)
  const [typed, setTyped] = useState("")
  const places = evidence.quotes.map((quote) => ({ quote, sentence: sentenceOf(quote, sentences) }))
  const setQuotes = (quotes: string[]) => onChange(evidenceOf(quotes, sentences))
  const toggle = (id: string) => {
    const sentence = sentences.find((one) => one.id === id)
    if (!sentence) return
    const others = places.filter((place) => place.sentence?.id !== id).map(({ quote }) => quote)
    setQuotes(others.length < places.length ? others : [...others, distinctiveQuote(sentence, sentences)])
  }
  useSentencePresses(choosing && !readOnly, evidence.sentenceIds, toggle)
  const addTyped = () => {
    if (typed.trim()) setQuotes([...new Set([...evidence.quotes, typed.trim()])])
    setTyped("")
  }
  return (
    <fieldset className="grid gap-3" disabled={readOnly}>
      <legend className="mb-2 font-semibold">
        {words("evidence")}
        <span className="block font-normal text-13 text-ink-2">{words("evidenceHint")}</span>
      </legend>
      <div className="flex flex-wrap items-center gap-3">
        <Button dense aria-pressed={choosing} onClick={() => setChoosing(!choosing)}>
          <MousePointerClick aria-hidden /> {words(choosing ? "stopChoosing" : "chooseInText")}
        </Button>
        {choosing && <p className="text-13 text-ink-2">{words("choosing")}</p>}
      </div>
      <ul className="grid gap-2">
        {places.map(({ quote, sentence }) => (
          <li key={quote} className="grid grid-cols-[3rem_minmax(0,1fr)_auto] items-start gap-2">
            {sentence ? (
              <SentenceRef label={sentenceLabel(sentence)} text={sentence.text} />
            ) : (
              <span className="pt-0.5 text-13 text-part">{words("nowhere")}</span>
            )}
            <span dir="auto" className="font-read">
              {quote}
              {!sentence && <span className="block font-ui text-13 text-part">{words("nowhereWhy")}</span>}
            </span>
            <IconButton
              dense
              label={words("removeEvidence")}
              onClick={() => setQuotes(without(evidence.quotes, quote))}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {error && <FieldError id="evidence-error">{error}</FieldError>}
      <div className="flex items-end gap-2">
        <Field
          name="quote"
          className="flex-1"
          label={words("quote")}
          optional
          value={typed}
          maxLength={300}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return
            event.preventDefault()
            addTyped()
          }}
        />
        <Button onClick={addTyped}>{words("addQuote")}</Button>
      </div>
    </fieldset>
  )
}

const without = (list: readonly string[], one: string): string[] => list.filter((other) => other !== one)

function sentenceOf(quote: string, sentences: readonly SentenceView[]): SentenceView | null {
  const found = attachQuotes([quote], sentences)
  return ("sentenceId" in found && sentences.find(({ id }) => id === found.sentenceId)) || null
}

/** Every phrase looks for its own sentence; one that stands in none, or in several, proves nothing here. */
function evidenceOf(quotes: string[], sentences: readonly SentenceView[]): Evidence {
  const ids = quotes.flatMap((quote) => sentenceOf(quote, sentences)?.id ?? [])
  return { quotes, sentenceIds: [...new Set(ids)] }
}
