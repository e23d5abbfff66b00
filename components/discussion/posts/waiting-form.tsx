"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { DraftStamp, LengthLeft } from "@/components/discussion/composer/composer-parts"
import { draftKey, useDraft } from "@/components/discussion/composer/use-draft"
import type { PostActions } from "@/components/discussion/posts/post-acts"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"
import type { OwnWaitingView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type WaitingFormProps = {
  post: OwnWaitingView
  userId: string
  acts: Pick<PostActions, "edit" | "resend">
  onClose: () => void
}

/** Changes a post that waits, or sends one again that was given back. What is typed stays on this device meanwhile. */
export function WaitingForm({ post, userId, acts, onClose }: WaitingFormProps) {
  const words = useTranslations("discussion.waiting")
  const { text, place, type, submit, leave, isSaving, problem } = useWaitingForm({
    post,
    userId,
    acts,
    onClose,
  })
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  return (
    <ScriptedForm onSend={submit} aria-label={words("formTitle")} className="mt-2">
      <textarea
        ref={area}
        rows={4}
        dir="auto"
        aria-label={words("formTitle")}
        value={text}
        onChange={(event) => type(event.target.value)}
        lang={urduLang(text)}
        className="field-sizing-content block max-h-[60vh] min-h-20 w-full resize-y rounded-corner border border-rule-firm bg-raised px-4 py-2.5 font-read text-17"
      />
      <LengthLeft body={text} />
      {problem && (
        <Notice kind="error" className="mt-3">
          {problem}
        </Notice>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <DraftStamp place={place} />
        <span className="ms-auto flex gap-2">
          <Button variant="quiet" onClick={leave}>
            {words("cancel")}
          </Button>
          <Button type="submit" variant="main" aria-disabled={isSaving || undefined}>
            {words(post.state === "held" ? "keep" : "send")}
          </Button>
        </span>
      </div>
    </ScriptedForm>
  )
}

function useWaitingForm({ post, userId, acts, onClose }: WaitingFormProps) {
  const words = useTranslations("discussion.waiting")
  const { draft, place, change, forget } = useDraft(draftKey(userId, `edit.${post.id}`), "claim")
  // An emptied draft is not kept: only a touched form may show nothing.
  const [isTouched, setTouched] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const text = isTouched || place !== "none" ? draft.body : post.body
  const leave = () => {
    forget()
    onClose()
  }
  const submit = async () => {
    if (isSaving) return
    setSaving(true)
    const act = post.state === "held" ? acts.edit : acts.resend
    const result = await act({ postId: post.id, body: text }).catch(() => null)
    setSaving(false)
    if (result?.ok) return leave()
    setProblem(result?.message ?? words("failed"))
  }
  const type = (body: string) => {
    setTouched(true)
    change({ body })
  }
  return { text, place, type, submit, leave, isSaving, problem }
}
