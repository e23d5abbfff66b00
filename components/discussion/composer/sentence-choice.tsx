"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { FailedLoad, WaitingLoad } from "@/components/discussion/composer/load-states"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { SentenceRef } from "@/components/ui/sentence-ref"
import type { CitationView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

export type KnownText = { state: "waiting" | "failed" } | { state: "here"; sentences: CitationView[] }

type SentenceChoiceProps = {
  text: KnownText
  again: () => void
  chosen: readonly CitationView[]
  isFull: boolean
  onChange: (chosen: CitationView[]) => void
}

/** The text, each sentence to be ticked. */
export function SentenceChoice({ text, again, ...list }: SentenceChoiceProps) {
  const words = useTranslations("discussion.picker")
  if (text.state === "waiting") return <WaitingLoad>{words("loading")}</WaitingLoad>
  if (text.state === "failed") return <FailedLoad again={again}>{words("failed")}</FailedLoad>
  if (text.state === "here") return <SentenceList sentences={text.sentences} {...list} />
  return null
}

type SentenceListProps = Omit<SentenceChoiceProps, "text" | "again"> & {
  sentences: CitationView[]
}

function SentenceList({ sentences, chosen, isFull, onChange }: SentenceListProps) {
  const words = useTranslations("discussion.picker")
  const [sought, setSought] = useState("")
  const found = sentences.filter((sentence) =>
    sentence.quote.toLowerCase().includes(sought.trim().toLowerCase()),
  )
  const ids = new Set(chosen.map((sentence) => sentence.sentenceId))
  const turn = (sentence: CitationView, on: boolean) => {
    const others = chosen.filter((other) => other.sentenceId !== sentence.sentenceId)
    onChange(on ? [...others, sentence] : others)
  }
  return (
    <>
      <Field
        name="sought"
        label={words("find")}
        type="search"
        optional
        dense
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      <p role="status" className="mt-1 text-13 text-ink-3">
        {sought.trim() && words("found", { count: found.length })}
      </p>
      {paragraphsOf(found).map(([number, inside]) => (
        <fieldset key={number} className="border-rule border-t py-2">
          <legend className="sr-only">{words("paragraph", { number })}</legend>
          {inside.map((sentence) => (
            <Checkbox
              key={sentence.sentenceId}
              name="sentence"
              checked={ids.has(sentence.sentenceId)}
              disabled={isFull && !ids.has(sentence.sentenceId)}
              onChange={(event) => turn(sentence, event.target.checked)}
              label={
                <span className="flex gap-2 font-read text-15">
                  <SentenceRef label={citationLabel(sentence)} />
                  <span dir="auto" lang={urduLang(sentence.quote)} className="font-read">
                    {sentence.quote}
                  </span>
                </span>
              }
            />
          ))}
        </fieldset>
      ))}
    </>
  )
}

function paragraphsOf(sentences: readonly CitationView[]): [number, CitationView[]][] {
  const paragraphs = new Map<number, CitationView[]>()
  for (const sentence of sentences)
    paragraphs.set(sentence.paragraph, [...(paragraphs.get(sentence.paragraph) ?? []), sentence])
  return [...paragraphs]
}
