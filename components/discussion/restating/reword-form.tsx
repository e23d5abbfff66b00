"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey } from "@/components/discussion/composer/use-draft"
import { postActStyle, type RestatingActions } from "@/components/discussion/posts/post-acts"
import { WordsForm } from "@/components/discussion/restating/words-form"
import { Button } from "@/components/ui/button"

type RewordFormProps = {
  postId: string
  /** The wording that stands. */
  number: number
  userId: string
  words: string
  /** "10:42"; null for a new round. */
  until: string | null
  reword: RestatingActions["rewordRestatement"]
}

/** Puts a restatement of one's own into other words. */
export function RewordForm({ postId, number, userId, words: first, until, reword }: RewordFormProps) {
  const words = useTranslations("discussion.restating")
  const [isOpen, setOpen] = useState(false)
  if (isOpen)
    return (
      <WordsForm
        label={words("rewordLabel")}
        hint={until === null ? words("againHint") : words("rewordHint", { until })}
        act={words(until === null ? "againAct" : "rewordAct")}
        first={first}
        draftKey={draftKey(userId, `restated.${postId}.${number}`)}
        send={(text) => reword({ postId, number, words: text })}
        onClose={() => setOpen(false)}
      />
    )
  if (until === null)
    return (
      <Button dense className="mt-2" onClick={() => setOpen(true)}>
        {words("again")}
      </Button>
    )
  return (
    <button type="button" className={postActStyle} onClick={() => setOpen(true)}>
      {words("reword", { until })}
    </button>
  )
}
