import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime"
import { NextIntlClientProvider } from "next-intl"
import { createElement, type ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { GET as pulse } from "@/app/api/assignments/[assignmentId]/pulse/route"
import { GET as resultsCsv } from "@/app/api/assignments/[assignmentId]/results.csv/route"
import { MapScreen } from "@/components/discussion/argument-map/map-screen"
import { PromptList } from "@/components/discussion/thread/prompt-list"
import { SearchResults } from "@/components/discussion/thread/search-posts"
import { ThreadScreen } from "@/components/discussion/thread/thread-screen"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { takeBackPost } from "@/lib/discussion/server/change-own-post"
import { clearPostFlags } from "@/lib/discussion/server/clear-flags"
import { editPost } from "@/lib/discussion/server/edit-post"
import { letThrough } from "@/lib/discussion/server/let-through"
import { loadArgumentMap } from "@/lib/discussion/server/load-argument-map"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadDiscussionFacts } from "@/lib/discussion/server/load-discussion-facts"
import { loadHowItIsKept } from "@/lib/discussion/server/load-how-it-is-kept"
import { loadLedger } from "@/lib/discussion/server/load-ledger"
import { loadChangedPosts, loadNewPosts } from "@/lib/discussion/server/load-live-posts"
import { loadModeration } from "@/lib/discussion/server/load-moderation"
import { loadNotices } from "@/lib/discussion/server/load-notices"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { loadReview } from "@/lib/discussion/server/load-review"
import { loadStanceSummary } from "@/lib/discussion/server/load-stance-summary"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { loadWorries } from "@/lib/discussion/server/load-worries"
import { hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { resendPost } from "@/lib/discussion/server/resend-post"
import { returnPost } from "@/lib/discussion/server/return-post"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { settleRestatement } from "@/lib/discussion/server/settle-restatement"
import { loadHome } from "@/lib/lesson/server/load-home"
import { visitByToken } from "@/lib/lesson/server/visit-by-token"
import { database } from "@/lib/platform/database"
import type { User } from "@/lib/platform/generated/client"
import { loadMessages } from "@/lib/platform/messages"
import { exportTables } from "@/lib/results/server/assignment-tables"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
import { makeSession, viewerFor } from "./factories"
import { signedIn } from "./front-server"

/** Where somebody looks, at which posts (public ids), for which words, and when. */
export type Looking = {
  assignmentId: string
  promptId: string
  posts: readonly string[]
  sentenceId: string | null
  finds: readonly string[]
  now: Date
}

/** Every byte of a discussion that somebody's programs can get, by every door there is, as text. */
export async function everythingOf(user: User, at: Looking): Promise<string> {
  const viewer = await viewerFor(user)
  const { tokenHash } = await makeSession(user.id)
  const visit = await visitByToken(tokenHash, at.assignmentId, at.now)
  return JSON.stringify([
    await threadsOf(viewer, at),
    await livePostsOf(viewer, at),
    await searchesOf(viewer, at),
    await listOf(viewer, at),
    await mapsOf(viewer, at),
    await loadNotices(viewer),
    await loadHome(viewer, at.now),
    visit?.steps,
    await staffDoorsOf(viewer, at),
    await pressesOf(viewer, at),
    await filesOf(user, at),
  ])
}

const orders = ["argued", "newest", "sentence", "since", "changed"] as const

/** Each order and window as the page gets it, as HTML, and opened at each post, as a permalink and to answer it. */
async function threadsOf(viewer: Viewer, at: Looking) {
  const { assignmentId, promptId, sentenceId } = at
  const asked = [
    ...orders.map((order) => ({ order, sentenceId, seqs: Array.from({ length: 20 }, (_, seq) => seq) })),
    { window: 1 },
    ...at.posts.map((postId) => ({ postId })),
  ]
  const seen: unknown[] = []
  for (const one of asked) {
    const view = await loadThread(viewer, threadInput.parse({ assignmentId, promptId, ...one }), at.now)
    seen.push(view)
    if (!view.ok) continue
    const opened = "postId" in one ? one.postId : null
    const page = {
      order: view.value.thread?.window.order ?? "argued",
      window: 0,
      sentence: null,
      move: null,
    }
    for (const answer of [null, opened])
      seen.push(threadHtml(viewer, view.value, { ...page, post: opened, answer }, at))
  }
  return seen
}

const nowhere = () => {}
const router: AppRouterInstance = {
  back: nowhere,
  forward: nowhere,
  refresh: nowhere,
  push: nowhere,
  replace: nowhere,
  prefetch: nowhere,
  bfcacheId: "",
}

type Screen = Parameters<typeof ThreadScreen>[0]

function threadHtml(viewer: Viewer, view: Screen["view"], asked: Screen["asked"], at: Looking): string {
  const act = async () => ({ ok: false as const, code: "", message: "" })
  const writing = {
    loadSentences: act,
    loadPosts: act,
    loadNew: act,
    loadChanged: act,
  }
  const own = { edit: act, takeBack: act, putBack: act, loadHistory: act }
  const restating = { answerRestatement: act, rewordRestatement: act, settleRestatement: act }
  const keeping = { report: act, hide: act, appeal: act, acceptNorms: act, openName: act }
  const reviewing = { giveBack: act, resend: act }
  const acts = { ...writing, ...own, ...restating, ...keeping, ...reviewing, skipOffer: act }
  const { userId } = viewer
  return html(
    createElement(ThreadScreen, {
      view,
      userId,
      clock: clockOf(viewer, at),
      closes: "",
      ownBy: null,
      asked,
      acts,
      stops: null,
    }),
  )
}

const clockOf = (viewer: Viewer, { now }: Looking) => ({ ...viewer.school, now })

function html(page: ReactNode): string {
  const within = { locale: "en", messages: loadMessages("en"), timeZone: "UTC", children: page }
  const inRouter = { value: router, children: createElement(NextIntlClientProvider, within) }
  return renderToStaticMarkup(createElement(AppRouterContext.Provider, inRouter))
}

async function livePostsOf(viewer: Viewer, { assignmentId, promptId, now }: Looking) {
  const seqs = Array.from({ length: 20 }, (_, seq) => seq)
  return [
    await loadNewPosts(viewer, { assignmentId, promptId, after: 0 }, now),
    await loadChangedPosts(viewer, { assignmentId, promptId, seqs }, now),
  ]
}

async function searchesOf(viewer: Viewer, at: Looking) {
  const { assignmentId } = at
  const seen: unknown[] = []
  for (const find of at.finds) {
    const found = await searchDiscussion(viewer, { assignmentId, find }, at.now)
    const outcome = found.ok ? found.value : { refusal: found.refusal.code }
    const clock = clockOf(viewer, at)
    seen.push(found, html(createElement(SearchResults, { assignmentId, href: "/", find, outcome, clock })))
  }
  return seen
}

async function listOf(viewer: Viewer, { assignmentId, now }: Looking) {
  const list = await loadDiscussion(viewer, { assignmentId }, now)
  if (!list.ok) return list
  return [list, html(createElement(PromptList, { assignmentId, prompts: list.value.prompts, mayPost: true }))]
}

async function ledgerOf(viewer: Viewer, assignmentId: string) {
  const { classId } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  return loadLedger(viewer, { classId, assignmentId: null, kind: null })
}

async function mapsOf(viewer: Viewer, { assignmentId, promptId, now }: Looking) {
  const map = await loadArgumentMap(viewer, { assignmentId, promptId }, now)
  if (!map.ok) return map
  const { isCut, ...shown } = map.value
  const at = { assignmentId, promptId, ...shown, cutAt: isCut ? 1 : null }
  const drawn = [true, false].map((isPicture) => html(createElement(MapScreen, { ...at, isPicture })))
  return [map, drawn]
}

async function staffDoorsOf(viewer: Viewer, { assignmentId, posts, now }: Looking) {
  const histories = []
  for (const postId of posts) histories.push(await loadPostHistory(viewer, { postId }))
  return [
    histories,
    await loadModeration(viewer, assignmentId),
    await loadReview(viewer, assignmentId),
    await loadHowItIsKept(viewer, assignmentId),
    await loadWorries(viewer),
    await ledgerOf(viewer, assignmentId),
    await loadDiscussionFacts(viewer, assignmentId),
    await loadDiscussionProfile(viewer, assignmentId),
    await loadStanceSummary(viewer, { assignmentId }, now),
  ]
}

/** What is answered to presses on posts that are not one's own. Nobody but staff changes anything by them. */
async function pressesOf(viewer: Viewer, { posts, now }: Looking) {
  if (viewer.role !== "student") return []
  const seen: unknown[] = []
  for (const postId of posts)
    seen.push(
      await editPost(viewer, { postId, body: "not mine" }, now),
      await takeBackPost(viewer, { postId }, now),
      await hidePost(viewer, { postId, reason: "not mine" }, now),
      await showPost(viewer, { postId }, now),
      await returnPost(viewer, { postId, reason: "not mine" }, now),
      await resendPost(viewer, { postId, body: "not mine" }, now),
      await letThrough(viewer, { postIds: [postId] }, now),
      await clearPostFlags(viewer, { postId }, now),
      await answerRestatement(viewer, { postId, number: 1, answer: "yes", meant: "" }, now),
      await rewordRestatement(viewer, { postId, number: 1, words: "not mine" }, now),
      await settleRestatement(viewer, { postId, number: 1, ruling: "fair" }, now),
    )
  return seen
}

/** Exports, and what tells staff that something happened. */
async function filesOf(user: User, { assignmentId }: Looking) {
  const { cookie } = await signedIn(user)
  const params = Promise.resolve({ assignmentId })
  const bytesOf = async (reply: Response) => [reply.status, [...reply.headers], await reply.text()]
  const ask = (query: string) => new Request(`http://school.test/${query}`, { headers: { cookie } })
  const seen = [await bytesOf(await pulse(ask(""), { params }))]
  for (const table of exportTables)
    seen.push(await bytesOf(await resultsCsv(ask(`?table=${table}`), { params })))
  return seen
}
