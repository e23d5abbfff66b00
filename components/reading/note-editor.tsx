"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { controlStyle } from "@/components/ui/field-frame"

type NoteEditorProps = {
  label: string
  /** Words kept on this device until they are saved are found under this name. */
  draftKey: string
  initial: string
  onSave: (body: string) => void
  onCancel: () => void
  onRemove?: () => void
}

/** Writing a note beside its sentence. What is typed outlives a closed tab until it is saved. */
export function NoteEditor({ label, draftKey, initial, onSave, onCancel, onRemove }: NoteEditorProps) {
  const t = useTranslations("reading.desk")
  const common = useTranslations("common")
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState(() => readDraft(draftKey) ?? initial)
  // Before the key that opened it is let go: what is typed next belongs in here.
  useLayoutEffect(() => area.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    // After the margin has put it in its place.
    const timer = setTimeout(() => area.current?.parentElement?.scrollIntoView({ block: "nearest" }), 60)
    return () => clearTimeout(timer)
  }, [])
  const change = (text: string) => {
    setBody(text)
    keepDraft(draftKey, text)
  }
  const finish = (act: () => void) => {
    keepDraft(draftKey, null)
    act()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") finish(onCancel)
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) finish(() => onSave(body.trim()))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="mt-2 grid scroll-mb-8 gap-2">
      <label htmlFor={id} className="text-13 text-ink-2">
        {t("noteOn", { label })}
      </label>
      <textarea
        ref={area}
        id={id}
        dir="auto"
        rows={3}
        maxLength={4000}
        value={body}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        className={`${controlStyle} field-sizing-content max-h-60 resize-y px-3 py-2`}
      />
      <div className="flex flex-wrap items-center gap-1">
        <Button dense variant="main" onClick={() => finish(() => onSave(body.trim()))}>
          {t("save")}
        </Button>
        <Button dense variant="quiet" onClick={() => finish(onCancel)}>
          {common("cancel")}
        </Button>
        {onRemove && (
          <Button dense variant="quiet" className="ms-auto text-wrong" onClick={() => finish(onRemove)}>
            {t("remove")}
          </Button>
        )}
      </div>
    </div>
  )
}

/** What was typed and not saved, or null. A browser that keeps nothing loses only that. */
function readDraft(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keepDraft(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // A full or forbidden store: the text is still on the page.
  }
}
