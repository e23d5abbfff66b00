"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey } from "@/components/discussion/composer/use-draft"
import type { RestatingActions } from "@/components/discussion/posts/post-acts"
import { WordsForm } from "@/components/discussion/restating/words-form"
import { ActButton } from "@/components/ui/act-button"
import { Button } from "@/components/ui/button"

type AskedOfYourViewProps = {
  postId: string
  /** The wording that was read. */
  number: number
  userId: string
  answer: RestatingActions["answerRestatement"]
}

/** Asks the author of the restated post: is that your view? */
export function AskedOfYourView({ postId, number, userId, answer }: AskedOfYourViewProps) {
  const words = useTranslations("discussion.restating")
  const [isOpen, setOpen] = useState(false)
  const about = { postId, number }
  if (isOpen)
    return (
      <WordsForm
        label={words("meantLabel")}
        hint={words("meantHint")}
        act={words("meantAct")}
        first=""
        draftKey={draftKey(userId, `meant.${postId}.${number}`)}
        send={(meant) => answer({ ...about, answer: "not_quite", meant })}
        onClose={() => setOpen(false)}
      />
    )
  return (
    <div className="mt-2">
      <p className="font-semibold text-15">{words("question")}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        <ActButton variant="main" dense={false} action={answer} input={{ ...about, answer: "yes" }}>
          {words("yes")}
        </ActButton>
        <Button onClick={() => setOpen(true)}>{words("notQuite")}</Button>
      </div>
    </div>
  )
}
