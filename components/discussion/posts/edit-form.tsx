"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { DraftStamp, LengthLeft } from "@/components/discussion/composer/composer-parts"
import { draftKey, useDraft } from "@/components/discussion/composer/use-draft"
import type { PostActions } from "@/components/discussion/posts/post-acts"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"
import { urduLang } from "@/lib/reading/urdu"

type EditFormProps = {
  postId: string
  userId: string
  /** The words as they stand. */
  body: string
  /** "10:42" */
  editUntil: string | null
  edit: PostActions["edit"]
  onClose: () => void
}

/** Changes the words of a post. What is typed stays on this device until it is kept or given up. */
export function EditForm({ postId, userId, body, editUntil, edit, onClose }: EditFormProps) {
  const words = useTranslations("discussion.own")
  const { draft, place, change, forget } = useDraft(draftKey(userId, `edit.${postId}`), "claim")
  // An emptied draft is not kept: only a touched form may show nothing.
  const [isTouched, setTouched] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const text = isTouched || place !== "none" ? draft.body : body
  const leave = () => {
    forget()
    onClose()
  }
  const submit = async () => {
    if (isSaving) return
    setSaving(true)
    const result = await edit({ postId, body: text }).catch(() => null)
    setSaving(false)
    if (result?.ok) return leave()
    setProblem(result?.message ?? words("editFailed"))
  }
  return (
    <ScriptedForm onSend={submit} aria-label={words("editTitle")} className="mt-1">
      <textarea
        ref={area}
        rows={4}
        dir="auto"
        aria-label={words("editTitle")}
        aria-describedby={`edit-${postId}`}
        value={text}
        onChange={(event) => {
          setTouched(true)
          change({ body: event.target.value })
        }}
        lang={urduLang(text)}
        className="field-sizing-content block max-h-[60vh] min-h-20 w-full resize-y rounded-corner border border-rule-firm bg-raised px-4 py-2.5 font-read text-17"
      />
      <LengthLeft body={text} />
      <p id={`edit-${postId}`} className="mt-2 text-13 text-ink-2">
        {words("editHint", { until: editUntil ?? "" })}
      </p>
      {problem && (
        <Notice kind="error" className="mt-3">
          {problem}
        </Notice>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <DraftStamp place={place} />
        <span className="ms-auto flex gap-2">
          <Button variant="quiet" onClick={leave}>
            {words("editCancel")}
          </Button>
          <Button type="submit" variant="main" aria-disabled={isSaving || undefined}>
            {words("editKeep")}
          </Button>
        </span>
      </div>
    </ScriptedForm>
  )
}
