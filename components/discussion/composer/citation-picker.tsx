"use client"

import { ListPlus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { Skeleton } from "@/components/ui/skeleton"
import type { CitationView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

export type LoadSentences = (input: unknown) => Promise<ActionResult<CitationView[]>>

type CitationPickerProps = {
  assignmentId: string
  load: LoadSentences
  chosen: readonly CitationView[]
  most: number
  onChange: (chosen: CitationView[]) => void
}

type Text = { state: "waiting" | "failed" } | { state: "here"; sentences: CitationView[] }

/** The text in a window of its own, each sentence to be ticked. Fetched when it is first opened. */
export function CitationPicker({ assignmentId, load, chosen, most, onChange }: CitationPickerProps) {
  const words = useTranslations("discussion")
  const [open, setOpen] = useState(false)
  const [text, setText] = useState<Text>({ state: "waiting" })
  const fetchText = async () => {
    setText({ state: "waiting" })
    const result = await load({ assignmentId }).catch(() => null)
    setText(result?.ok ? { state: "here", sentences: result.value } : { state: "failed" })
  }
  const turn = (next: boolean) => {
    setOpen(next)
    if (next && text.state !== "here") void fetchText()
  }
  const opener = (
    <Button variant="quiet" dense>
      <ListPlus aria-hidden />
      {words(chosen.length ? "composer.citeAnother" : "composer.cite")}
    </Button>
  )
  return (
    <Dialog
      trigger={opener}
      title={words("picker.title")}
      description={words("picker.hint")}
      open={open}
      onOpenChange={turn}
      className="flex flex-col md:w-[46rem] md:max-w-[92vw]"
    >
      {text.state === "waiting" && <Waiting />}
      {text.state === "failed" && <Failed again={fetchText} />}
      {text.state === "here" && (
        <SentenceList sentences={text.sentences} chosen={chosen} most={most} onChange={onChange} />
      )}
      <div className="sticky bottom-0 mt-4 border-rule border-t bg-raised pt-3">
        <Button variant="main" onClick={() => setOpen(false)}>
          {words("picker.done", { count: chosen.length })}
        </Button>
      </div>
    </Dialog>
  )
}

function Waiting() {
  const words = useTranslations("discussion.picker")
  return (
    <div role="status">
      <span className="sr-only">{words("loading")}</span>
      <Skeleton lines={6} />
    </div>
  )
}

function Failed({ again }: { again: () => void }) {
  const words = useTranslations("discussion.picker")
  return (
    <Notice kind="error" acts={<Button onClick={again}>{words("again")}</Button>}>
      {words("failed")}
    </Notice>
  )
}

type SentenceListProps = Pick<CitationPickerProps, "chosen" | "most" | "onChange"> & {
  sentences: CitationView[]
}

function SentenceList({ sentences, chosen, most, onChange }: SentenceListProps) {
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
              disabled={ids.size >= most && !ids.has(sentence.sentenceId)}
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
