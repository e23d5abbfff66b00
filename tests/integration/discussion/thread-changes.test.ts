import { describe, expect, it } from "vitest"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { loadChangedPosts } from "@/lib/discussion/server/load-live-posts"
import { dismissReports, hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { reportPost } from "@/lib/discussion/server/report-post"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { makeViewer, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"
import { changedOf, lastIdOf, seqsOf, signedIn, until, useFrontServer } from "../../support/front-server"

useTestDatabase()
const server = useFrontServer()

const now = () => new Date()
const why = "unkind canary"

/** Two have posted: the reader first, then the writer twice. A third has not. */
async function scene() {
  const room = await makeDiscussion({ students: 3 })
  const [reader, writer, gated] = room.students
  const [prompt] = room.prompts
  if (!reader || !writer || !gated || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const mine = await makePost({ ...at, enrolmentId: reader.enrolment.id }, { alias: "Grey Owl" })
  const first = await makePost({ ...at, enrolmentId: writer.enrolment.id }, { alias: "Red Kite" })
  const second = await makePost({ ...at, enrolmentId: writer.enrolment.id }, { body: "Another point." })
  const path = `/api/assignments/${at.assignmentId}/prompts/${at.promptId}/events`
  const [by, teacher] = [await viewerFor(writer.user), await viewerFor(room.teacher)]
  const listen = async (who: { id: string }, after: string, last?: string) => {
    const { cookie } = await signedIn(who)
    return server.hear(`${path}?after=${after}`, { cookie, ...(last ? { "last-event-id": last } : {}) })
  }
  const read = async (seqs: number[]) =>
    loadChangedPosts(await viewerFor(reader.user), { ...at, seqs }, now())
  return { reader, writer, gated, at, mine, first, second, by, teacher, listen, read }
}

const ok = (decision: { ok: boolean }) => expect(decision.ok).toBe(true)

describe("changes of posts", () => {
  it("are told by number, whatever changed, and no word with it", async () => {
    const { reader, first, by, teacher, listen } = await scene()
    const postId = first.publicId
    const stream = await listen(reader.user, "3.0")
    const changes = [
      () => editPost(by, { postId, body: "What I meant: canary." }, now()),
      () => takeBackPost(by, { postId }, now()),
      () => putBackPost(by, { postId }, now()),
      () => hidePost(teacher, { postId, reason: why }, now()),
      () => showPost(teacher, { postId }, now()),
    ]
    for (const [index, change] of changes.entries()) {
      ok(await change())
      await until(() => changedOf(stream.heard.text).length === index + 1)
    }
    const events = [1, 2, 3, 4, 5].map((change) => `id: 3.${change}\ndata: {"seqs":[],"changed":[2]}\n\n`)
    expect(stream.heard.text).toBe(`retry: 3000\n\n${events.join("")}`)
  })

  it("that change nothing tell nothing: pressed again, reports, reports left as they are", async () => {
    const { at, reader, first, second, by, teacher, listen } = await scene()
    const postId = first.publicId
    const me = await viewerFor(reader.user)
    ok(await takeBackPost(by, { postId }, now()))
    ok(await takeBackPost(by, { postId }, now()))
    ok(await editPost(by, { postId: second.publicId, body: second.body }, now()))
    ok(await reportPost(me, { postId: second.publicId, reason: why }, now()))
    ok(await dismissReports(teacher, { postId: second.publicId }, now()))
    expect((await database().thread.findFirstOrThrow({ where: at })).lastChange).toBe(1)
    const stream = await listen(reader.user, "3.0")
    await until(() => changedOf(stream.heard.text).length > 0)
    expect(changedOf(stream.heard.text)).toEqual([2])
  })

  it("missed in a gap are told once each, gathered, with the posts that came meanwhile", async () => {
    const { reader, writer, at, first, second, by, teacher, listen } = await scene()
    const before = await listen(reader.user, "3.0")
    ok(await editPost(by, { postId: first.publicId, body: "One." }, now()))
    await until(() => changedOf(before.heard.text).length === 1)
    const last = lastIdOf(before.heard.text)
    before.stop()
    ok(await editPost(by, { postId: second.publicId, body: "Two." }, now()))
    ok(await editPost(by, { postId: second.publicId, body: "Three." }, now()))
    ok(await hidePost(teacher, { postId: second.publicId, reason: why }, now()))
    const fourth = await makePost({ ...at, enrolmentId: writer.enrolment.id })
    const fifth = await makePost({ ...at, enrolmentId: writer.enrolment.id })
    ok(await hidePost(teacher, { postId: fourth.publicId, reason: why }, now()))
    ok(await editPost(by, { postId: fifth.publicId, body: "Four." }, now()))
    const after = await listen(reader.user, "3.0", last)
    await until(() => after.heard.text.includes("data:"))
    // The fourth post came and went in the gap; the fifth is new, so that it is read as it stands.
    expect(after.heard.text).toBe('retry: 3000\n\nid: 5.6\ndata: {"seqs":[5],"changed":[3]}\n\n')
    const again = await listen(reader.user, "3.0", lastIdOf(after.heard.text))
    ok(await editPost(by, { postId: first.publicId, body: "Five." }, now()))
    await until(() => changedOf(again.heard.text).length > 0)
    expect([seqsOf(again.heard.text), changedOf(again.heard.text)]).toEqual([[], [2]])
  })

  it("come in parts where one event cannot hold them, and none is lost", async () => {
    const { at, reader, writer, first, listen, by } = await scene()
    for (let count = 0; count < 250; count += 1) await makePost({ ...at, enrolmentId: writer.enrolment.id })
    await database().$executeRaw`UPDATE "Post" SET change = seq WHERE "threadId" = ${first.threadId}::uuid`
    await database().thread.updateMany({ where: at, data: { lastChange: 253 } })
    const stream = await listen(reader.user, "253.0")
    await until(() => changedOf(stream.heard.text).length === 200)
    ok(await editPost(by, { postId: first.publicId, body: "Again." }, now()))
    await until(() => changedOf(stream.heard.text).length > 250)
    const all = Array.from({ length: 252 }, (_, index) => index + 2)
    expect([...new Set(changedOf(stream.heard.text))].sort((a, b) => a - b)).toEqual(all)
  })

  it("of one's own posts are told where staff made them", async () => {
    const { writer, first, second, by, teacher, listen, reader } = await scene()
    const [own, others] = [await listen(writer.user, "3.0"), await listen(reader.user, "3.0")]
    ok(await editPost(by, { postId: first.publicId, body: "One." }, now()))
    await until(() => changedOf(others.heard.text).length === 1)
    ok(await hidePost(teacher, { postId: second.publicId, reason: why }, now()))
    await until(() => changedOf(own.heard.text).length === 1)
    expect(changedOf(own.heard.text)).toEqual([3])
  })

  it("are counted one after the other, however many come at once", async () => {
    const { at, first, second, by, teacher, mine } = await scene()
    const made = await Promise.all([
      editPost(by, { postId: first.publicId, body: "One." }, now()),
      takeBackPost(by, { postId: second.publicId }, now()),
      hidePost(teacher, { postId: mine.publicId, reason: why }, now()),
    ])
    for (const decision of made) ok(decision)
    const posts = await database().post.findMany({ where: { thread: at }, select: { change: true } })
    expect(posts.map((post) => post.change).sort()).toEqual([1, 2, 3])
  })

  it("are read again as their reader may see them", async () => {
    const { first, second, mine, by, teacher, read } = await scene()
    ok(await editPost(by, { postId: first.publicId, body: "What I meant." }, now()))
    ok(await hidePost(teacher, { postId: second.publicId, reason: why }, now()))
    const some = await read([3, 2, 99])
    if (!some.ok) throw new Error("not read")
    expect(some.value.lastChange).toBe(2)
    expect(some.value.posts.map(({ seq, state, html, isEdited }) => [seq, state, html, isEdited])).toEqual([
      [2, "visible", '<p dir="auto">What I meant.</p>', true],
      [3, "hidden", null, false],
    ])
    for (const secret of ["Another point", "canary"]) expect(JSON.stringify(some)).not.toContain(secret)
    ok(await hidePost(teacher, { postId: mine.publicId, reason: why }, now()))
    const own = await read([1])
    expect(own.ok && own.value.posts[0]?.own?.hiddenFor).toBe(why)
  })

  it("are no reading: what was not shown stays new", async () => {
    const { at, reader, writer, read } = await scene()
    await makePost({ ...at, enrolmentId: writer.enrolment.id })
    ok(await read([4]))
    expect(await database().threadRead.count({ where: { enrolmentId: reader.enrolment.id } })).toBe(0)
  })

  it("are forbidden behind post-first and outside the class, in the same bytes whether there were any or not", async () => {
    const changed = await scene()
    const { at, first, by } = changed
    const quiet = await scene()
    ok(await editPost(by, { postId: first.publicId, body: "One." }, now()))
    const heard = async (room: typeof quiet) => {
      const stream = await room.listen(room.gated.user, "0.0")
      await stream.reading
      const viewer = await viewerFor(room.gated.user)
      const posts = await loadChangedPosts(viewer, { ...room.at, seqs: [1, 2, 3] }, now())
      return `${stream.status} ${stream.heard.text} ${JSON.stringify(posts)}`
    }
    const shut = await heard(changed)
    expect(shut).toMatch(/^404 .*noSuchThread.*noSuchThread/)
    expect(await heard(quiet)).toBe(shut)
    for (const role of ["student", "teacher", "assistant", "administrator"] as const) {
      const stranger = await loadChangedPosts(await makeViewer(role), { ...at, seqs: [1] }, now())
      expect(stranger.ok ? "read" : stranger.refusal.kind).toBe("missing")
      const foreign = await editPost(await makeViewer(role), { postId: first.publicId, body: "x" }, now())
      expect(foreign.ok).toBe(false)
    }
    const nowhere = { ...at, promptId: newRandomId(), seqs: [1] }
    expect((await loadChangedPosts(by, nowhere, now())).ok).toBe(false)
  })
})
