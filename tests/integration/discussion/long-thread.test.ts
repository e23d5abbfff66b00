import { describe, expect, it, vi } from "vitest"
import { threadInput } from "@/lib/discussion/input"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { database, pool } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion, makeLongThread } from "../../support/factories-discussion"

useTestDatabase()

describe("a thread of 500 posts", () => {
  it("comes in windows of about 30, in two trips, every post once, and opens at any post", async () => {
    const room = await makeDiscussion({ students: 10 })
    const [me] = room.students
    const [prompt] = room.prompts
    if (!me || !prompt) throw new Error("no people")
    const at = { assignmentId: room.assignment.id, promptId: prompt.id }
    const made = await makeLongThread(at, room.students, 500)
    const viewer = await viewerFor(me.user)
    const query = vi.spyOn(pool(), "query")
    const load = async (asked: object) => {
      query.mockClear()
      const view = await loadThread(viewer, threadInput.parse({ ...at, ...asked }), new Date())
      if (!view.ok || !view.value.thread) throw new Error("the thread is shut")
      // The window, and what was read.
      expect(query.mock.calls.length).toBeLessThanOrEqual(2)
      return { ...view.value.thread, bytes: JSON.stringify(view).length }
    }

    const first = await load({})
    expect(first.counts.posts).toBe(500)
    const windows = []
    for (let window = 0; window < first.window.count; window += 1) windows.push(await load({ window }))
    const seqs = windows.flatMap((one) => one.window.posts.map((post) => post.seq))
    expect([...seqs].sort((one, other) => one - other)).toEqual(
      Array.from({ length: 500 }, (_, at) => at + 1),
    )
    for (const one of windows) {
      // A conversation of four is never cut.
      expect(one.window.posts.length).toBeLessThanOrEqual(33)
      expect(one.bytes).toBeLessThan(40_000)
    }

    for (const seq of [1, 250, 499, 500]) {
      const id = made.find((post) => post.seq === seq)?.publicId
      const opened = await load({ postId: id })
      expect(opened.window.posts.some((post) => post.id === id)).toBe(true)
    }
    const newest = await load({ order: "newest" })
    expect(newest.window.posts.map((post) => post.seq)).toEqual(
      Array.from({ length: 30 }, (_, at) => at + 471),
    )
    expect((await load({ order: "since", after: 497 })).window.posts.map((post) => post.seq)).toEqual([
      498, 499, 500,
    ])
    expect(await database().threadRead.count({ where: { enrolmentId: me.enrolment.id, lastSeq: 500 } })).toBe(
      1,
    )
  }, 60_000)
})
