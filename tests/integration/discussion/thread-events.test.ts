import type { AddressInfo } from "node:net"
import { describe, expect, it } from "vitest"
import { fastRoutes } from "@/app/fast-routes"
import { loadNewPosts } from "@/lib/discussion/server/load-live-posts"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { database, pool } from "@/lib/platform/database"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { createFrontServer } from "@/lib/platform/front-server"
import type { User } from "@/lib/platform/generated/client"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { makeUser, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"
import { seqsOf, signedIn, until, useFrontServer } from "../../support/front-server"

useTestDatabase()
const server = useFrontServer()

async function scene() {
  const room = await makeDiscussion({ students: 3 })
  const [me, other, gated] = room.students
  const [prompt] = room.prompts
  if (!me || !other || !gated || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  await makePost({ ...at, enrolmentId: me.enrolment.id })
  await makePost({ ...at, enrolmentId: other.enrolment.id })
  const viewer = await viewerFor(other.user)
  const claim = { move: "claim" as const, side: null, body: "A new point.", sentenceIds: [] }
  const post = () => postAnswer(viewer, { ...at, ...claim, clientKey: newRandomId() }, new Date())
  return {
    room,
    me,
    other,
    gated,
    at,
    post,
    path: `/api/assignments/${at.assignmentId}/prompts/${at.promptId}/events`,
  }
}

describe("the events of a thread", () => {
  it("bring numbers of new posts by others, and not a word else", async () => {
    const { me, other, path, post } = await scene()
    const { cookie } = await signedIn(me.user)
    const stream = await server.hear(`${path}?after=2`, { cookie })
    expect(stream.status).toBe(200)
    expect(stream.headers.get("content-type")).toContain("text/event-stream")
    expect(stream.headers.get("cache-control")).toContain("no-store")
    const writers = await server.hear(`${path}?after=2`, { cookie: (await signedIn(other.user)).cookie })
    await post()
    await until(() => seqsOf(stream.heard.text).length > 0)
    expect(stream.heard.text).toBe('retry: 3000\n\nid: 3.0\ndata: {"seqs":[3],"changed":[]}\n\n')
    await post()
    await until(() => seqsOf(stream.heard.text).includes(4))
    expect(seqsOf(writers.heard.text)).toEqual([])
  })

  it("are heard by no student where the day it opens was moved to later", async () => {
    const { room, me, path } = await scene()
    const { cookie } = await signedIn(me.user)
    const id = room.assignment.id
    await database().assignment.update({ where: { id }, data: { opensAt: new Date(Date.now() + 3_600_000) } })
    expect((await server.hear(path, { cookie })).status).toBe(404)
    const staff = await server.hear(path, { cookie: (await signedIn(room.teacher)).cookie })
    expect(staff.status).toBe(200)
    staff.stop()
  })

  it("gather what comes at once, and lose nothing of a hundred posts", async () => {
    const { room, at, me, other, path } = await scene()
    const stream = await server.hear(`${path}?after=2`, { cookie: (await signedIn(me.user)).cookie })
    for (let count = 0; count < 100; count += 1) await makePost({ ...at, enrolmentId: other.enrolment.id })
    await pool().query("SELECT pg_notify('colloquy', $1) FROM generate_series(1, 100)", [
      `thread ${at.assignmentId} ${at.promptId}`,
    ])
    await until(() => seqsOf(stream.heard.text).length === 100)
    expect(seqsOf(stream.heard.text)).toEqual(Array.from({ length: 100 }, (_, index) => index + 3))
    expect(stream.heard.text.match(/^data:/gm)?.length).toBeLessThan(10)
    expect(room.assignment.id).toBe(at.assignmentId)
  })

  it("tell after a gap what was missed, by Last-Event-ID, hidden posts left out", async () => {
    const { me, other, at, path } = await scene()
    const { cookie } = await signedIn(me.user)
    for (const state of ["visible", "hidden", "deleted", "visible"] as const)
      await makePost({ ...at, enrolmentId: other.enrolment.id }, { state })
    const stream = await server.hear(`${path}?after=1`, { cookie, "last-event-id": "2" })
    await until(() => seqsOf(stream.heard.text).length > 0)
    expect(seqsOf(stream.heard.text)).toEqual([3, 6])
  })

  it("go on after the connection that listens was lost", async () => {
    const { me, path, post } = await scene()
    const stream = await server.hear(`${path}?after=2`, { cookie: (await signedIn(me.user)).cookie })
    await post()
    await until(() => seqsOf(stream.heard.text).includes(3))
    await pool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    )
    await post()
    await until(() => seqsOf(stream.heard.text).includes(4))
  })

  it("end without another byte for whoever left the class, signed out, was disabled or is behind the gate again", async () => {
    for (const leave of ["left", "signedOut", "disabled", "tookBack"] as const) {
      const { me, at, path, post } = await scene()
      const { cookie, sessionId } = await signedIn(me.user)
      const stream = await server.hear(`${path}?after=2`, { cookie })
      await until(() => stream.heard.text !== "")
      const before = stream.heard.text
      if (leave === "left")
        await database().enrolment.update({ where: { id: me.enrolment.id }, data: { leftAt: new Date() } })
      if (leave === "signedOut") await database().session.delete({ where: { id: sessionId } })
      if (leave === "disabled")
        await database().user.update({ where: { id: me.user.id }, data: { disabledAt: new Date() } })
      if (leave === "tookBack")
        await database().post.updateMany({ where: { thread: at, seq: 1 }, data: { state: "deleted" } })
      await post()
      await until(() => stream.heard.isOver)
      expect(stream.heard.text).toBe(before)
    }
  })

  it("are forbidden to strangers and behind post-first, in the same bytes whether there are posts or not", async () => {
    const { room, gated, path } = await scene()
    const empty = await scene()
    const textOf = async (of: string, user: User) => {
      const reply = await fetch(`${server.base()}${of}`, {
        headers: { cookie: (await signedIn(user)).cookie },
      })
      return `${reply.status} ${await reply.text()}`
    }
    const shut = await textOf(path, gated.user)
    expect(shut).toMatch(/^404 .*noSuchThread/)
    expect(await textOf(empty.path, gated.user)).toBe(shut)
    const [, unanswered] = (await makeDiscussion({ prompts: ["One?", "Two?"] })).prompts
    expect(await textOf(path.replace(/prompts\/[^/]+/, `prompts/${unanswered?.id}`), gated.user)).toBe(shut)
    for (const role of ["student", "teacher", "assistant", "administrator"] as const)
      expect(await textOf(path, await makeUser(role))).toBe(shut)
    expect(await textOf(path.replace(/prompts\/[^/]+/, "prompts/nothing"), room.teacher)).toBe(shut)
    expect((await fetch(`${server.base()}${path}`)).status).toBe(401)
    const [first] = room.students
    expect(
      await loadNewPosts(await viewerFor(gated.user), { ...empty.at, after: 0 }, new Date()),
    ).toMatchObject({
      ok: false,
    })
    expect(first).toBeDefined()
  })

  it("are six at most for one session, and one that was closed makes room", async () => {
    const { me, path } = await scene()
    const { cookie } = await signedIn(me.user)
    const open = await Promise.all([1, 2, 3, 4, 5, 6].map(() => server.hear(path, { cookie })))
    expect(open.map((one) => one.status)).toEqual(Array(6).fill(200))
    const seventh = await fetch(`${server.base()}${path}`, { headers: { cookie } })
    expect([seventh.status, seventh.headers.get("retry-after")]).toEqual([429, "30"])
    open[0]?.stop()
    const again = async () => {
      const one = await server.hear(path, { cookie })
      one.stop()
      return one.status
    }
    await expect.poll(again, { timeout: 20_000 }).toBe(200)
  })

  it("hold up no server that stops", async () => {
    const { me, path } = await scene()
    const another = createFrontServer({ fastRoutes, next: () => {}, development: false, trustProxy: false })
    await new Promise<void>((resolve) => another.listen(0, "127.0.0.1", resolve))
    const url = `http://127.0.0.1:${(another.address() as AddressInfo).port}${path}`
    const reply = await fetch(url, { headers: { cookie: (await signedIn(me.user)).cookie } })
    expect(reply.status).toBe(200)
    const stopped = new Promise((resolve) => another.close(resolve))
    closeEventStreams()
    expect(await reply.text()).toContain("retry")
    await stopped
  })
})

describe("new posts", () => {
  it("are those after the last one seen, once each, without what is hidden", async () => {
    const { me, other, at, post } = await scene()
    await post()
    await makePost({ ...at, enrolmentId: other.enrolment.id }, { state: "hidden", body: "canary" })
    const posts = await loadNewPosts(await viewerFor(me.user), { ...at, after: 2 }, new Date())
    expect(posts.ok && posts.value.posts.map((one) => one.seq)).toEqual([3])
    expect(JSON.stringify(posts)).not.toContain("canary")
  })
})
