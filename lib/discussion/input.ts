import { z } from "zod"
import { COMMON_THREAD } from "./groups/thread-group"
import { actKinds } from "./moderation/moderation-act"
import { reportKinds } from "./moderation/rules-of-acts"
import { noticeKinds } from "./notices/notice-kinds"
import { MAX_CITATIONS } from "./posts/decide-citations"
import { moves, sides } from "./posts/moves"
import { restatingAnswers, rulings } from "./restating/wordings"
import { movedMoments } from "./stance/moved-by"
import { moments } from "./stance/stance-moments"

// Far above what the rules allow to be visible: these bounds only keep the door from being flooded.
const longText = z.string().max(20_000)
const citations = z.array(z.uuid()).max(MAX_CITATIONS).default([])

const source = z.strictObject({
  title: longText,
  address: longText,
  publisher: longText.default(""),
  published: longText.default(""),
})
/** What a post leans on: sentences of the text, posts of its thread by public id, sources outside. */
const cites = {
  sentenceIds: citations,
  postIds: z.array(z.uuid()).max(MAX_CITATIONS).optional(),
  sources: z.array(source).max(MAX_CITATIONS).optional(),
}

/** Which of a prompt's threads: a group's id, or "common" for that of the whole class. Left out: the one the viewer is in. */
const thread = z.union([z.literal(COMMON_THREAD), z.uuid()]).optional()

/** A post at the top of a prompt's thread. */
export const postAnswerInput = z.strictObject({
  assignmentId: z.uuid(),
  promptId: z.uuid(),
  /** The one that the page showed: nobody posts into another. */
  thread,
  /** Made by the browser, the same for every press of the button. */
  clientKey: z.uuidv4(),
  move: z.enum(moves),
  side: z.enum(sides).nullable().default(null),
  body: longText,
  ...cites,
})
export type PostAnswerInput = z.infer<typeof postAnswerInput>

/** Where a reply stands comes from its parent, so the request does not say. */
export const postReplyInput = z.strictObject({
  parentId: z.uuid(),
  clientKey: z.uuidv4(),
  move: z.enum(moves),
  body: longText,
  /** The other's view in one's own words, before a challenge. */
  restatement: longText.optional(),
  ...cites,
})
export type PostReplyInput = z.infer<typeof postReplyInput>

/** New words for a post of one's own; and, where nobody has answered it, all else that it says. */
export const editPostInput = z.strictObject({
  postId: z.uuid(),
  body: longText,
  argument: z.strictObject({ move: z.enum(moves), side: z.enum(sides).nullable(), ...cites }).optional(),
})
export type EditPostInput = z.infer<typeof editPostInput>

/** A wording of a restatement: the post it stands on, and the wording that was read. */
const wordingOf = { postId: z.uuid(), number: z.int().min(1).max(100_000) }

/** The author of the restated post says whether that is their view. */
export const answerRestatementInput = z.strictObject({
  ...wordingOf,
  answer: z.enum(restatingAnswers),
  meant: longText.default(""),
})
export type AnswerRestatementInput = z.infer<typeof answerRestatementInput>

/** Other words for a restatement of one's own. */
export const rewordRestatementInput = z.strictObject({ ...wordingOf, words: longText })
export type RewordRestatementInput = z.infer<typeof rewordRestatementInput>

/** A teacher says whether a restatement is fair. */
export const settleRestatementInput = z.strictObject({ ...wordingOf, ruling: z.enum(rulings) })
export type SettleRestatementInput = z.infer<typeof settleRestatementInput>

/** Which post, by its public id. */
export const postIdInput = z.strictObject({ postId: z.uuid() })
export type PostIdInput = z.infer<typeof postIdInput>

/** A post, and why a teacher does something with it. */
export const postReasonInput = z.strictObject({ postId: z.uuid(), reason: longText })
export type PostReasonInput = z.infer<typeof postReasonInput>

/** Posts by public id, as many as a queue shows at once. */
export const postIdsInput = z.strictObject({ postIds: z.array(z.uuid()).min(1).max(200) })
export type PostIdsInput = z.infer<typeof postIdsInput>

export const assignmentInput = z.strictObject({ assignmentId: z.uuid() })
export type AssignmentInput = z.infer<typeof assignmentInput>

/** A word for the list of a class, or, where that is null, of the whole school. */
export const addWatchWordInput = z.strictObject({
  classId: z.uuid().nullable(),
  word: z.string().max(500),
  note: longText.default(""),
})
export type AddWatchWordInput = z.infer<typeof addWatchWordInput>

export const removeWatchWordInput = z.strictObject({ wordId: z.uuid() })
export type RemoveWatchWordInput = z.infer<typeof removeWatchWordInput>

/** A report of a post; its words may be empty where the kind says it. */
export const reportPostInput = z.strictObject({
  postId: z.uuid(),
  kind: z.enum(reportKinds).optional(),
  reason: longText,
})
export type ReportPostInput = z.infer<typeof reportPostInput>

/** Why a post is hidden, and by which rule: "norm:2", a kind, or "". */
export const hidePostInput = z.strictObject({
  postId: z.uuid(),
  reason: longText,
  rule: z.string().max(20).optional(),
})
export type HidePostInput = z.infer<typeof hidePostInput>

/** A thread, by its question. */
export const threadPlaceInput = z.strictObject({ assignmentId: z.uuid(), promptId: z.uuid() })
export type ThreadPlaceInput = z.infer<typeof threadPlaceInput>
export const lockThreadInput = threadPlaceInput.extend({ reason: longText })
export type LockThreadInput = z.infer<typeof lockThreadInput>

/** A class whose discussions stop, and why, which may stay unsaid. */
export const freezeClassInput = z.strictObject({ classId: z.uuid(), reason: longText })
export type FreezeClassInput = z.infer<typeof freezeClassInput>
export const unfreezeClassInput = z.strictObject({ classId: z.uuid() })
export type UnfreezeClassInput = z.infer<typeof unfreezeClassInput>

/** One norm a line. */
export const saveNormsInput = z.strictObject({
  classId: z.uuid(),
  text: longText,
  asksAgain: z.boolean().default(false),
})
export type SaveNormsInput = z.infer<typeof saveNormsInput>
export const acceptNormsInput = z.strictObject({
  assignmentId: z.uuid(),
  number: z.int().min(0).max(1_000_000),
})
export type AcceptNormsInput = z.infer<typeof acceptNormsInput>
export const saveHelpLineInput = z.strictObject({ classId: z.uuid(), helpLine: longText })
export type SaveHelpLineInput = z.infer<typeof saveHelpLineInput>

/** An author asks that what was done with their post be looked at again. */
export const appealActInput = z.strictObject({ postId: z.uuid(), words: longText })
export type AppealActInput = z.infer<typeof appealActInput>
export const answerAppealInput = z.strictObject({ actId: z.uuid(), grant: z.boolean(), answer: longText })
export type AnswerAppealInput = z.infer<typeof answerAppealInput>

/** Opening what is private of a post's author. `untoldFor`: why they are not told; null where they are. */
export const openPrivateInput = z.strictObject({
  postId: z.uuid(),
  reason: longText,
  untoldFor: longText.nullable().default(null),
})
export type OpenPrivateInput = z.infer<typeof openPrivateInput>

/** Which lines of a class's ledger. */
export const ledgerInput = z.strictObject({
  classId: z.uuid(),
  assignmentId: z.uuid().nullable().catch(null).default(null),
  kind: z.enum(actKinds).nullable().catch(null).default(null),
})
export type LedgerInput = z.infer<typeof ledgerInput>

/** That a name was opened. */
export const openedNameInput = z.strictObject({ revealId: z.uuid() })
export type OpenedNameInput = z.infer<typeof openedNameInput>

/** The posts of a thread that may be cited: the newest, or those with these words. */
export const citablePostsInput = z.strictObject({
  assignmentId: z.uuid(),
  promptId: z.uuid(),
  thread,
  find: z.string().max(200).default(""),
})
export type CitablePostsInput = z.infer<typeof citablePostsInput>

export const citableInput = z.strictObject({ assignmentId: z.uuid() })
export type CitableInput = z.infer<typeof citableInput>

const count = z.int().min(0).max(2_000_000_000)
/** As many as an event of a thread's stream tells at once. */
const MOST_SEQS = 200

export const threadInput = z.strictObject({
  assignmentId: z.uuid(),
  promptId: z.uuid(),
  order: z.enum(["argued", "newest", "unanswered", "sentence", "since", "changed"]).default("argued"),
  window: z.int().min(0).max(10_000).default(0),
  /** Opens the window that holds this post. */
  postId: z.uuid().nullable().default(null),
  /** With the order "sentence": all posts that cite this one. */
  sentenceId: z.uuid().nullable().default(null),
  /** With the order "since": the number of the last post the reader has. */
  after: count.default(0),
  /** With the order "changed": the numbers of these posts. */
  seqs: z.array(count).max(MOST_SEQS).default([]),
  thread,
})
export type ThreadInput = z.infer<typeof threadInput>

/** The prompts of an assignment with their counts, for staff those of one group's threads. */
/** One question of an assignment, and which of its threads. */
export const mapInput = threadInput.pick({ assignmentId: true, promptId: true, thread: true })
export type MapInput = z.infer<typeof mapInput>

export const discussionInput = threadInput.pick({ assignmentId: true, thread: true })
export type DiscussionInput = z.infer<typeof discussionInput>

/** A thread, and the number of the last post the reader has. */
export const newPostsInput = threadInput.pick({
  assignmentId: true,
  promptId: true,
  after: true,
  thread: true,
})
export type NewPostsInput = z.infer<typeof newPostsInput>

/** A thread, and the numbers of posts of it. */
export const changedPostsInput = z.strictObject({
  ...threadInput.pick({ assignmentId: true, promptId: true, thread: true }).shape,
  seqs: z.array(count).min(1).max(MOST_SEQS),
})
export type ChangedPostsInput = z.infer<typeof changedPostsInput>

/** A thread, and the last post and the last change the reader has heard of; null: changes from now on. */
export const hearThreadInput = newPostsInput.extend({
  changes: count.nullable().default(null),
  halt: z.enum(["frozen", "locked"]).nullable().default(null),
})
export type HearThreadInput = z.infer<typeof hearThreadInput>

export const searchInput = z.strictObject({ assignmentId: z.uuid(), find: z.string().max(200) })
export type SearchInput = z.infer<typeof searchInput>

const stanceAbout = { assignmentId: z.uuid(), moment: z.enum(moments) }

export const saveStanceInput = z.discriminatedUnion("declined", [
  z.strictObject({ ...stanceAbout, declined: z.literal(true) }),
  z.strictObject({
    ...stanceAbout,
    declined: z.literal(false),
    position: z.int().min(-2).max(2),
    confidence: z.int().min(1).max(4),
    reason: longText.default(""),
  }),
])
export type SaveStanceInput = z.infer<typeof saveStanceInput>

/** What moved somebody: a sentence of the text, a post by its public id, own words, or nothing in particular. */
export const saveMovedByInput = z.strictObject({
  assignmentId: z.uuid(),
  moment: z.enum(movedMoments),
  by: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("sentence"), sentenceId: z.uuid() }),
    z.strictObject({ kind: z.literal("post"), postId: z.uuid() }),
    z.strictObject({ kind: z.literal("words"), words: longText }),
    z.strictObject({ kind: z.literal("nothing") }),
  ]),
})
export type SaveMovedByInput = z.infer<typeof saveMovedByInput>

/** A number of the database's own, as text: it may be larger than a number of JavaScript. */
const bigId = z.string().regex(/^[1-9]\d{0,17}$/)

export const noticeIdInput = z.strictObject({ noticeId: bigId })
export type NoticeIdInput = z.infer<typeof noticeIdInput>

export const noticesSeenInput = z.strictObject({ upTo: bigId })
export type NoticesSeenInput = z.infer<typeof noticesSeenInput>

const toldKinds = z.array(z.enum(noticeKinds)).max(noticeKinds.length)
const clockTime = z.string().max(5)
export const saveNoticeSettingsInput = z.strictObject({
  inApp: toldKinds,
  byMail: toldKinds,
  mails: z.boolean(),
  digestAt: clockTime,
  quietFrom: clockTime,
  quietTo: clockTime,
})
export type SaveNoticeSettingsInput = z.infer<typeof saveNoticeSettingsInput>
