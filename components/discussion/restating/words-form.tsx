"use client"

import { useTranslations } from "next-intl"
import { useEffect, useId, useRef, useState } from "react"
import { DraftStamp, LengthLeft } from "@/components/discussion/composer/composer-parts"
import { useDraft } from "@/components/discussion/composer/use-draft"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"
import { urduLang } from "@/lib/reading/urdu"

type WordsFormProps = {
  label: string
  hint: string
  act: string
  /** The words it begins with. */
  first: string
  /** Under which what is typed is kept: see `draftKey`. */
  draftKey: string
  send: (words: string) => Promise<ActionResult<unknown>>
  onClose: () => void
}

/** A few words about a restatement. What is typed stays on this device until it is sent or given up. */
export function WordsForm({ label, hint, act, first, draftKey, send, onClose }: WordsFormProps) {
  const words = useTranslations("discussion.restating")
  const { draft, place, change, forget } = useDraft(draftKey, "claim")
  const id = useId()
  // An emptied draft is not kept: only a touched form may show nothing.
  const [isTouched, setTouched] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const text = isTouched || place !== "none" ? draft.body : first
  const leave = () => {
    forget()
    onClose()
  }
  const submit = async () => {
    if (isSending) return
    setSending(true)
    const result = await send(text).catch(() => null)
    setSending(false)
    if (result?.ok) return leave()
    setProblem(result?.message ?? words("failed"))
    area.current?.focus()
  }
  return (
    <ScriptedForm onSend={submit} aria-label={label} className="mt-2">
      <label htmlFor={id} className="font-semibold text-13">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-13 text-ink-2">
        {hint}
      </p>
      <textarea
        ref={area}
        id={id}
        rows={2}
        dir="auto"
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => {
          setTouched(true)
          change({ body: event.target.value })
        }}
        lang={urduLang(text)}
        className="field-sizing-content mt-1 block max-h-[40vh] min-h-16 w-full resize-y rounded-corner border border-rule-firm bg-raised px-4 py-2.5 font-read text-17"
      />
      <LengthLeft body={text} />
      {problem && (
        <Notice kind="error" className="mt-2">
          {problem}
        </Notice>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <DraftStamp place={place} />
        <span className="ms-auto flex gap-2">
          <Button variant="quiet" onClick={leave}>
            {words("cancel")}
          </Button>
          <Button type="submit" variant="main" aria-disabled={isSending || undefined}>
            {act}
          </Button>
        </span>
      </div>
    </ScriptedForm>
  )
}
