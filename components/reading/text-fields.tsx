"use client"

import { useTranslations } from "next-intl"
import { useDeferredValue, useMemo } from "react"
import { type DraftForm, paragraphsOfText } from "@/components/reading/draft-form"
import { NumberedSentences } from "@/components/reading/numbered-sentences"
import { Hang } from "@/components/ui/hang"
import { TextArea } from "@/components/ui/text-area"
import { splitSentences } from "@/lib/reading/split-sentences"

/** A page cannot show a whole book twice: beyond this the preview stops, and says so. */
const MOST_PREVIEWED = 400

type TextFieldsProps = { form: DraftForm; change: (part: Partial<DraftForm>) => void }

/** The paragraphs, and how they will be cut into sentences: by the same function that cuts them on saving. */
export function TextFields({ form, change }: TextFieldsProps) {
  const t = useTranslations("reading.create")
  const text = useDeferredValue(form.text)
  const language = useDeferredValue(form.language)
  const paragraphs = useMemo(() => paragraphsOfText(text), [text])
  const sentences = useMemo(
    () => splitSentences(paragraphs, language).map((sentence, at) => ({ id: String(at), ...sentence })),
    [paragraphs, language],
  )
  const counts = { paragraphs: paragraphs.length, sentences: sentences.length }
  const isCut = sentences.length > MOST_PREVIEWED
  return (
    <Hang label={t("text")} note={<output aria-live="polite">{t("textNote", counts)}</output>}>
      <TextArea
        name="paragraphs"
        label={t("paragraphs")}
        hint={t("paragraphsHint")}
        face="read"
        rows={14}
        lang={form.language}
        value={form.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <details className="mt-4" open>
        <summary className="min-h-6 font-semibold">{t("preview")}</summary>
        <section
          aria-label={t("preview")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-3 max-h-[28rem] overflow-y-auto border-rule border-y py-3"
        >
          <NumberedSentences sentences={sentences.slice(0, MOST_PREVIEWED)} language={language} />
          {isCut && <p className="mt-3 text-13 text-ink-2">{t("previewCut", { count: MOST_PREVIEWED })}</p>}
        </section>
      </details>
    </Hang>
  )
}
