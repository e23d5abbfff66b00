import type { LivePosts, PostView } from "./thread-view"

/** What of a thread a page was made with. Numbers of posts. */
export type LivePage = {
  lastSeq: number
  lastChange: number
  /** The posts of its window, and those of them that it drew: what is gone and unanswered leaves no place. */
  seqs: readonly number[]
  drawn: readonly number[]
  /** The posts that those of its window cite, wherever they stand: their words are shown with them. */
  cited: readonly number[]
}

/**
 * A post that came or changed while its page stood open. `shown` is how it stands there now, null where that is as the
 * page was made; `held` is how it will stand when the reader asks.
 */
export type LivePost = {
  id: string
  seq: number
  /** The thread's change number when this was read. */
  asOf: number
  shown: PostView | null
  held: PostView | null
}

const isGone = (post: PostView): boolean => post.state !== "visible"

/**
 * Somebody else's words that were hidden or taken back leave at once. Everything else waits until it is asked for: it
 * would move what is read or, in a post of one's own, what is being typed.
 */
export const leavesAtOnce = (post: PostView): boolean => isGone(post) && post.own === null

/** Does this change concern what the page shows, or will show when its reader asks for what is new? */
export const concerns = (page: LivePage, seq: number): boolean =>
  seq > page.lastSeq || page.seqs.includes(seq)

/** What is known after posts were read again. Of two readings of a post the later one counts. */
export function mergeRead(known: readonly LivePost[], read: LivePosts, page: LivePage): LivePost[] {
  const merged = new Map(known.map((post) => [post.id, post]))
  for (const post of read.posts) {
    const before = merged.get(post.id)
    if (before && before.asOf > read.lastChange) continue
    merged.set(post.id, nowKnown(before, post, { asOf: read.lastChange, page }))
  }
  return [...merged.values()]
}

function nowKnown(
  before: LivePost | undefined,
  post: PostView,
  { asOf, page }: { asOf: number; page: LivePage },
): LivePost {
  const { id, seq } = post
  const shown = before?.shown ?? null
  if (!leavesAtOnce(post)) return { id, seq, asOf, shown, held: post }
  const hasPlace = shown !== null || page.drawn.includes(seq)
  return { id, seq, asOf, shown: hasPlace ? post : null, held: null }
}

/** The reader asked: all that waited stands. */
export const showHeld = (known: readonly LivePost[]): LivePost[] =>
  known.map((post) => (post.held ? { ...post, shown: post.held, held: null } : post))

/** Without what a page that was made anew shows itself. */
export const since = (known: readonly LivePost[], page: LivePage): LivePost[] =>
  known.filter((post) => post.seq > page.lastSeq || post.asOf > page.lastChange)

/** The posts that stand beneath the thread, since the page has no place for them. */
export const newlyShown = (known: readonly LivePost[], page: LivePage): PostView[] =>
  known
    .flatMap(({ shown, seq }) => (shown && !page.drawn.includes(seq) ? [shown] : []))
    .sort((one, other) => one.seq - other.seq)

/** How many posts wait to be shown: `posts` that are new to the page, `changed` ones that it shows as they were. */
export function waiting(known: readonly LivePost[], announced: readonly number[], page: LivePage) {
  const bySeq = new Map(known.map((post) => [post.seq, post]))
  const unread = announced.filter((seq) => seq > page.lastSeq && !bySeq.has(seq))
  const held = known.filter((post) => post.held !== null)
  const added = held.filter(
    ({ held, shown, seq }) => held?.state === "visible" && shown === null && !page.drawn.includes(seq),
  )
  return { unread: unread.length, posts: unread.length + added.length, changed: held.length - added.length }
}
