"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState, useTransition } from "react"
import { PostItem, type PostSurroundings } from "@/components/discussion/post-item"
import { threadAddress } from "@/components/discussion/thread-address"
import { useThreadEvents } from "@/components/discussion/use-thread-events"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import type { PostView } from "@/lib/discussion/thread-view"

export type LoadNewPosts = (input: unknown) => Promise<ActionResult<PostView[]>>

type NewPostsProps = {
  promptId: string
  /** The last post the page was made with. */
  lastSeq: number
  mayPost: boolean
  around: Omit<PostSurroundings, "answerHref" | "answeringId" | "composer">
  load: LoadNewPosts
}

/**
 * Says that others have posted meanwhile, and shows it beneath the thread when asked: nothing that somebody is reading
 * or writing moves before that.
 */
export function NewPosts({ promptId, lastSeq, mayPost, around, load }: NewPostsProps) {
  const words = useTranslations("discussion.live")
  const { assignmentId } = around
  const seqs = useThreadEvents(`/api/assignments/${assignmentId}/prompts/${promptId}/events`, lastSeq)
  const { posts, after, show, isLoading, problem, list } = useShown({ assignmentId, promptId, lastSeq, load })
  const waiting = seqs.filter((seq) => seq > after).length
  const answerHref = (id: string) => threadAddress({ assignmentId, promptId }, { answer: id })
  const surroundings = {
    ...around,
    answerHref: mayPost ? answerHref : null,
    answeringId: null,
    composer: null,
  }
  return (
    <>
      {posts.length > 0 && (
        <section aria-labelledby="new-posts" className="mt-6 border-accent border-t-2">
          <h2 id="new-posts" ref={list} tabIndex={-1} className="scroll-mt-4 py-3 md:ps-26">
            {words("title")}
          </h2>
          <ol>
            {posts.map((post) => (
              <li key={post.id}>
                <PostItem post={post} around={surroundings} isWaiting={false} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <div role="status" className="sticky bottom-4 z-10 flex justify-center print:hidden">
        {waiting > 0 && (
          <Button
            variant="main"
            aria-disabled={isLoading || undefined}
            onClick={show}
            className="my-3 shadow-lift"
          >
            {words("show", { count: waiting })}
          </Button>
        )}
        {problem && <p className="bg-paper px-2 text-13 text-wrong">{problem}</p>}
      </div>
    </>
  )
}

type Shown = { assignmentId: string; promptId: string; lastSeq: number; load: LoadNewPosts }

/** The new posts that were asked for. A page made anew holds them itself, so those are left out here. */
function useShown({ assignmentId, promptId, lastSeq, load }: Shown) {
  const words = useTranslations("discussion.live")
  const [loaded, setLoaded] = useState<readonly PostView[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [isLoading, start] = useTransition()
  const list = useRef<HTMLHeadingElement>(null)
  const posts = loaded.filter((post) => post.seq > lastSeq)
  const after = Math.max(lastSeq, ...loaded.map((post) => post.seq))
  useEffect(() => {
    if (loaded.length > 0) list.current?.focus()
  }, [loaded])
  const show = () => {
    if (isLoading) return
    start(async () => {
      const result = await load({ assignmentId, promptId, after }).catch(() => null)
      setProblem(result?.ok ? null : (result?.message ?? words("failed")))
      if (result?.ok) setLoaded((last) => [...last, ...result.value])
    })
  }
  return { posts, after, show, isLoading, problem, list }
}
