import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { loadArgumentMap } from "@/lib/discussion/server/load-argument-map"
import { loadCitableSentences } from "@/lib/discussion/server/load-citable-sentences"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { makeUser, viewerFor } from "../../support/factories"
import { makeAlias, makeDiscussion, makePost } from "../../support/factories-discussion"

useTestDatabase()

const now = () => new Date()
const claim = { move: "claim" as const, side: null, body: "He is right.", sentenceIds: [] }

async function seen(viewer: Viewer, assignmentId: string, promptId: string) {
  const orders = ["argued", "newest", "sentence"] as const
  const threads = await Promise.all(
    orders.map((order) => loadThread(viewer, threadInput.parse({ assignmentId, promptId, order }), now())),
  )
  const found = await searchDiscussion(viewer, { assignmentId, find: "think" }, now())
  return JSON.stringify([found, threads, await loadDiscussion(viewer, { assignmentId }, now())])
}

describe("before the first post", () => {
  it("a student gets the same bytes whether others have posted or not", async () => {
    const room = await makeDiscussion({ students: 3, prompts: ["One?", "Two?"] })
    const [me, other, third] = room.students
    const [prompt] = room.prompts
    if (!me || !other || !third || !prompt) throw new Error("no people")
    const { id: assignmentId } = room.assignment
    await makeAlias({ assignmentId, promptId: prompt.id, enrolmentId: me.enrolment.id }, "Blue Heron")
    const viewer = await viewerFor(me.user)
    const empty = await seen(viewer, assignmentId, prompt.id)

    const at = { assignmentId, promptId: prompt.id }
    const first = await makePost({ ...at, enrolmentId: other.enrolment.id }, { alias: "Red Kite" })
    await makePost({ ...at, enrolmentId: third.enrolment.id }, { parentId: first.id, alias: "Grey Owl" })
    expect(await seen(viewer, assignmentId, prompt.id)).toBe(empty)

    const guessed = { parentId: first.publicId, clientKey: newRandomId(), ...claim, move: "support" as const }
    const { side: _, ...reply } = guessed
    const refused = await postReply(viewer, reply, now())
    const unknown = await postReply(viewer, { ...reply, parentId: newRandomId() }, now())
    expect(JSON.stringify(refused)).toBe(JSON.stringify(unknown))

    await postAnswer(viewer, { ...at, ...claim, clientKey: newRandomId() }, now())
    const after = await loadThread(viewer, threadInput.parse(at), now())
    expect(after.ok && after.value.thread?.counts).toEqual({ posts: 3, people: 3, waiting: 1 })
  })

  it("a post in one thread opens no other", async () => {
    const room = await makeDiscussion({ students: 2, prompts: ["One?", "Two?"] })
    const [me, other] = room.students
    const [one, two] = room.prompts
    if (!me || !other || !one || !two) throw new Error("no people")
    const { id: assignmentId } = room.assignment
    const viewer = await viewerFor(me.user)
    for (const promptId of [one.id, two.id])
      await makePost({ assignmentId, promptId, enrolmentId: other.enrolment.id })
    await postAnswer(viewer, { assignmentId, promptId: one.id, ...claim, clientKey: newRandomId() }, now())
    const open = await loadThread(viewer, threadInput.parse({ assignmentId, promptId: one.id }), now())
    const shut = await loadThread(viewer, threadInput.parse({ assignmentId, promptId: two.id }), now())
    expect(open.ok && open.value.thread?.counts.posts).toBe(2)
    expect(shut.ok && shut.value.thread).toBeNull()
    const list = await loadDiscussion(viewer, { assignmentId }, now())
    expect(list.ok && list.value.prompts.map((prompt) => prompt.posts)).toEqual([2, null])
  })

  it("nothing is there for a student until the assignment opens, whoever has posted; staff see all", async () => {
    const room = await makeDiscussion()
    const [me] = room.students
    const [prompt] = room.prompts
    if (!me || !prompt) throw new Error("no people")
    const at = { assignmentId: room.assignment.id, promptId: prompt.id }
    await makePost({ ...at, enrolmentId: me.enrolment.id })
    const early = new Date(room.assignment.opensAt.getTime() - 1)
    const looks = async (viewer: Viewer, when: Date) => {
      const looked = [
        await loadThread(viewer, threadInput.parse(at), when),
        await loadDiscussion(viewer, at, when),
        await loadArgumentMap(viewer, at, when),
        await loadCitableSentences(viewer, at, when),
      ]
      return looked.map((one) => (one.ok ? "seen" : `${one.refusal.kind} ${one.refusal.code}`))
    }
    const student = await viewerFor(me.user)
    expect(await looks(student, early)).toEqual(Array(4).fill("conflict discussion.notOpen"))
    expect(await looks(student, room.assignment.opensAt)).toEqual(Array(4).fill("seen"))
    expect(await looks(await viewerFor(room.teacher), early)).toEqual(Array(4).fill("seen"))
  })

  it("staff of the class see all, staff of another class nothing", async () => {
    const room = await makeDiscussion()
    const [me] = room.students
    const [prompt] = room.prompts
    if (!me || !prompt) throw new Error("no people")
    const at = { assignmentId: room.assignment.id, promptId: prompt.id }
    await makePost({ ...at, enrolmentId: me.enrolment.id }, { alias: "Blue Heron" })
    const teacher = await loadThread(await viewerFor(room.teacher), threadInput.parse(at), now())
    expect(teacher.ok && teacher.value.thread?.window.posts[0]?.author?.name).toBe(me.user.displayName)
    for (const role of ["teacher", "assistant", "administrator"] as const) {
      const stranger = await loadThread(await viewerFor(await makeUser(role)), threadInput.parse(at), now())
      expect(stranger.ok ? "seen" : stranger.refusal.kind).toBe("missing")
    }
    expect(await database().post.count()).toBeGreaterThan(0)
  })
})
