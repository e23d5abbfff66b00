import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ThreadInput } from "@/lib/discussion/input"
import { type HaltFacts, haltOf, isStopped } from "@/lib/discussion/moderation/halt"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { undoUntil } from "@/lib/discussion/posts/decide-own-post"
import { pauseUntil } from "@/lib/discussion/posts/decide-turn"
import type { Side } from "@/lib/discussion/posts/moves"
import { type KnownOwnPost, ownPostView } from "@/lib/discussion/posts/own-post"
import { ensureAlias, type OwnAlias } from "@/lib/discussion/server/alias-store"
import { factsOf, isStaffHere, type Place } from "@/lib/discussion/server/place"
import { THREAD_STATEMENT } from "@/lib/discussion/server/thread-statement"
import { pickNextToAnswer } from "@/lib/discussion/thread/next-to-answer"
import type {
  CitedPostView,
  LeanView,
  PostView,
  ThreadCounts,
  ThreadView,
  WaitingView,
} from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

type KnownPost = Omit<PostView, "author" | "answers" | "own" | "citedPosts"> & {
  author: KnownAuthor | null
  citedPosts: (Omit<CitedPostView, "author"> & { author: KnownAuthor | null })[]
  answers: KnownAuthor | null
  own: KnownOwnPost | null
}
type KnownWaiting = Omit<WaitingView, "author"> & { author: KnownAuthor }

type ThreadRow = Place &
  HaltFacts & {
    norms: NormsView
    acceptedNorms: boolean
    helpLine: string | null
    lastPostAt: Date | null
    promptId: string
    position: number
    text: string
    hasSides: boolean
    promptCount: number
    threadId: string | null
    ownAlias: OwnAlias | null
    hasPosted: boolean
    ownPostIsOver: boolean
    takenBack: { id: string; deletedAt: number | null } | null
    part: number | null
    parts: number | null
    ownSide: Side | null
    lastSeq: number | null
    lastChange: number | null
    posts: KnownPost[] | null
    counts: ThreadCounts | null
    lean: LeanView[] | null
    waiting: KnownWaiting[] | null
  }

/**
 * One prompt and, for staff and for whoever has posted in it, a window of its thread. One trip; a second one the
 * first time a student comes, to give them their pseudonym, and one to note what was read.
 */
export async function loadThread(
  viewer: Viewer,
  input: ThreadInput,
  now: Date,
): Promise<Decision<ThreadView>> {
  const row = await threadRow(viewer, input, now)
  if (!row || !can(viewer, "post.see", factsOf(row))) return refuse("missing", "discussion.noSuchPrompt")
  const isStaff = isStaffHere(viewer, row)
  if (!isStaff && now < row.opensAt) return refuse("conflict", "discussion.notOpen")
  const alias = row.ownAlias ?? (isStaff ? null : await ensureAlias(row))
  // A post that changed may be one that nobody has shown to this reader yet.
  if (input.order !== "changed") await markRead(row)
  return allow(threadView(viewer, { row, alias, input, now }))
}

async function threadRow(viewer: Viewer, input: ThreadInput, now: Date): Promise<ThreadRow | undefined> {
  const { assignmentId, promptId, window, postId, sentenceId, after, seqs } = input
  const result = await pool().query<ThreadRow>({
    name: `thread-${input.order}`,
    text: THREAD_STATEMENT[input.order],
    values: [viewer.userId, assignmentId, promptId, window, postId, sentenceId, after, seqs, now],
  })
  return result.rows[0]
}

const MARK_READ = `
  INSERT INTO "ThreadRead" ("threadId", "enrolmentId", "lastSeq") VALUES ($1, $2, $3)
  ON CONFLICT ("threadId", "enrolmentId") DO UPDATE SET "lastSeq" = excluded."lastSeq"
  WHERE "ThreadRead"."lastSeq" < excluded."lastSeq"`

/** What was on the page is read; the page itself still shows what was new. */
async function markRead(row: ThreadRow): Promise<void> {
  const shown = Math.max(0, ...(row.posts ?? []).map((post) => post.seq))
  if (row.threadId && shown > 0) await pool().query(MARK_READ, [row.threadId, row.enrolmentId, shown])
}

type Given = { row: ThreadRow; alias: OwnAlias | null; input: ThreadInput; now: Date }

function threadView(viewer: Viewer, given: Given): ThreadView {
  const { row, alias, now } = given
  const isStaff = isStaffHere(viewer, row)
  const isPseudonym = !isStaff && row.postNames !== "names"
  const isSealed = row.postNames === "sealed"
  const isOpen = isStaff || (now >= row.opensAt && now < row.closesAt)
  const halt = haltOf(row)
  const isHalted = isStopped(halt?.kind ?? null, isStaff)
  const mayPost = isOpen && !row.archived && !isHalted && can(viewer, "post.write", factsOf(row))
  return {
    assignmentId: row.assignmentId,
    prompt: promptOf(row),
    signedAs: { name: isPseudonym && alias ? alias.name : viewer.displayName, isPseudonym, isSealed },
    opened: isPseudonym && isSealed ? (alias?.opened ?? null) : null,
    isStaff,
    mayPost,
    mayOpen: mayPost && (isStaff || row.hasPosted || !row.ownPostIsOver),
    ownPostBy: isStaff ? null : row.rules.ownPostBy,
    hasPosted: row.hasPosted,
    mayReport: can(viewer, "post.report", factsOf(row)),
    mayHide: can(viewer, "post.hide", factsOf(row)),
    halt,
    norms: row.norms,
    asksNorms: !isStaff && !row.acceptedNorms,
    pause: pauseOf(row, isStaff, now),
    helpLine: row.helpLine,
    mayOpenNames: isSealed && can(viewer, "name.open", factsOf(row)),
    takenBack: mayPost && !row.hasPosted && !row.ownPostIsOver ? takenBackView(row.takenBack, now) : null,
    thread: isStaff || row.hasPosted || row.ownPostIsOver ? openThread(viewer, { ...given, mayPost }) : null,
  }
}

const promptOf = ({ promptId, position, promptCount, text, hasSides }: ThreadRow) => ({
  id: promptId,
  position,
  count: promptCount,
  text,
  hasSides,
})

function pauseOf({ rules, lastPostAt }: ThreadRow, isStaff: boolean, now: Date): ThreadView["pause"] {
  const until = pauseUntil({ isStaff, slowSeconds: rules.slowSeconds, lastPostAt })
  return { seconds: isStaff ? 0 : rules.slowSeconds, until: until && until > now ? until.getTime() : null }
}

type Opened = Given & { mayPost: boolean }

function openThread(viewer: Viewer, opened: Opened): NonNullable<ThreadView["thread"]> {
  const { row, input } = opened
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  const name = (author: KnownAuthor) => authorView(author, shown)
  const posts = (row.posts ?? []).map((post) => ({
    ...post,
    author: post.author && name(post.author),
    answers: post.answers && name(post.answers).name,
    citedPosts: post.citedPosts.map((cited) => ({ ...cited, author: cited.author && name(cited.author) })),
    isNew: post.isNew && post.own === null,
    own: post.own && ownPostView(post.own, { ...post, ...opened }),
  }))
  const others = (row.waiting ?? []).filter((post) => !post.author.isYou)
  const waiting = others.map((post) => ({ ...post, author: name(post.author).name }))
  return {
    window: { order: input.order, index: row.part ?? 0, count: row.parts ?? 0, posts },
    counts: row.counts ?? { posts: 0, people: 0, waiting: 0 },
    lean: row.lean ?? [],
    next: pickNextToAnswer(waiting, row.ownSide),
    ownSide: row.ownSide,
    lastSeq: row.lastSeq ?? 0,
    lastChange: row.lastChange ?? 0,
  }
}

function takenBackView(taken: ThreadRow["takenBack"], now: Date): ThreadView["takenBack"] {
  if (!taken?.deletedAt) return null
  const until = undoUntil(new Date(taken.deletedAt))
  return now < until ? { id: taken.id, undoUntil: until.getTime() } : null
}
