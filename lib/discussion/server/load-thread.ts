import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { decideSeat } from "@/lib/discussion/groups/decide-seat"
import { type ThreadChoice, threadGroup } from "@/lib/discussion/groups/thread-group"
import type { ThreadInput } from "@/lib/discussion/input"
import { type HaltFacts, haltOf, isStopped } from "@/lib/discussion/moderation/halt"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { undoUntil } from "@/lib/discussion/posts/decide-own-post"
import { pauseUntil } from "@/lib/discussion/posts/decide-turn"
import type { Side } from "@/lib/discussion/posts/moves"
import { type KnownOwnPost, ownPostView } from "@/lib/discussion/posts/own-post"
import { type KnownRestating, restatingView } from "@/lib/discussion/restating/restating-view"
import { ensureAlias, type OwnAlias } from "@/lib/discussion/server/alias-store"
import { type KnownOffer, noOffer, noteReadAndOffer } from "@/lib/discussion/server/offer-store"
import { factsOf, isStaffHere, type Place, type Seat, waitsForStaff } from "@/lib/discussion/server/place"
import { THREAD_STATEMENT } from "@/lib/discussion/server/thread-statement"
import type {
  AuthorView,
  CitedPostView,
  LeanView,
  OwnWaitingView,
  PostView,
  ThreadCounts,
  ThreadView,
} from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

type KnownPost = Omit<PostView, "author" | "answers" | "own" | "citedPosts" | "restating"> & {
  author: KnownAuthor | null
  citedPosts: (Omit<CitedPostView, "author"> & { author: KnownAuthor | null })[]
  answers: KnownAuthor | null
  own: KnownOwnPost | null
  restating: KnownRestating | null
}
type KnownWaitingPost = Omit<OwnWaitingView, "answers" | "mayEdit"> & {
  answers: { id: string; author: KnownAuthor } | null
}

type ThreadRow = Place &
  Seat &
  HaltFacts & {
    choices: ThreadChoice[] | null
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
    ownWaiting: KnownWaitingPost[] | null
    part: number | null
    parts: number | null
    ownSide: Side | null
    lastSeq: number | null
    lastChange: number | null
    posts: KnownPost[] | null
    counts: ThreadCounts | null
    lean: LeanView[] | null
    askedOfYou: string[] | null
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
  if (!row.isHere) return refuse("missing", "discussion.noSuchThread")
  const isStaff = isStaffHere(viewer, row)
  if (!isStaff && now < row.opensAt) return refuse("conflict", "discussion.notOpen")
  const alias = row.ownAlias ?? (isStaff ? null : await ensureAlias(row))
  const given = { row, alias, input, now }
  return allow(threadView(viewer, { ...given, next: await nextFor(viewer, given) }))
}

async function threadRow(viewer: Viewer, input: ThreadInput, now: Date): Promise<ThreadRow | undefined> {
  const { assignmentId, promptId, window, postId, sentenceId, after, seqs, thread } = input
  const result = await pool().query<ThreadRow>({
    name: `thread-${input.order}`,
    text: THREAD_STATEMENT[input.order],
    values: [
      viewer.userId,
      assignmentId,
      promptId,
      window,
      postId,
      sentenceId,
      after,
      seqs,
      now,
      thread ?? null,
    ],
  })
  return result.rows[0]
}

/** What was on the page is read; the page itself still shows what was new. What came since is no reason to offer a post. */
async function nextFor(viewer: Viewer, given: Omit<Given, "next">): Promise<KnownOffer> {
  const { row, input, now } = given
  // A post that changed may be one that nobody has shown to this reader yet.
  if (!row.threadId || input.order === "changed") return noOffer
  const at = { threadId: row.threadId, enrolmentId: row.enrolmentId }
  const shown = Math.max(0, ...(row.posts ?? []).map((post) => post.seq))
  const isLooking = input.order !== "since" && mayPostAt(viewer, given)
  // Who reads without having posted, once the time for it is over, is in nobody's turn.
  const isInTurn = row.hasPosted && !isStaffHere(viewer, row)
  const isOpen = row.hasPosted || row.ownPostIsOver || isStaffHere(viewer, row)
  const asking = isInTurn ? "offer" : "longest"
  return noteReadAndOffer(at, { shown, asking: isLooking && isOpen ? asking : "none" }, now)
}

type Given = { row: ThreadRow; alias: OwnAlias | null; input: ThreadInput; now: Date; next: KnownOffer }

function mayPostAt(viewer: Viewer, { row, now }: Pick<Given, "row" | "now">): boolean {
  const isStaff = isStaffHere(viewer, row)
  const isOpen = isStaff || (now >= row.opensAt && now < row.closesAt)
  const isHalted = isStopped(haltOf(row)?.kind ?? null, isStaff)
  return isOpen && !row.archived && !isHalted && decideSeat(row).ok && can(viewer, "post.write", factsOf(row))
}

function threadView(viewer: Viewer, given: Given): ThreadView {
  const { row, alias, now } = given
  const isStaff = isStaffHere(viewer, row)
  const isPseudonym = !isStaff && row.postNames !== "names"
  const isSealed = row.postNames === "sealed"
  const mayPost = mayPostAt(viewer, given)
  const hasOpened = hasThread(row, isStaff)
  return {
    assignmentId: row.assignmentId,
    group: threadGroup(row),
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
    requiresRestatement: row.rules.requiresRestatement,
    halt: haltOf(row),
    norms: row.norms,
    asksNorms: !isStaff && !row.acceptedNorms,
    pause: pauseOf(row, isStaff, now),
    helpLine: row.helpLine,
    mayOpenNames: isSealed && can(viewer, "name.open", factsOf(row)),
    takenBack: mayPost && !row.hasPosted && !row.ownPostIsOver ? takenBackView(row.takenBack, now) : null,
    waitsForStaff: waitsForStaff(viewer, row),
    ownWaiting: ownWaitingView(row, { mayPost, hasOpened, name: nameFor(viewer, row) }),
    thread: hasOpened ? openThread(viewer, { ...given, mayPost }) : null,
  }
}

/** Is there a thread, and is it open? Without a group there is none, whatever its date says. */
const hasThread = (row: ThreadRow, isStaff: boolean): boolean =>
  isStaff || (!row.needsGroup && (row.hasPosted || row.ownPostIsOver))

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
  const name = nameFor(viewer, row)
  const settles = can(viewer, "restatement.settle", factsOf(row))
  const posts = (row.posts ?? []).map((post) => ({
    ...post,
    ...withRestating(post, { ...opened, settles }),
    author: post.author && name(post.author),
    answers: post.answers && name(post.answers).name,
    citedPosts: post.citedPosts.map((cited) => ({ ...cited, author: cited.author && name(cited.author) })),
    isNew: post.isNew && post.own === null,
  }))
  const { post: offered, ...about } = opened.next
  return {
    window: { order: input.order, index: row.part ?? 0, count: row.parts ?? 0, posts },
    counts: row.counts ?? { posts: 0, people: 0, waiting: 0 },
    lean: row.lean ?? [],
    askedOfYou: opened.mayPost ? (row.askedOfYou ?? []) : [],
    next: { ...about, post: offered && { ...offered, author: name(offered.author).name } },
    ownSide: row.ownSide,
    lastSeq: row.lastSeq ?? 0,
    lastChange: row.lastChange ?? 0,
  }
}

function nameFor(viewer: Viewer, row: ThreadRow): (author: KnownAuthor) => AuthorView {
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  return (author) => authorView(author, shown)
}

type Shown = { mayPost: boolean; hasOpened: boolean; name: (author: KnownAuthor) => AuthorView }

/** Whom a post answers is told only where the thread is open: somebody may have taken back what opened it. */
const ownWaitingView = ({ ownWaiting }: ThreadRow, { mayPost, hasOpened, name }: Shown): OwnWaitingView[] =>
  (ownWaiting ?? []).map(({ answers, ...post }) => ({
    ...post,
    mayEdit: mayPost,
    answers: answers && hasOpened ? { id: answers.id, name: name(answers.author).name } : null,
  }))

/** What a post restates, and what its author may do: the words of one that only restates are changed there. */
function withRestating(post: KnownPost, about: { mayPost: boolean; settles: boolean; now: Date }) {
  const isRestater = post.own !== null
  const restating = post.restating && restatingView(post.restating, { ...about, isRestater })
  const own = post.own && ownPostView(post.own, { ...post, ...about })
  const isElsewhere = restating !== null && post.move === "restate"
  return {
    restating,
    own: own && isElsewhere ? { ...own, body: null, editUntil: null, mayRearrange: false } : own,
    isEdited: post.isEdited || (restating?.wasEdited ?? false),
  }
}

function takenBackView(taken: ThreadRow["takenBack"], now: Date): ThreadView["takenBack"] {
  if (!taken?.deletedAt) return null
  const until = undoUntil(new Date(taken.deletedAt))
  return now < until ? { id: taken.id, undoUntil: until.getTime() } : null
}
