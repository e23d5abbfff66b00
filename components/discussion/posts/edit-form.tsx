"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { CitedList, DraftStamp } from "@/components/discussion/composer/composer-parts"
import { draftKey, useDraft } from "@/components/discussion/composer/use-draft"
import { WordsField } from "@/components/discussion/composer/words-field"
import {
  argumentInput,
  argumentOf,
  EditCited,
  type EditedArgument,
  type Editing,
  EditKind,
} from "@/components/discussion/posts/edit-argument"
import type { PostActions } from "@/components/discussion/posts/post-acts"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"
import type { PostView } from "@/lib/discussion/thread/thread-view"

const NOTHING: EditedArgument = { move: "claim", side: null, citations: [], citedPosts: [], sources: [] }

type EditFormProps = {
  postId: string
  userId: string
  /** The words as they stand. */
  body: string
  /** What else may be changed: nobody has answered the post; else null. */
  argument: { post: PostView; editing: Editing } | null
  assignmentId: string
  /** "10:42" */
  editUntil: string | null
  edit: PostActions["edit"]
  onClose: () => void
}

/** Changes a post: its words and, until it is answered, what it does and leans on. What is typed stays on this device until it is kept or given up. */
export function EditForm(props: EditFormProps) {
  const { postId, userId, body, argument, assignmentId, editUntil, edit, onClose } = props
  const words = useTranslations("discussion.own")
  const { draft, place, change, forget } = useDraft(draftKey(userId, `edit.${postId}`), "claim")
  // An emptied draft is not kept: only a touched form may show nothing.
  const [isTouched, setTouched] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [kind, setKind] = useState<EditedArgument>(() => (argument ? argumentOf(argument.post) : NOTHING))
  const changeKind = (part: Partial<EditedArgument>) => setKind((last) => ({ ...last, ...part }))
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
    const result = await edit(
      argument ? { postId, body: text, argument: argumentInput(kind) } : { postId, body: text },
    ).catch(() => null)
    setSaving(false)
    if (result?.ok) return leave()
    setProblem(result?.message ?? words("editFailed"))
  }
  return (
    <ScriptedForm onSend={submit} aria-label={words("editTitle")} className="mt-1">
      {argument && <EditKind {...argument} argument={kind} change={changeKind} />}
      <WordsField
        ref={area}
        rows={4}
        aria-label={words("editTitle")}
        aria-describedby={`edit-${postId}`}
        value={text}
        onChange={(next) => {
          setTouched(true)
          change({ body: next })
        }}
      >
        {argument && <CitedList draft={kind} change={changeKind} />}
      </WordsField>
      <p id={`edit-${postId}`} className="mt-2 text-13 text-ink-2">
        {words(argument ? "editHintAll" : "editHint", { until: editUntil ?? "" })}
      </p>
      {problem && (
        <Notice kind="error" className="mt-3">
          {problem}
        </Notice>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        {argument && (
          <EditCited {...{ assignmentId }} editing={argument.editing} argument={kind} change={changeKind} />
        )}
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
