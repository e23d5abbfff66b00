"use client"

import { createContext, type ReactNode, useContext } from "react"
import type { EveryPost, PostSurroundings } from "@/components/discussion/posts/post-item"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { type LiveLoads, useLivePosts } from "@/components/discussion/thread/use-live-posts"
import type { HaltKind } from "@/lib/discussion/moderation/halt"
import { type LivePage, newlyShown } from "@/lib/discussion/thread/live-posts"
import type { PostView } from "@/lib/discussion/thread/thread-view"

type LiveThreadProps = {
  promptId: string
  /** Which of the prompt's threads: see ThreadChoice. */
  thread: string
  page: LivePage
  halt: HaltKind | null
  mayPost: boolean
  around: EveryPost
  loads: LiveLoads
  children: ReactNode
}

/** An open thread's page: what others write, change and take back reaches it without loading it again. */
export function LiveThread(props: LiveThreadProps) {
  const { promptId, thread, page, halt, mayPost, around, loads, children } = props
  const { assignmentId } = around
  const posts = useLivePosts({ assignmentId, promptId, thread, page, halt, loads })
  const answerHref = (id: string) => threadAddress({ assignmentId, promptId }, { answer: id })
  const surroundings: PostSurroundings = {
    ...around,
    answerHref: mayPost ? answerHref : null,
    postHref: (id) => threadAddress({ assignmentId, promptId }, { post: id }),
    composer: null,
  }
  const live = { ...posts, added: newlyShown(posts.live, page), around: surroundings }
  return <Live value={live}>{children}</Live>
}

type LiveContext = ReturnType<typeof useLivePosts> & { added: PostView[]; around: PostSurroundings }

const Live = createContext<LiveContext | null>(null)

/** Null on a page whose thread nobody else writes in. */
export const useLiveThread = (): LiveContext | null => useContext(Live)

/** A post that another one cites, as it was last read again; null where nothing has been heard of it. */
export const useCitedPost = (id: string): PostView | null =>
  useLiveThread()?.cited.find((post) => post.id === id) ?? null

/** A post as it stands now, where that is not as its page was made. */
export const useLivePost = (id: string | null): PostView | null =>
  useLiveThread()?.live.find((post) => post.id === id)?.shown ?? null
