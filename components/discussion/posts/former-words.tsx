"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type PostActions, postActStyle } from "@/components/discussion/posts/post-acts"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { cn } from "@/components/ui/cn"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import type { FormerWords as Former } from "@/lib/discussion/moderation/moderated-post"

type FormerWordsProps = { postId: string; clock: ThreadClock; load: PostActions["loadHistory"] }

/** What a post said before, fetched when it is asked for. Only its author and staff of the class are offered it. */
export function FormerWords({ postId, clock, load }: FormerWordsProps) {
  const words = useTranslations("discussion.own")
  const [former, setFormer] = useState<Former[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async (isOpen: boolean) => {
    if (!isOpen) return
    setProblem(null)
    const result = await load({ postId }).catch(() => null)
    if (result?.ok) setFormer(result.value)
    else setProblem(result?.message ?? words("historyFailed"))
  }
  const trigger = (
    <button type="button" className={postActStyle}>
      {words("history")}
    </button>
  )
  return (
    <Dialog
      onOpenChange={open}
      trigger={trigger}
      title={words("historyTitle")}
      description={words("historyText")}
    >
      {problem && <Notice kind="error">{problem}</Notice>}
      {!former && !problem && <p role="status">{words("historyLoading")}</p>}
      <ol className="grid gap-4">
        {former?.map((one) => (
          <li key={`${one.isRestatement} ${one.number}`} className="border-rule border-t pt-3">
            <p className="text-13 text-ink-2">
              {one.isRestatement && `${words("historyRestatement")} · `}
              {postTime(one.writtenAt, clock)}
            </p>
            <p dir="auto" className={cn(postTextStyle, "whitespace-pre-line")}>
              {one.body}
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
