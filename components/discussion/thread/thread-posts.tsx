"use client"

import type { ReactNode } from "react"
import type { EveryPost, PostSurroundings } from "@/components/discussion/posts/post-item"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { FlatList, ThreadList } from "@/components/discussion/thread/thread-list"
import { buildThread } from "@/lib/discussion/thread/build-thread"
import type { ThreadWindow } from "@/lib/discussion/thread/thread-view"

type ThreadPostsProps = {
  window: ThreadWindow
  around: EveryPost
  at: Parameters<typeof threadAddress>[0]
  /** The sentence whose posts these are. */
  sentence: string | null
  mayPost: boolean
  /** The composer under the post being answered. */
  composer: ReactNode
}

/**
 * The posts of a window. They go to the browser as what they say, and are drawn by the same component that draws a post
 * which comes while the page stands open: as elements they would be six times as much, and sent beside their own HTML.
 */
export function ThreadPosts({ window, around: every, at, sentence, mayPost, composer }: ThreadPostsProps) {
  const { order, index, posts } = window
  const here = { order, window: index, sentence }
  const around: PostSurroundings = {
    ...every,
    answerHref: mayPost ? (postId) => threadAddress(at, { ...here, post: null, answer: postId }) : null,
    postHref: (postId) => threadAddress(at, { post: postId }),
    composer,
  }
  if (order === "argued") return <ThreadList nodes={buildThread(posts, around.answeringId)} around={around} />
  return (
    <FlatList
      posts={order === "newest" ? posts.toReversed() : posts}
      around={around}
      areWaiting={order === "unanswered"}
    />
  )
}
