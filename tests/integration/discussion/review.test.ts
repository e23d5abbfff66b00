import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { addWatchWord, removeWatchWord } from "@/lib/discussion/server/change-watch-list"
import { clearPostFlags } from "@/lib/discussion/server/clear-flags"
import { editPost } from "@/lib/discussion/server/edit-post"
import { letAllThrough, letThrough } from "@/lib/discussion/server/let-through"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { loadReview } from "@/lib/discussion/server/load-review"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { loadSchoolWatchList, loadWatchList } from "@/lib/discussion/server/load-watch-list"
import { hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { resendPost } from "@/lib/discussion/server/resend-post"
import { returnPost } from "@/lib/discussion/server/return-post"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { loadToday } from "@/lib/lesson/server/load-today"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { enrol, makeUser, makeViewer, viewerFor } from "../../support/factories"
import { makeDiscussion } from "../../support/factories-discussion"
import { failBeforeCommit } from "../../support/failing-statement"
import { changedMeanwhile } from "../../support/meanwhile"

useTestDatabase()

const now = () => new Date()

async function scene({ premoderated = false } = {}) {
  const room = await makeDiscussion({ students: 3 })
  const [author, peer, third] = room.students
  const [prompt] = room.prompts
  if (!author || !peer || !third || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const assistant = await makeUser("assistant")
  await enrol(room.class.id, assistant.id, "assistant")
  const removed = await makeUser("student")
  const { id } = await enrol(room.class.id, removed.id)
  await database().enrolment.update({ where: { id }, data: { leftAt: now() } })
  const viewers = {
    author: await viewerFor(author.user),
    peer: await viewerFor(peer.user),
    gated: await viewerFor(third.user),
    removed: await viewerFor(removed),
    teacher: await viewerFor(room.teacher),
    assistant: await viewerFor(assistant),
  }
  const setPremoderated = (on: boolean) =>
    database().discussionRules.upsert({
      where: { assignmentId: at.assignmentId },
      create: { assignmentId: at.assignmentId, premoderated: on },
      update: { premoderated: on },
    })
  // Whoever looks on has written, so that the thread is open to them.
  await answer(viewers.peer, at, "A point of the peer’s.")
  await setPremoderated(premoderated)
  return { room, at, classId: room.class.id, setPremoderated, ...viewers }
}

type At = { assignmentId: string; promptId: string }
type Decided<T> = { ok: true; value: T } | { ok: false; refusal: { kind: string; code: string } }

const codeOf = (decision: Decided<unknown>) =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code.replace("discussion.", "")}`

function unwrap<T>(decision: Decided<T>): T {
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}

async function answer(viewer: Viewer, at: At, body: string): Promise<string> {
  const said = { move: "claim" as const, side: null, body, sentenceIds: [], clientKey: newRandomId() }
  return unwrap(await postAnswer(viewer, { ...at, ...said }, now())).id
}

const replyTo = (viewer: Viewer, parentId: string, body = "I think not.") =>
  postReply(viewer, { parentId, move: "challenge", body, sentenceIds: [], clientKey: newRandomId() }, now())

const seen = async (viewer: Viewer, at: At) => unwrap(await loadThread(viewer, threadInput.parse(at), now()))
const bodies = async (viewer: Viewer, at: At) =>
  ((await seen(viewer, at)).thread?.window.posts ?? []).map(
    (post) => `${post.seq} ${post.state} ${post.html ?? ""}`,
  )
const review = async (viewer: Viewer, at: At) => unwrap(await loadReview(viewer, at.assignmentId))
const ids = (posts: readonly { id: string }[]) => posts.map((post) => post.id)
const kinds = async (assignmentId: string) =>
  (await database().event.findMany({ where: { assignmentId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  )

const ledger = async (assignmentId: string) =>
  (
    await database().moderationAct.findMany({
      where: { assignmentId },
      orderBy: { id: "asc" },
      include: { undoneBy: true },
    })
  ).map(({ kind, undoneBy }) => (undoneBy ? `${kind} undone` : kind))

describe("where staff read first", () => {
  it("a post waits, opens the thread for its author, and gets its number when it is let through", async () => {
    const { at, author, peer, teacher } = await scene({ premoderated: true })
    const held = await answer(author, at, "zebra")
    const own = await seen(author, at)
    expect(own.ownWaiting).toMatchObject([{ id: held, state: "held", body: "zebra", reason: null }])
    expect(own.thread?.counts.posts).toBe(1)
    expect(JSON.stringify(await seen(peer, at))).not.toContain("zebra")
    expect(codeOf(await replyTo(peer, held))).toBe("missing noSuchPost")
    expect(codeOf(await replyTo(author, held))).toBe("missing noSuchPost")
    const later = await answer(author, at, "later")
    expect(ids((await review(teacher, at)).waiting)).toEqual([held, later])
    expect((await loadToday(teacher, now()))[0]).toMatchObject({ heldPosts: 2, flaggedPosts: 0 })
    await Promise.all([0, 1, 2].map(() => letThrough(teacher, { postIds: [later, held] }, now())))
    expect(await bodies(peer, at)).toEqual([
      expect.stringContaining("1 visible"),
      expect.stringContaining('2 visible <p dir="auto">zebra'),
      expect.stringContaining('3 visible <p dir="auto">later'),
    ])
    expect((await database().thread.findFirstOrThrow()).lastSeq).toBe(3)
    expect((await kinds(at.assignmentId)).sort()).toEqual(
      ["post.created", "post.held", "post.held", "post.letThrough", "post.letThrough"].sort(),
    )
  })

  it("a teacher reads it with the name beside it, an assistant by pseudonym", async () => {
    const { at, author, peer, teacher, assistant, setPremoderated } = await scene()
    const parent = await answer(author, at, "A point.")
    await setPremoderated(true)
    unwrap(await replyTo(peer, parent))
    const read = JSON.stringify((await review(teacher, at)).waiting)
    for (const { displayName } of [author, peer]) expect(read).toContain(displayName)
    const waiting = (await review(assistant, at)).waiting
    expect(waiting).toHaveLength(1)
    for (const { displayName } of [author, peer]) expect(JSON.stringify(waiting)).not.toContain(displayName)
  })

  it("what staff write stands at once", async () => {
    const { at, peer, teacher, assistant } = await scene({ premoderated: true })
    for (const staff of [teacher, assistant]) await answer(staff, at, "canary")
    expect((await bodies(peer, at)).length).toBe(3)
    expect((await review(teacher, at)).waiting).toEqual([])
  })

  it("an edit waits too: the post leaves its thread, and comes back in its place with its answers", async () => {
    const { at, author, peer, teacher, setPremoderated } = await scene()
    const post = await answer(author, at, "first words")
    unwrap(await replyTo(peer, post))
    await setPremoderated(true)
    unwrap(await editPost(author, { postId: post, body: "second words" }, now()))
    expect(await bodies(peer, at)).toEqual([
      expect.stringContaining("1 visible"),
      "2 hidden ",
      expect.stringContaining("3 visible"),
    ])
    expect((await seen(author, at)).ownWaiting).toMatchObject([{ id: post, body: "second words" }])
    unwrap(await letThrough(teacher, { postIds: [post] }, now()))
    expect((await bodies(peer, at))[1]).toContain("second words")
  })

  it("an author changes, takes back and puts back what waits, and nobody sees any of it", async () => {
    const { at, author, peer, teacher } = await scene({ premoderated: true })
    const before = JSON.stringify(await seen(peer, at))
    const held = { postId: await answer(author, at, "zebra") }
    unwrap(await editPost(author, { ...held, body: "zebra again" }, now()))
    unwrap(await takeBackPost(author, held, now()))
    expect((await review(teacher, at)).waiting).toEqual([])
    unwrap(await putBackPost(author, held, now()))
    expect((await review(teacher, at)).waiting).toMatchObject([{ id: held.postId, isEdited: true }])
    expect(codeOf(await hidePost(teacher, { ...held, reason: "no" }, now()))).toBe("conflict hiddenAnyway")
    expect(JSON.stringify(await seen(peer, at))).toBe(before)
  })

  it("turning it off lets nothing through by itself; all at once does", async () => {
    const { at, author, peer, teacher, setPremoderated } = await scene({ premoderated: true })
    for (const body of ["one", "two", "three"]) await answer(author, at, body)
    await setPremoderated(false)
    expect(await review(teacher, at)).toMatchObject({ premoderated: false, waiting: [{}, {}, {}] })
    expect((await bodies(peer, at)).length).toBe(1)
    expect(unwrap(await letAllThrough(teacher, at, now()))).toEqual({ count: 3 })
    expect((await bodies(peer, at)).length).toBe(4)
    expect(unwrap(await letAllThrough(teacher, at, now()))).toEqual({ count: 0 })
  })
})

describe("giving a post back", () => {
  it("takes it from peers, tells its author why, and lets them send it again in its place", async () => {
    const { at, author, peer, teacher, assistant } = await scene()
    const post = { postId: await answer(author, at, "rude words") }
    unwrap(await replyTo(peer, post.postId))
    unwrap(await returnPost(assistant, { ...post, reason: "Say it kindly." }, now()))
    for (const viewer of [peer, teacher]) expect(JSON.stringify(await seen(viewer, at))).not.toContain("rude")
    expect(JSON.stringify(await seen(peer, at))).not.toContain("kindly")
    expect((await seen(author, at)).ownWaiting).toMatchObject([
      { id: post.postId, state: "returned", reason: "Say it kindly.", mayEdit: true },
    ])
    expect((await review(teacher, at)).returned).toMatchObject([{ returned: { by: assistant.displayName } }])
    expect(codeOf(await resendPost(author, { ...post, body: "rude words" }, now()))).toBe(
      "invalid resentUnchanged",
    )
    expect(codeOf(await editPost(author, { ...post, body: "kind words" }, now()))).toBe("conflict postGone")
    expect(codeOf(await replyTo(peer, post.postId))).toBe("conflict parentGone")
    unwrap(await resendPost(author, { ...post, body: "kind words" }, now()))
    expect((await bodies(peer, at))[1]).toBe('2 visible <p dir="auto">kind words</p>')
    expect((await review(teacher, at)).flagged).toMatchObject([
      { id: post.postId, flags: [{ kind: "changed" }], timesReturned: 1 },
    ])
    expect(unwrap(await loadPostHistory(author, post))).toMatchObject([{ body: "rude words" }])
    expect(codeOf(await resendPost(author, { ...post, body: "more" }, now()))).toBe("conflict notReturned")
    unwrap(await clearPostFlags(teacher, post, now()))
    expect((await review(teacher, at)).flagged).toEqual([])
    expect(await ledger(at.assignmentId)).toEqual(["returned undone", "republished"])
  })

  it("waits again where staff read first", async () => {
    const { at, author, peer, teacher } = await scene({ premoderated: true })
    const post = { postId: await answer(author, at, "rude words") }
    unwrap(await returnPost(teacher, { ...post, reason: "Kindly." }, now()))
    unwrap(await resendPost(author, { ...post, body: "kind words" }, now()))
    expect((await bodies(peer, at)).length).toBe(1)
    expect((await review(teacher, at)).waiting).toMatchObject([{ id: post.postId, timesReturned: 1 }])
    unwrap(await letThrough(teacher, { postIds: [post.postId] }, now()))
    expect((await bodies(peer, at))[1]).toContain("2 visible")
    expect(await ledger(at.assignmentId)).toEqual(["returned undone", "republished"])
  })

  it("what never stood gets its number where it need not wait any more", async () => {
    const { at, author, peer, teacher, setPremoderated } = await scene({ premoderated: true })
    const post = { postId: await answer(author, at, "rude words") }
    unwrap(await returnPost(teacher, { ...post, reason: "Kindly." }, now()))
    await setPremoderated(false)
    unwrap(await resendPost(author, { ...post, body: "kind words" }, now()))
    expect((await bodies(peer, at))[1]).toContain("2 visible")
  })

  it("stays given back when it is taken back and put back, and nothing brings its words out", async () => {
    const { at, author, peer, teacher } = await scene()
    const post = { postId: await answer(author, at, "rude words") }
    unwrap(await returnPost(teacher, { ...post, reason: "Kindly." }, now()))
    unwrap(await takeBackPost(author, post, now()))
    expect(codeOf(await returnPost(teacher, { ...post, reason: "Again." }, now()))).toBe("conflict postGone")
    unwrap(await hidePost(teacher, { ...post, reason: "Away." }, now()))
    expect(codeOf(await returnPost(teacher, { ...post, reason: "Again." }, now()))).toBe("conflict showFirst")
    unwrap(await showPost(teacher, post, now()))
    unwrap(await putBackPost(author, post, now()))
    expect((await review(teacher, at)).returned).toMatchObject([{ id: post.postId }])
    expect(JSON.stringify(await seen(peer, at))).not.toContain("rude")
  })

  it("is refused where its author edits it meanwhile: nobody has read the words that stand now", async () => {
    const { at, author, peer, teacher } = await scene()
    const post = { postId: await answer(author, at, "rude words") }
    const returned = await changedMeanwhile({
      change: (tx) => tx.post.update({ where: { publicId: post.postId }, data: { editedAt: now() } }),
      act: () => returnPost(teacher, { ...post, reason: "Kindly." }, now()),
    })
    expect(codeOf(returned)).toBe("conflict changedMeanwhile")
    expect((await bodies(peer, at))[1]).toContain("2 visible")
    expect(await database().postReturn.count({ where: { post: { publicId: post.postId } } })).toBe(0)
  })

  it("keeps nothing of what is sent again where the thread is locked meanwhile", async () => {
    const { at, author, teacher } = await scene()
    const post = { postId: await answer(author, at, "rude words") }
    unwrap(await returnPost(teacher, { ...post, reason: "Kindly." }, now()))
    const sent = await changedMeanwhile({
      change: (tx) => tx.thread.updateMany({ where: at, data: { lockedAt: now(), lockedFor: "Enough." } }),
      act: () => resendPost(author, { ...post, body: "kind words" }, now()),
    })
    expect(codeOf(sent)).toBe("conflict changedMeanwhile")
    const kept = await database().post.findUniqueOrThrow({ where: { publicId: post.postId } })
    expect(kept).toMatchObject({ state: "returned", body: "rude words" })
  })

  it("ends with the discussion", async () => {
    const { at, author, teacher } = await scene()
    const post = { postId: await answer(author, at, "rude words") }
    unwrap(await returnPost(teacher, { ...post, reason: "Kindly." }, now()))
    const { closesAt } = await database().assignment.findUniqueOrThrow({ where: { id: at.assignmentId } })
    expect(codeOf(await resendPost(author, { ...post, body: "kind" }, closesAt))).toBe("conflict closed")
  })
})

describe("words that restate", () => {
  const restate = async (viewer: Viewer, parentId: string, words: string) => {
    const said = { move: "restate" as const, body: words, sentenceIds: [], clientKey: newRandomId() }
    return unwrap(await postReply(viewer, { parentId, ...said }, now())).id
  }

  it("wait as others do, and what is changed meanwhile is what is let through", async () => {
    const { at, author, peer, teacher, setPremoderated } = await scene()
    const mine = await answer(peer, at, "Trade was the reason.")
    await answer(author, at, "I am not sure.")
    await setPremoderated(true)
    const postId = await restate(author, mine, "You say zebra.")
    unwrap(await editPost(author, { postId, body: "You say quagga." }, now()))
    unwrap(await returnPost(teacher, { postId, reason: "Read it again." }, now()))
    unwrap(await resendPost(author, { postId, body: "You say trade." }, now()))
    const bytes = JSON.stringify(await seen(peer, at))
    for (const word of ["zebra", "quagga", "You say"]) expect(bytes).not.toContain(word)
    unwrap(await letThrough(teacher, { postIds: [postId] }, now()))
    const shown = (await seen(peer, at)).thread?.window.posts.find(({ id }) => id === postId)
    expect(shown?.restating?.rounds.at(-1)?.html).toContain("You say trade.")
    expect(JSON.stringify(shown)).not.toContain("zebra")
    const reworded = { postId, number: 3, words: "You say canary." }
    unwrap(await rewordRestatement(author, reworded, now()))
    expect(JSON.stringify(await seen(peer, at))).not.toContain("canary")
    expect((await review(teacher, at)).waiting).toMatchObject([{ id: postId }])
  })

  it("are searched for watched words, and so is what was meant", async () => {
    const { at, author, peer, teacher, classId } = await scene()
    unwrap(await addWatchWord(teacher, { classId, word: "aardvark", note: "" }, now()))
    const mine = await answer(peer, at, "Trade was the reason.")
    await answer(author, at, "I am not sure.")
    const said = { move: "challenge" as const, body: "No.", restatement: "You, aardvark.", sentenceIds: [] }
    const reply = { parentId: mine, ...said, clientKey: newRandomId() }
    const { id: postId } = unwrap(await postReply(author, reply, now()))
    unwrap(await rewordRestatement(author, { postId, number: 1, words: "You, a a r d v a r k." }, now()))
    expect((await review(teacher, at)).flagged).toMatchObject([
      { id: postId, restatedHtml: expect.stringContaining("a a r d"), flags: [{}, {}] },
    ])
    const meant = { postId, number: 2, answer: "not_quite" as const, meant: "Aardvark yourself." }
    unwrap(await answerRestatement(peer, meant, now()))
    expect(ids((await review(teacher, at)).flagged)).toEqual([mine, postId])
  })
})

describe("watched words", () => {
  it("flag what is posted and what it is changed to, to staff alone, until that is cleared", async () => {
    const { at, classId, author, peer, teacher, assistant } = await scene()
    const administrator = await makeViewer("administrator")
    unwrap(await addWatchWord(teacher, { classId, word: "numpty", note: "It hurt somebody." }, now()))
    unwrap(await addWatchWord(administrator, { classId: null, word: "shut up", note: "" }, now()))
    const plain = await answer(author, at, "You are wrong, and class is over.")
    const post = { postId: await answer(author, at, "You **num**pty, ѕ h u t u p.") }
    const found = await review(assistant, at)
    expect(found.flagged).toMatchObject([
      {
        id: post.postId,
        flags: [
          { kind: "watched", word: "numpty", note: "It hurt somebody.", passage: "numpty" },
          { kind: "watched", word: "shut up", passage: "ѕ h u t u p" },
        ],
      },
    ])
    expect((await bodies(peer, at)).length).toBe(3)
    expect((await loadToday(teacher, now()))[0]).toMatchObject({ flaggedPosts: 1 })
    unwrap(await clearPostFlags(teacher, post, now()))
    expect((await review(teacher, at)).flagged).toEqual([])
    unwrap(await editPost(author, { ...post, body: "You numpty again." }, now()))
    expect((await review(teacher, at)).flagged).toEqual([])
    unwrap(await editPost(author, { postId: plain, body: "You nump.ty." }, now()))
    expect((await review(teacher, at)).flagged).toMatchObject([
      { id: plain, flags: [{ passage: "nump.ty" }] },
    ])
    const { flagged } = await review(teacher, at)
    expect(JSON.stringify(flagged)).not.toContain("shut up")
    const events = await database().event.findMany({ where: { kind: { contains: "flag" } } })
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain("numpty")
  })

  it("stay flagged where that it was cleared could not be written down", async () => {
    const flagged = async () => {
      const made = await scene()
      unwrap(await addWatchWord(made.teacher, { classId: made.classId, word: "numpty", note: "" }, now()))
      return { ...made, post: { postId: await answer(made.author, made.at, "You numpty.") } }
    }
    const [kept, other] = [await flagged(), await flagged()]
    await failBeforeCommit({
      rehearse: () => clearPostFlags(other.teacher, other.post, now()),
      act: () => clearPostFlags(kept.teacher, kept.post, now()),
    })
    expect((await review(kept.teacher, kept.at)).flagged).toMatchObject([{ id: kept.post.postId }])
    expect((await review(other.teacher, other.at)).flagged).toEqual([])
  })

  it("are kept by the class's teacher and by administrators, once each, and by nobody else", async () => {
    const { classId, author, removed, teacher, assistant } = await scene()
    const administrator = await makeViewer("administrator")
    const colleague = await makeViewer("teacher")
    const word = { classId, word: "Numpty", note: "" }
    expect(codeOf(await addWatchWord(teacher, word, now()))).toBe("ok")
    expect(codeOf(await addWatchWord(teacher, { ...word, word: "nümpty" }, now()))).toBe(
      "conflict watchWordThere",
    )
    expect(codeOf(await addWatchWord(teacher, { ...word, word: "*" }, now()))).toBe("invalid watchWordEmpty")
    expect(codeOf(await addWatchWord(assistant, word, now()))).toBe("forbidden mayNotEditWatchList")
    expect(codeOf(await addWatchWord(administrator, word, now()))).toBe("forbidden mayNotEditWatchList")
    for (const stranger of [author, removed, colleague])
      expect(codeOf(await addWatchWord(stranger, word, now()))).toBe("missing noSuchClass")
    for (const other of [author, teacher, assistant, colleague])
      expect(codeOf(await addWatchWord(other, { ...word, classId: null }, now()))).toBe(
        "forbidden mayNotEditWatchList",
      )
    const list = unwrap(await loadWatchList(assistant, classId))
    expect(list.mayEdit).toBe(false)
    expect(unwrap(await loadWatchList(administrator, classId)).mayEdit).toBe(false)
    const [kept] = list.words
    const wordId = kept?.id ?? ""
    for (const stranger of [author, removed, colleague]) {
      expect(codeOf(await loadWatchList(stranger, classId))).toBe("missing noSuchClass")
      expect(codeOf(await removeWatchWord(stranger, { wordId }))).toBe("missing noSuchWatchWord")
    }
    expect(codeOf(await removeWatchWord(assistant, { wordId }))).toBe("forbidden mayNotEditWatchList")
    expect(codeOf(await loadSchoolWatchList(teacher))).toBe("forbidden mayNotEditWatchList")
    expect(codeOf(await removeWatchWord(teacher, { wordId }))).toBe("ok")
    expect(unwrap(await loadWatchList(teacher, classId))).toMatchObject({ words: [], mayEdit: true })
  })
})

it("all of it is forbidden to students, to staff of other classes and to whoever left", async () => {
  const { at, author, peer, gated, removed, teacher } = await scene({ premoderated: true })
  const post = { postId: await answer(author, at, "zebra") }
  const acts: ((viewer: Viewer) => Promise<Decided<unknown>>)[] = [
    (viewer) => letThrough(viewer, { postIds: [post.postId] }, now()),
    (viewer) => returnPost(viewer, { ...post, reason: "Kindly." }, now()),
    (viewer) => clearPostFlags(viewer, post, now()),
  ]
  for (const [index, act] of acts.entries()) {
    expect(codeOf(await act(author))).toBe(index === 0 ? "missing noSuchPost" : "forbidden mayNotReview")
    const strangers = [peer, gated, removed]
    for (const role of ["student", "teacher", "assistant", "administrator"] as const)
      strangers.push(await makeViewer(role))
    for (const viewer of strangers) expect(codeOf(await act(viewer))).toBe("missing noSuchPost")
  }
  for (const viewer of [author, peer, removed, await makeViewer("teacher")]) {
    expect(codeOf(await loadReview(viewer, at.assignmentId))).toBe("missing noSuchAssignment")
    expect(codeOf(await letAllThrough(viewer, at, now()))).toBe("missing noSuchAssignment")
  }
  unwrap(await returnPost(teacher, { ...post, reason: "Kindly." }, now()))
  expect(codeOf(await resendPost(peer, { ...post, body: "mine" }, now()))).toBe("missing noSuchPost")
  expect(codeOf(await resendPost(teacher, { ...post, body: "mine" }, now()))).toBe("forbidden notYours")
  for (const viewer of [gated, removed, await makeViewer("student")])
    expect(codeOf(await resendPost(viewer, { ...post, body: "mine" }, now()))).toBe("missing noSuchPost")
})
