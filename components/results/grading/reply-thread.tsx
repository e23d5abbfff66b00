"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { v4 } from "uuid"
import { type Clock, Instant } from "@/components/lesson/instant"
import { ActButton } from "@/components/ui/act-button"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import { LONGEST_REPLY } from "@/lib/lesson/decide-grade-reply"
import { urduLang } from "@/lib/reading/urdu"

export type AnswerReply = (input: unknown) => Promise<ActionResult<unknown>>

/** `by`: a teacher's name, null for the student. `at` is ISO. */
type ReplyView = { id: string; by: string | null; body: string; at: string; isUnread: boolean }

type ReplyThreadProps = {
  place: { assignmentId: string; attemptId: string; itemId: string }
  replies: readonly ReplyView[]
  clock: Clock
  action: AnswerReply
}

/** What the student said to the comment, and what was answered. Answering marks it as read. */
export function ReplyThread({ place, replies, clock, action }: ReplyThreadProps) {
  const results = useTranslations("results.grading.replies")
  const [id, setId] = useState(() => v4())
  const hasUnread = replies.some(({ isUnread }) => isUnread)
  return (
    <section aria-labelledby="replies" className="mt-8 max-w-read border-rule border-t pt-4">
      <h4 id="replies" className="mb-2 font-semibold">
        {results("title")}
      </h4>
      <ol className="grid gap-3">
        {replies.map(({ id: replyId, by, body, at, isUnread }) => (
          <li key={replyId} className="border-rule-firm border-s-2 ps-4">
            <p className="flex flex-wrap gap-x-2 text-13 text-ink-2">
              <span dir="auto">{by ?? results("theStudent")}</span>
              <Instant at={new Date(at)} clock={clock} />
              {isUnread && <b className="text-accent">{results("unread")}</b>}
            </p>
            <p dir="auto" lang={urduLang(body)} className="wrap-anywhere whitespace-pre-line">
              {body}
            </p>
          </li>
        ))}
      </ol>
      <ActionForm
        noValidate
        resetWhenDone
        action={action}
        className="mt-4 gap-3"
        toInput={(form) => ({ ...place, id, body: form.get("body") ?? "" })}
        onDone={() => setId(v4())}
      >
        <TextArea
          name="body"
          label={results("answer")}
          hint={results("answerHint")}
          rows={2}
          maxLength={LONGEST_REPLY}
        />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton variant="line" dense>
            {results("send")}
          </SubmitButton>
          {hasUnread && (
            <ActButton variant="quiet" action={action} input={{ ...place, id, body: "" }}>
              {results("markRead")}
            </ActButton>
          )}
        </div>
      </ActionForm>
    </section>
  )
}
