"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { RadioGroup } from "@/components/ui/radio-group"
import { SubmitButton } from "@/components/ui/submit-button"
import { urduLang } from "@/lib/reading/urdu"

export type OwnText = { readingId: string; title: string; author: string | null; wordCount: number }

type CopyOutcome = {
  lessonId: string
  attached: number
  missing: { position: number; title: string; quotes: string[] }[]
}

type OwnCopyFormProps = {
  lessonId: string
  /** Made with the page: a second press makes no second copy. */
  requestId: string
  texts: readonly OwnText[]
  action: (input: unknown) => Promise<ActionResult<CopyOutcome>>
}

/** Chooses a text and makes the copy; then says what was found in it and what was not. */
export function OwnCopyForm({ lessonId, requestId, texts, action }: OwnCopyFormProps) {
  const words = useTranslations("results.ownCopy")
  const [outcome, setOutcome] = useState<CopyOutcome | null>(null)
  if (outcome) return <Outcome outcome={outcome} />
  return (
    <ActionForm
      action={action}
      values={{ lesson: lessonId, requestId }}
      onDone={setOutcome}
      className="max-w-form"
    >
      <RadioGroup
        name="readingId"
        label={words("choose")}
        required
        defaultValue={texts[0]?.readingId}
        options={texts.map(({ readingId, title, author, wordCount }) => ({
          value: readingId,
          label: (
            <span dir="auto" lang={urduLang(title)}>
              {title}
            </span>
          ),
          hint: words("textFacts", {
            author: author ? words("byAuthor", { author: isolated(author) }) : "",
            count: wordCount,
          }),
        }))}
      />
      <div>
        <SubmitButton pendingLabel={words("making")}>{words("make")}</SubmitButton>
      </div>
    </ActionForm>
  )
}

function Outcome({ outcome }: { outcome: CopyOutcome }) {
  const words = useTranslations("results.ownCopy")
  const { lessonId, attached, missing } = outcome
  return (
    <div className="grid max-w-narrow gap-4">
      <Notice kind="success" title={words("done")}>
        {words("attached", { count: attached })} {words("missing", { count: missing.length })}
      </Notice>
      {missing.length > 0 && (
        <ul className="grid gap-2">
          {missing.map((one) => (
            <li key={one.position} dir="auto">
              <b className="me-2 font-semibold tabular-nums">{one.position}</b>
              {one.title}
              <span className="block text-13 text-ink-3">
                {words("lookedFor", { quotes: one.quotes.map((quote) => `“${quote}”`).join(", ") })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <ButtonLink variant="main" href={`/teach/lessons/${lessonId}`}>
          {words("openCopy")}
        </ButtonLink>
      </div>
    </div>
  )
}

/** A name in another direction must not turn the words around it (Unicode's first strong isolate). */
const isolated = (text: string): string => `\u2068${text}\u2069`
