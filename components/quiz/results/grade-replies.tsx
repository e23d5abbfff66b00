"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { v4 } from "uuid"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import { LONGEST_REPLY } from "@/lib/lesson/decide-grade-reply"
import { urduLang } from "@/lib/reading/urdu"

/** A reply in words: times as the school writes them. */
export type OwnReplyView = { id: string; fromStudent: boolean; body: string; at: string }

type GradeRepliesProps = {
  place: { assignmentId: string; itemId: string }
  /** Of the question. */
  position: number
  replies: readonly OwnReplyView[]
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** What was said to the teacher's comment and back, and a quiet way to say more. The focus follows what was sent. */
export function GradeReplies({ place, position, replies, action }: GradeRepliesProps) {
  const words = useTranslations("quiz.gradeReply")
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const was = useRef(replies.length)
  useEffect(() => {
    if (was.current === replies.length) return
    was.current = replies.length
    setOpen(false)
    box.current?.focus()
  }, [replies.length])
  return (
    <div ref={box} tabIndex={-1} className="mt-4 max-w-form">
      {replies.length > 0 && (
        <ol aria-label={words("thread")} className="mb-2 grid gap-2">
          {replies.map(({ id, fromStudent, body, at }) => (
            <li key={id} className="border-rule-firm border-s-2 ps-4 text-15">
              <p className="text-13 text-ink-2">{words(fromStudent ? "yours" : "theirs", { at })}</p>
              <p dir="auto" lang={urduLang(body)} className="wrap-anywhere whitespace-pre-line">
                {body}
              </p>
            </li>
          ))}
        </ol>
      )}
      {isOpen ? (
        <ReplyForm place={place} position={position} action={action} onCancel={() => setOpen(false)} />
      ) : (
        <button
          type="button"
          aria-label={words("actOf", { position })}
          className="link min-h-6 text-13 print:hidden"
          onClick={() => setOpen(true)}
        >
          {words("act")}
        </button>
      )}
    </div>
  )
}

type FormProps = Pick<GradeRepliesProps, "place" | "position" | "action"> & { onCancel: () => void }

function ReplyForm({ place, position, action, onCancel }: FormProps) {
  const words = useTranslations("quiz.gradeReply")
  // Made once: pressed twice, it is one reply.
  const [id] = useState(() => v4())
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector("textarea")?.focus(), [])
  return (
    <div ref={form} className="print:hidden">
      <ActionForm
        noValidate
        action={action}
        className="gap-3"
        toInput={(data) => ({ ...place, id, body: data.get("body") ?? "" })}
      >
        <TextArea
          name="body"
          label={words("label", { position })}
          hint={words("hint", { most: LONGEST_REPLY })}
          rows={3}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="line" dense>
            {words("send")}
          </SubmitButton>
          <Button variant="quiet" dense onClick={onCancel}>
            {words("cancel")}
          </Button>
        </div>
      </ActionForm>
    </div>
  )
}
