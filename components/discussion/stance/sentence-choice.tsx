"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { SentenceLine } from "@/components/discussion/stance/cause-line"
import { Field } from "@/components/ui/field"
import { RadioGroup } from "@/components/ui/radio-group"
import type { CitationView } from "@/lib/discussion/thread/thread-view"

type SentenceChoiceProps = {
  sentences: readonly CitationView[]
  chosen: string | undefined
  onChange: (sentenceId: string) => void
}

/** The sentences of the text, one to be chosen; arrow keys walk them. The chosen one stays in the list whatever is sought. */
export function SentenceChoice({ sentences, chosen, onChange }: SentenceChoiceProps) {
  const words = useTranslations("discussion.stance.moved")
  const [sought, setSought] = useState("")
  const wanted = sought.trim().toLowerCase()
  const found = sentences.filter((sentence) => sentence.quote.toLowerCase().includes(wanted))
  const shown = sentences.filter((sentence) => found.includes(sentence) || sentence.sentenceId === chosen)
  return (
    <div>
      <Field
        name="sought"
        label={words("findSentence")}
        type="search"
        optional
        dense
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <p role="status" className="mt-1 text-13 text-ink-3">
        {wanted && words("foundSentences", { count: found.length })}
      </p>
      <div className="mt-2 max-h-[26rem] overflow-y-auto border-rule border-y py-2 pe-2">
        <RadioGroup
          name="sentence"
          label={words("sentences")}
          hideLabel
          options={shown.map((sentence) => ({
            value: sentence.sentenceId,
            label: <SentenceLine sentence={sentence} />,
          }))}
          value={chosen ?? ""}
          onChange={onChange}
        />
      </div>
    </div>
  )
}
