"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState, useTransition } from "react"
import { useThreadEvents } from "@/components/discussion/thread/use-thread-events"
import type { ActionResult } from "@/components/ui/action-form"
import type { HaltKind } from "@/lib/discussion/moderation/halt"
import type { ThreadEvent } from "@/lib/discussion/thread/heard"
import {
  concerns,
  type LivePage,
  type LivePost,
  leavesAtOnce,
  mergeRead,
  showHeld,
  since,
  waiting,
} from "@/lib/discussion/thread/live-posts"
import type { LivePosts, PostView } from "@/lib/discussion/thread/thread-view"

type Load = (input: unknown) => Promise<ActionResult<LivePosts>>
export type LiveLoads = { loadNew: Load; loadChanged: Load }

/** How a post stood on the page before its words left it: heights in CSS pixels. */
export type Place = { height: number; nextHeight: number; hadFocus: boolean }

type About = {
  assignmentId: string
  promptId: string
  thread: string
  page: LivePage
  /** What stopped writing when the page was made. */
  halt: HaltKind | null
  loads: LiveLoads
}

/** After how long posts are read again that could not be read, in milliseconds. */
const READ_AGAIN_AFTER = 5_000

/** What came and changed since a thread's page was made, and showing it. */
export function useLivePosts({ assignmentId, promptId, thread, page, halt: madeWith, loads }: About) {
  const words = useTranslations("discussion.live")
  const [known, setKnown] = useState<readonly LivePost[]>([])
  const [announced, setAnnounced] = useState<readonly number[]>([])
  const [cited, setCited] = useState<readonly PostView[]>([])
  const [places, setPlaces] = useState<Readonly<Record<string, Place>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [halt, setHalt] = useState(madeWith)
  useEffect(() => setHalt(madeWith), [madeWith])
  const [isLoading, start] = useTransition()
  const loadedTo = useRef(page.lastSeq)
  const goTo = useGoTo()
  const at = { assignmentId, promptId, thread }
  const live = since(known, page)
  const count = waiting(live, announced, page)

  const shownCited = live.flatMap(({ shown }) => shown?.citedPosts.map(({ seq }) => seq) ?? [])
  const isCited = (seq: number) => page.cited.includes(seq) || shownCited.includes(seq)

  const keep = (read: LivePosts) => setKnown((last) => mergeRead(since(last, page), read, page))
  const readAgain = useReadAgain((seqs) => loads.loadChanged({ ...at, seqs }), {
    take: (read) => {
      const before = read.posts.filter(leavesAtOnce).flatMap(({ id }) => placesOf(id))
      setPlaces((last) => ({ ...last, ...Object.fromEntries(before) }))
      setCited((last) => [...read.posts.filter(({ seq }) => isCited(seq)), ...last])
      keep({ ...read, posts: read.posts.filter(({ seq }) => concerns(page, seq)) })
    },
  })
  useThreadEvents({ href: streamOf(at), thread, ...page, halt: madeWith }, (event: ThreadEvent) => {
    const { seqs, changed } = event
    if (event.halt !== undefined) setHalt(event.halt)
    setAnnounced((last) => [...new Set([...last, ...seqs])])
    readAgain(changed.filter((seq) => concerns(page, seq) || isCited(seq)))
  })

  const show = () => {
    if (isLoading) return
    start(async () => {
      if (count.unread > 0) {
        const after = Math.max(page.lastSeq, loadedTo.current)
        const result = await loads.loadNew({ ...at, after }).catch(() => null)
        setProblem(result?.ok ? null : (result?.message ?? words("failed")))
        if (!result?.ok) return
        loadedTo.current = Math.max(after, ...result.value.posts.map((post) => post.seq))
        keep(result.value)
      }
      setKnown(showHeld)
      const changed = live.find((post) => post.held && page.drawn.includes(post.seq))
      goTo(count.posts > 0 || !changed ? "new-posts" : `p-${changed.id}`)
    })
  }
  return { live, halt, cited, places, count, show, isLoading, problem }
}

const streamOf = ({ assignmentId, promptId }: { assignmentId: string; promptId: string }): string =>
  `/api/assignments/${assignmentId}/prompts/${promptId}/events`

/**
 * How a post stands on the page: what takes its place stands as high, so that nothing beneath it moves. None where its
 * words have left already. A window that is open over the page goes with the post it belongs to, and the focus with it.
 */
function placesOf(id: string): [string, Place][] {
  const post = document.querySelector<HTMLElement>(`article[id="p-${id}"]`)
  if (!post) return []
  const nextHeight = document.getElementById(`next-${id}`)?.offsetHeight ?? 0
  const hadFocus = post.matches(":focus, :focus-within, :has([aria-expanded='true'])")
  return [[id, { height: post.offsetHeight, nextHeight, hadFocus }]]
}

/** Reads posts again by number, and those that could not be read once more a little later. */
function useReadAgain(
  load: (seqs: readonly number[]) => Promise<ActionResult<LivePosts>>,
  { take }: { take: (read: LivePosts) => void },
) {
  const isOver = useRef(false)
  useEffect(() => {
    isOver.current = false
    return () => {
      isOver.current = true
    }
  }, [])
  const read = async (seqs: readonly number[]): Promise<void> => {
    if (seqs.length === 0 || isOver.current) return
    const result = await load(seqs).catch(() => null)
    if (isOver.current) return
    if (result?.ok) take(result.value)
    else if (!result) setTimeout(() => void read(seqs), READ_AGAIN_AFTER)
  }
  return (seqs: readonly number[]) => void read(seqs)
}

/** Takes the focus to an element once it stands on the page. */
function useGoTo() {
  const [asked, goTo] = useState<{ id: string } | null>(null)
  useEffect(() => {
    if (asked) document.getElementById(asked.id)?.focus()
  }, [asked])
  return (id: string) => goTo({ id })
}
