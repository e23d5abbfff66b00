import { describe, expect, it, vi } from "vitest"
import { threadInput } from "@/lib/discussion/input"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion } from "../../support/factories-discussion"
import { answer, codeOf, reply } from "../../support/kept-class"

useTestDatabase()
vi.setConfig({ testTimeout: 120_000 })

/** A class whose posts are `slowSeconds` apart. */
async function slowClass(students: number, slowSeconds: number) {
  const room = await makeDiscussion({ students, prompts: ["One?", "Two?"] })
  const [first, second] = room.prompts
  const assignmentId = room.assignment.id
  await database().discussionRules.create({ data: { assignmentId, slowSeconds } })
  const viewers = await Promise.all(room.students.map(({ user }) => viewerFor(user)))
  const at = { assignmentId, promptId: first?.id ?? "" }
  return { room, viewers, at, elsewhere: { assignmentId, promptId: second?.id ?? "" } }
}

const begun = new Date()
const later = (seconds: number) => new Date(begun.getTime() + seconds * 1000)

describe("a pause between two posts", () => {
  it("holds a student in that thread, to the second, and nobody else", async () => {
    const { room, viewers, at, elsewhere } = await slowClass(2, 60)
    const [me, other] = viewers
    if (!me || !other) throw new Error("no people")
    expect(codeOf(await answer(me, at, { now: begun }))).toBe("ok")
    const again = await answer(me, at, { now: later(18) })
    expect(again.ok ? null : again.refusal).toEqual({
      kind: "limited",
      code: "discussion.tooSoon",
      params: { minutes: 0, seconds: 42 },
    })
    expect(codeOf(await answer(other, at, { now: later(18) }))).toBe("ok")
    expect(codeOf(await answer(me, elsewhere, { now: later(18) }))).toBe("ok")
    const teacher = await viewerFor(room.teacher)
    for (let count = 0; count < 2; count += 1)
      expect(codeOf(await answer(teacher, at, { now: later(18) }))).toBe("ok")
    const view = await loadThread(me, threadInput.parse(at), later(18))
    expect(view.ok && view.value.pause).toEqual({ seconds: 60, until: later(60).getTime() })
    const [theirs] = view.ok ? (view.value.thread?.window.posts.filter((post) => !post.own) ?? []) : []
    expect(codeOf(await reply(me, theirs?.id ?? "", later(59)))).toBe("limited tooSoon")
    expect(codeOf(await reply(me, theirs?.id ?? "", later(60)))).toBe("ok")
  })

  it("answers a press that was sent before with the post it made", async () => {
    const { viewers, at } = await slowClass(1, 300)
    const [me] = viewers
    if (!me) throw new Error("nobody")
    const clientKey = newRandomId()
    const posted = await Promise.all(
      Array.from({ length: 8 }, () => answer(me, at, { clientKey, now: begun })),
    )
    posted.push(await answer(me, at, { clientKey, now: later(5) }))
    const ids = new Set(posted.map((decision) => decision.ok && decision.value.id))
    expect([ids.size, ids.has(false)]).toEqual([1, false])
    expect(await database().post.count({ where: { thread: at } })).toBe(1)
  })

  it("is held against two windows that post at the same moment", async () => {
    const { viewers, at } = await slowClass(1, 60)
    const [me] = viewers
    if (!me) throw new Error("nobody")
    const codes = await Promise.all(
      Array.from({ length: 8 }, async () => codeOf(await answer(me, at, { now: begun }))),
    )
    expect(codes.filter((code) => code === "ok")).toHaveLength(1)
    expect(codes.filter((code) => code === "limited tooSoon")).toHaveLength(7)
    expect(await database().post.count({ where: { thread: at } })).toBe(1)
  })
})

describe("two hundred students who post within ten seconds", () => {
  it.each([
    ["without pauses", 0],
    ["with pauses of a minute", 60],
  ])("%s: nothing is lost, and only what comes too soon is refused", async (_, slowSeconds) => {
    const { viewers, at } = await slowClass(200, slowSeconds)
    const from = performance.now()
    const codes = await Promise.all(
      viewers.map(async (viewer, index) => {
        await new Promise((done) => setTimeout(done, (index * 9_000) / viewers.length))
        const first = codeOf(await answer(viewer, at, { body: `Student ${index}, first.` }))
        return [first, codeOf(await answer(viewer, at, { body: `Student ${index}, second.` }))]
      }),
    )
    const seconds = (performance.now() - from) / 1000
    expect(codes.every(([first]) => first === "ok")).toBe(true)
    const second = slowSeconds === 0 ? "ok" : "limited tooSoon"
    expect(codes.filter(([, code]) => code === second)).toHaveLength(200)
    const posts = await database().post.findMany({
      where: { thread: at },
      orderBy: { seq: "asc" },
      select: { seq: true, body: true },
    })
    const kept = slowSeconds === 0 ? 400 : 200
    expect(posts.map((post) => post.seq)).toEqual(Array.from({ length: kept }, (_, index) => index + 1))
    expect(new Set(posts.map((post) => post.body)).size).toBe(kept)
    expect(seconds).toBeLessThan(20)
  })
})
