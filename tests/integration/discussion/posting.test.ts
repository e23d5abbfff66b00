import { describe, expect, it, vi } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { loadCitableSentences } from "@/lib/discussion/server/load-citable-sentences"
import { loadDiscussionFacts } from "@/lib/discussion/server/load-discussion-facts"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { database, pool } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { enrol, makeUser, makeViewer, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"

useTestDatabase()

const now = () => new Date()
const HOUR = 3_600_000

async function scene(options: Parameters<typeof makeDiscussion>[0] = {}) {
  const room = await makeDiscussion(options)
  const [me, other] = room.students
  const [prompt] = room.prompts
  if (!me || !other || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  return { room, me, other, at, viewer: await viewerFor(me.user) }
}

const claim = (at: { assignmentId: string; promptId: string }) => ({
  ...at,
  clientKey: newRandomId(),
  move: "claim" as const,
  side: "agree" as const,
  body: "He is *right*. <script>alert(1)</script>",
  sentenceIds: [] as string[],
})
const reply = (parentId: string) => ({
  parentId,
  clientKey: newRandomId(),
  move: "challenge" as const,
  body: "Is he?",
  sentenceIds: [] as string[],
})
const codeOf = (decision: Awaited<ReturnType<typeof postReply>>) =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code}`

async function seen(viewer: Viewer, at: { assignmentId: string; promptId: string }) {
  const view = await loadThread(viewer, threadInput.parse(at), now())
  if (!view.ok || !view.value.thread) throw new Error("the thread is shut")
  return view.value.thread.window.posts
}

describe("posting", () => {
  it("keeps words, html, side and cited sentences, with a counter and an event that names nobody", async () => {
    const { room, at, viewer } = await scene()
    const [first, , third] = room.sentences
    if (!first || !third) throw new Error("no sentences")
    const made = await postAnswer(viewer, { ...claim(at), sentenceIds: [third.id, first.id] }, now())
    expect(made.ok).toBe(true)
    const [post] = await seen(viewer, at)
    expect(post?.html).toBe('<p dir="auto">He is <em>right</em>. &#x3C;script>alert(1)&#x3C;/script></p>')
    expect(post?.citations.map((one) => [one.paragraph, one.ordinal, one.quote])).toEqual([
      [2, 1, third.text],
      [1, 1, first.text],
    ])
    expect(post).toMatchObject({ seq: 1, side: "agree", move: "claim", author: { isYou: true } })
    const event = await database().event.findFirstOrThrow({ where: { assignmentId: at.assignmentId } })
    expect(event).toMatchObject({ kind: "post.created", actorId: null, data: { seq: 1, reply: false } })
    const thread = await database().thread.findFirstOrThrow({ where: at })
    expect(thread.lastSeq).toBe(1)
  })

  it("pressed ten times at once, posts once", async () => {
    const { at, viewer } = await scene()
    const press = claim(at)
    const made = await Promise.all(Array.from({ length: 10 }, () => postAnswer(viewer, press, now())))
    const again = await postAnswer(viewer, press, now())
    const ids = new Set([...made, again].map((one) => one.ok && one.value.id))
    expect(ids.size).toBe(1)
    expect((await database().thread.findFirstOrThrow({ where: at })).lastSeq).toBe(1)
    expect(await seen(viewer, at)).toHaveLength(1)
    expect(await database().event.count({ where: { assignmentId: at.assignmentId } })).toBe(1)
    expect(await database().postAlias.count({ where: { assignmentId: at.assignmentId } })).toBe(1)
  })

  it("gives a class that posts at once one thread, numbers without gaps and different names", async () => {
    const { room, at } = await scene({ students: 12 })
    const viewers = await Promise.all(room.students.map((student) => viewerFor(student.user)))
    await Promise.all(viewers.map((viewer) => postAnswer(viewer, claim(at), now())))
    expect(await database().thread.count({ where: at })).toBe(1)
    const posts = await seen(await viewerFor(room.teacher), at)
    expect(posts.map((post) => post.seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    expect(new Set(posts.map((post) => post.author?.alias)).size).toBe(12)
  })

  it("answers a post in the thread it stands in, and counts for the grid", async () => {
    const { room, me, other, at, viewer } = await scene()
    const parent = await makePost({ ...at, enrolmentId: other.enrolment.id }, { alias: "Red Kite" })
    await postAnswer(viewer, claim(at), now())
    const [sentence] = room.sentences
    const made = await postReply(
      viewer,
      { ...reply(parent.publicId), sentenceIds: [sentence?.id ?? ""] },
      now(),
    )
    expect(made.ok && made.value).toMatchObject(at)
    const posts = await seen(viewer, at)
    expect(posts.at(-1)).toMatchObject({ parentId: parent.publicId, answers: "Red Kite", side: null })
    const facts = await loadDiscussionFacts(await viewerFor(room.teacher), at.assignmentId)
    expect(facts).toHaveLength(2)
    expect(facts.find((one) => one.enrolmentId === me.enrolment.id)).toMatchObject({
      posts: 2,
      replies: 1,
      citations: 1,
      moments: [],
    })
    expect(await loadDiscussionFacts(viewer, at.assignmentId)).toHaveLength(1)
    expect(await loadDiscussionFacts(await makeViewer("teacher"), at.assignmentId)).toEqual([])
    // Numbers beside names would tell an assistant who writes under which pseudonym.
    const assistant = await makeUser("assistant")
    await enrol(room.class.id, assistant.id, "assistant")
    const counted = async () => loadDiscussionFacts(await viewerFor(assistant), at.assignmentId)
    expect(await counted()).toEqual([])
    await database().assignment.update({ where: { id: at.assignmentId }, data: { postNames: "names" } })
    expect(await counted()).toHaveLength(2)
  })

  it("keeps a reply in two trips: its place, and one statement", async () => {
    const { other, at, viewer } = await scene()
    await postAnswer(viewer, claim(at), now())
    const parent = await makePost({ ...at, enrolmentId: other.enrolment.id })
    const query = vi.spyOn(pool(), "query")
    const connect = vi.spyOn(pool(), "connect")
    expect(codeOf(await postReply(viewer, reply(parent.publicId), now()))).toBe("ok")
    expect(query).toHaveBeenCalledTimes(2)
    // Nothing of it goes through a transaction of a client of its own: the two queries connect for themselves.
    expect(connect.mock.calls.length).toBeLessThanOrEqual(2)
    vi.restoreAllMocks()
  })

  it("shows whoever comes back what is new, once", async () => {
    const { other, at, viewer } = await scene()
    await postAnswer(viewer, claim(at), now())
    await seen(viewer, at)
    await makePost({ ...at, enrolmentId: other.enrolment.id })
    expect((await seen(viewer, at)).map((post) => post.isNew)).toEqual([false, true])
    expect((await seen(viewer, at)).map((post) => post.isNew)).toEqual([false, false])
  })

  it("leaves nothing of a hidden post but its place", async () => {
    const { other, at, viewer } = await scene()
    const author = { ...at, enrolmentId: other.enrolment.id }
    const hidden = await makePost(author, { state: "hidden", body: "canary", alias: "Red Kite" })
    await makePost({ ...at, enrolmentId: other.enrolment.id }, { parentId: hidden.id })
    await postAnswer(viewer, claim(at), now())
    const view = await loadThread(viewer, threadInput.parse(at), now())
    expect(JSON.stringify(view)).not.toContain("canary")
    expect(view.ok && view.value.thread?.counts).toEqual({ posts: 2, people: 2, waiting: 1 })
    const [first, second] = await seen(viewer, at)
    expect(first).toMatchObject({ state: "hidden", author: null, html: null, side: null, citations: [] })
    expect(second?.answers).toBeNull()
    expect(codeOf(await postReply(viewer, reply(hidden.publicId), now()))).toBe(
      "conflict discussion.parentGone",
    )
  })

  it("shows a thread in windows that never cut a conversation, and opens the one a post is in", async () => {
    const { me, at, viewer } = await scene()
    const author = { ...at, enrolmentId: me.enrolment.id }
    const roots = []
    for (let count = 0; count < 20; count += 1) {
      const root = await makePost(author)
      roots.push(root)
      await makePost(author, { parentId: root.id })
      await makePost(author, { parentId: root.id })
    }
    const load = async (asked: object) => {
      const view = await loadThread(viewer, threadInput.parse({ ...at, ...asked }), now())
      if (!view.ok || !view.value.thread) throw new Error("the thread is shut")
      return view.value.thread.window
    }
    const windows = [await load({}), await load({ window: 1 }), await load({ window: 99 })]
    expect(windows.map((window) => [window.index, window.count, window.posts.length])).toEqual([
      [0, 2, 30],
      [1, 2, 30],
      [1, 2, 30],
    ])
    const all = new Set(windows.flatMap((window) => window.posts.map((post) => post.seq)))
    expect(all.size).toBe(60)
    expect((await load({ postId: roots[15]?.publicId })).index).toBe(1)
    expect((await load({ postId: newRandomId(), window: 0 })).index).toBe(0)
    const newest = await load({ order: "newest" })
    expect([newest.posts.at(-1)?.seq, newest.posts.length, newest.count]).toEqual([60, 30, 2])
  })

  it("lets staff of the class answer under their names", async () => {
    const { room, at, viewer } = await scene()
    const mine = await postAnswer(viewer, claim(at), now())
    if (!mine.ok) throw new Error("not posted")
    const teacher = await viewerFor(room.teacher)
    expect((await postReply(teacher, reply(mine.value.id), now())).ok).toBe(true)
    const posts = await seen(viewer, at)
    expect(posts[1]?.author).toEqual({ name: "Ms Lindqvist", alias: null, isYou: false, isStaff: true })
  })

  it("goes by names where the assignment does", async () => {
    const { me, other, at, viewer } = await scene({ assignment: { postNames: "names" } })
    await makePost({ ...at, enrolmentId: other.enrolment.id }, { alias: "Red Kite" })
    await postAnswer(viewer, claim(at), now())
    const names = (await seen(viewer, at)).map((post) => post.author?.name)
    expect(names).toEqual([other.user.displayName, me.user.displayName])
  })
})

describe("forbidden", () => {
  it("a thread of another class, whether as student or as staff", async () => {
    const { other, at } = await scene()
    const parent = await makePost({ ...at, enrolmentId: other.enrolment.id })
    for (const role of ["student", "teacher", "assistant", "administrator"] as const) {
      const stranger = await makeViewer(role)
      expect(codeOf(await postAnswer(stranger, claim(at), now()))).toBe("missing discussion.noSuchPrompt")
      expect(codeOf(await postReply(stranger, reply(parent.publicId), now()))).toBe(
        "missing discussion.noSuchPost",
      )
      const text = await loadCitableSentences(stranger, at, now())
      expect(text.ok).toBe(false)
    }
  })

  it("a prompt of another lesson, and an assignment of another class with a prompt of mine", async () => {
    const { at, viewer } = await scene()
    const elsewhere = await scene()
    const mixed = { assignmentId: at.assignmentId, promptId: elsewhere.at.promptId }
    expect(codeOf(await postAnswer(viewer, claim(mixed), now()))).toBe("missing discussion.noSuchPrompt")
    const reversed = { assignmentId: elsewhere.at.assignmentId, promptId: at.promptId }
    expect(codeOf(await postAnswer(viewer, claim(reversed), now()))).toBe("missing discussion.noSuchPrompt")
  })

  it("whoever left the class, or has not been let in; rejoining brings the pseudonym back", async () => {
    const { room, me, at, viewer } = await scene()
    await postAnswer(viewer, claim(at), now())
    const [before] = await seen(viewer, at)
    const where = { id: me.enrolment.id }
    await database().enrolment.update({ where, data: { leftAt: now() } })
    expect(codeOf(await postAnswer(viewer, claim(at), now()))).toBe("missing discussion.noSuchPrompt")
    expect((await loadThread(viewer, threadInput.parse(at), now())).ok).toBe(false)
    await database().enrolment.update({ where, data: { leftAt: null } })
    expect((await seen(viewer, at))[0]?.author).toEqual(before?.author)
    const waiting = await makeUser("student")
    await enrol(room.class.id, waiting.id, "student", { state: "pending" })
    expect(codeOf(await postAnswer(await viewerFor(waiting), claim(at), now()))).toBe(
      "missing discussion.noSuchPrompt",
    )
  })

  it("a student whom a row calls teacher", async () => {
    const { room, at } = await scene()
    const forger = await makeUser("student")
    await enrol(room.class.id, forger.id, "teacher")
    expect(codeOf(await postAnswer(await viewerFor(forger), claim(at), now()))).toBe(
      "missing discussion.noSuchPrompt",
    )
    expect((await loadThread(await viewerFor(forger), threadInput.parse(at), now())).ok).toBe(false)
    expect(await loadDiscussionFacts(await viewerFor(forger), at.assignmentId)).toEqual([])
  })

  it("somebody with a password that was handed out", async () => {
    const { at, viewer } = await scene()
    const decision = await postAnswer({ ...viewer, mustChangePassword: true }, claim(at), now())
    expect(decision.ok).toBe(false)
  })

  it("before the opening and from the close on, by each student's own dates", async () => {
    const { me, at, viewer, room } = await scene()
    const { opensAt, closesAt } = room.assignment
    const code = async (time: Date) => codeOf(await postAnswer(viewer, claim(at), time))
    expect(await code(new Date(opensAt.getTime() - 1))).toBe("conflict discussion.notOpen")
    expect(await code(closesAt)).toBe("conflict discussion.closed")
    const enrolmentId = me.enrolment.id
    await database().assignmentException.create({
      data: { assignmentId: at.assignmentId, enrolmentId, dueAt: new Date(closesAt.getTime() + HOUR) },
    })
    expect(await code(closesAt)).toBe("ok")
    expect(await code(new Date(closesAt.getTime() + HOUR))).toBe("conflict discussion.closed")
  })

  it("a reply before one's own first post, and to a post that does not exist, in the same words", async () => {
    const { other, at, viewer } = await scene()
    const parent = await makePost({ ...at, enrolmentId: other.enrolment.id })
    const early = await postReply(viewer, reply(parent.publicId), now())
    const nowhere = await postReply(viewer, reply(newRandomId()), now())
    expect(early).toEqual(nowhere)
  })

  it("a sentence of another text, and an archived assignment or class", async () => {
    const { room, at, viewer } = await scene()
    const elsewhere = await scene()
    const [foreign] = elsewhere.room.sentences
    const cited = { ...claim(at), sentenceIds: [foreign?.id ?? ""] }
    expect(codeOf(await postAnswer(viewer, cited, now()))).toBe("invalid discussion.sentenceNotInText")
    await database().class.update({ where: { id: room.class.id }, data: { archivedAt: now() } })
    expect(codeOf(await postAnswer(viewer, claim(at), now()))).toBe("conflict discussion.archived")
    await database().assignment.update({ where: { id: at.assignmentId }, data: { archivedAt: now() } })
    expect(codeOf(await postAnswer(viewer, claim(at), now()))).toBe("missing discussion.noSuchPrompt")
  })
})
