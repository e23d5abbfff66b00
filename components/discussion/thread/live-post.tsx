"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useEffect } from "react"
import { PostItem } from "@/components/discussion/posts/post-item"
import { useLivePost, useLiveThread } from "@/components/discussion/thread/live-thread"

type LivePostProps = {
  id: string
  isWaiting: boolean
  /** The post as its page was made. */
  children: ReactNode
}

/** A post as it stands now. One whose words left keeps its height, so that nothing beneath it moves. */
export function LivePost({ id, isWaiting, children }: LivePostProps) {
  const thread = useLiveThread()
  const post = useLivePost(id)
  const { height = 0, hadFocus = false } = thread?.places[id] ?? {}
  const isGone = post !== null && post.state !== "visible"
  useEffect(() => {
    if (isGone && hadFocus) document.getElementById(`p-${id}`)?.focus({ preventScroll: true })
  }, [isGone, hadFocus, id])
  if (!thread || !post) return children
  const item = <PostItem post={post} around={thread.around} isWaiting={isWaiting && !isGone} />
  return isGone ? <div style={{ minHeight: height }}>{item}</div> : item
}

/** The post that is next to be answered, as long as it stands. */
export function LiveNext({ id, children }: { id: string; children: ReactNode }) {
  const words = useTranslations("discussion.live")
  const thread = useLiveThread()
  const post = useLivePost(id)
  if (!post || post.state === "visible") return <div id={`next-${id}`}>{children}</div>
  return (
    <p className="text-ink-3" style={{ minHeight: thread?.places[id]?.nextHeight }}>
      {words("nextGone")}
    </p>
  )
}
