"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { cn } from "@/components/ui/cn"
import { Notice } from "@/components/ui/notice"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import { urduLang } from "@/lib/reading/urdu"

/** What of a student was opened. Times in milliseconds since 1970. */
export type OpenedText = {
  notes: { quote: string; body: string; writtenAt: number }[]
  posts: { state: "hidden" | "deleted"; html: string; createdAt: number; promptPosition: number }[]
}

type PrivateTextProps = {
  postId: string
  /** Whose it is. */
  name: string
  clock: ThreadClock
  action: (input: unknown) => Promise<ActionResult<OpenedText>>
}

/** Asks why, then shows what is private of a student, as long as this page stays open. */
export function PrivateText({ postId, name, clock, action }: PrivateTextProps) {
  const words = useTranslations("discussion.privateText")
  const [opened, setOpened] = useState<OpenedText | null>(null)
  const [untold, setUntold] = useState(false)
  if (opened) return <Opened opened={opened} clock={clock} />
  const toInput = (form: FormData) => ({
    postId,
    reason: String(form.get("reason") ?? ""),
    untoldFor: untold ? String(form.get("untoldFor") ?? "") : null,
  })
  return (
    <section aria-labelledby="open-private" className="mt-8 max-w-form border-rule border-t pt-4">
      <h2 id="open-private" className="font-semibold text-17">
        {words("openTitle", { name })}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{words("openText")}</p>
      <ActionForm action={action} toInput={toInput} onDone={setOpened}>
        <TextArea name="reason" label={words("reason")} hint={words("reasonHint")} rows={2} />
        <Checkbox
          name="untold"
          label={words("untold")}
          checked={untold}
          onChange={(event) => setUntold(event.target.checked)}
        />
        {untold && <TextArea name="untoldFor" label={words("untoldFor")} rows={2} />}
        <SubmitButton className="justify-self-start">{words("act")}</SubmitButton>
      </ActionForm>
    </section>
  )
}

function Opened({ opened, clock }: { opened: OpenedText; clock: ThreadClock }) {
  const words = useTranslations("discussion.privateText")
  return (
    <div className="mt-8 max-w-narrow">
      <Notice kind="success">{words("opened")}</Notice>
      <h2 className="mt-6 font-semibold text-17">{words("notes")}</h2>
      {opened.notes.length === 0 && <p className="text-ink-2">{words("noNotes")}</p>}
      <ul>
        {opened.notes.map((note) => (
          <li key={`${note.writtenAt} ${note.quote} ${note.body}`} className="border-rule border-t py-3">
            <p
              dir="auto"
              lang={urduLang(note.quote)}
              className="border-rule-firm border-s-2 ps-3 font-read text-ink-2"
            >
              {note.quote}
            </p>
            {note.body && (
              <p dir="auto" className="wrap-anywhere mt-1 whitespace-pre-line">
                {note.body}
              </p>
            )}
            <p className="mt-1 text-13 text-ink-2">
              {words("written", { at: postTime(note.writtenAt, clock) })}
            </p>
          </li>
        ))}
      </ul>
      <h2 className="mt-6 font-semibold text-17">{words("posts")}</h2>
      {opened.posts.length === 0 && <p className="text-ink-2">{words("noPosts")}</p>}
      <ul>
        {opened.posts.map((post) => (
          <li key={`${post.createdAt} ${post.html}`} className="border-rule border-t py-3">
            <div
              lang={urduLang(post.html)}
              className={cn(postTextStyle)}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html
              dangerouslySetInnerHTML={{ __html: post.html }}
            />
            <p className="mt-1 text-13 text-ink-2">
              {words(post.state)} · {words("written", { at: postTime(post.createdAt, clock) })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
