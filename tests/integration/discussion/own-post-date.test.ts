import { describe, expect, it } from "vitest"
import type { Refusal } from "@/lib/access/refusal"
import { threadInput } from "@/lib/discussion/input"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { loadHome } from "@/lib/lesson/server/load-home"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"

useTestDatabase()

const codeOf = (decision: { ok: true } | { ok: false; refusal: Refusal }) =>
  decision.ok ? "ok" : decision.refusal.code.replace("discussion.", "")
const DAY = 86_400_000

async function prepare(ownPostBy: Date) {
  const room = await makeDiscussion({ students: 3 })
  const [ada, ben, later] = room.students
  const [prompt] = room.prompts
  if (!ada || !ben || !later || !prompt) throw new Error("no room")
  const assignmentId = room.assignment.id
  await database().discussionRules.create({ data: { assignmentId, ownPostBy } })
  const closesAt = new Date(room.assignment.closesAt.getTime() + 2 * DAY)
  await database().assignmentException.create({
    data: { assignmentId, enrolmentId: later.enrolment.id, closesAt },
  })
  const at = { assignmentId, promptId: prompt.id }
  const post = await makePost({ ...at, enrolmentId: ada.enrolment.id }, { body: "Ada’s own words." })
  const viewers = { ben: await viewerFor(ben.user), later: await viewerFor(later.user) }
  return {
    room,
    at,
    post,
    ben: viewers.ben,
    later: viewers.later,
    benStudent: ben,
    staff: await viewerFor(room.teacher),
  }
}

const answer = { move: "claim" as const, side: null, body: "Mine.", sentenceIds: [] }

describe("a date for one's own first post", () => {
  it("before it shows nothing to who has not posted; from it on the thread is read and answered, not opened", async () => {
    const ownPostBy = new Date(Date.now() + 60_000)
    const { at, post, ben, later, staff } = await prepare(ownPostBy)
    const reply = { parentId: post.publicId, move: "support" as const, body: "Yes.", sentenceIds: [] }
    const before = new Date(ownPostBy.getTime() - 1)
    const shut = await loadThread(ben, threadInput.parse(at), before)
    expect(shut.ok && shut.value).toMatchObject({
      thread: null,
      mayOpen: true,
      ownPostBy: ownPostBy.getTime(),
    })
    expect(codeOf(await postReply(ben, { ...reply, clientKey: newRandomId() }, before))).toBe("noSuchPost")
    const list = await loadDiscussion(ben, at, before)
    expect(list.ok && list.value.prompts[0]).toMatchObject({ posts: null, isOpen: false })

    const open = await loadThread(ben, threadInput.parse(at), ownPostBy)
    expect(open.ok && open.value).toMatchObject({ mayOpen: false, mayPost: true, hasPosted: false })
    expect(open.ok && open.value.thread?.window.posts).toHaveLength(1)
    const refused = await postAnswer(ben, { ...at, ...answer, clientKey: newRandomId() }, ownPostBy)
    expect(codeOf(refused)).toBe("ownPostOver")
    expect(codeOf(await postReply(ben, { ...reply, clientKey: newRandomId() }, ownPostBy))).toBe("ok")
    const found = await searchDiscussion(ben, { assignmentId: at.assignmentId, find: "words" }, ownPostBy)
    expect(found.ok && found.value.posts).toHaveLength(1)

    // Whoever's close was moved by two days has two days more, and sees nothing meanwhile.
    const moved = new Date(ownPostBy.getTime() + 2 * DAY)
    const still = await loadThread(later, threadInput.parse(at), new Date(moved.getTime() - 1))
    expect(still.ok && still.value).toMatchObject({ thread: null, ownPostBy: moved.getTime() })
    const others = await searchDiscussion(later, { assignmentId: at.assignmentId, find: "words" }, ownPostBy)
    expect(others.ok && others.value.posts).toHaveLength(0)
    const then = await loadThread(later, threadInput.parse(at), moved)
    expect(then.ok && then.value.thread?.window.posts).toHaveLength(2)
    const seen = await loadThread(staff, threadInput.parse(at), before)
    expect(seen.ok && seen.value).toMatchObject({ ownPostBy: null, mayOpen: true })
  })

  it("is on the student's home, and who missed it on the staff's page", async () => {
    const soon = new Date(Date.now() + DAY)
    const { room, at, ben, later, benStudent, staff } = await prepare(soon)
    const home = async (viewer: typeof ben) => (await loadHome(viewer, new Date())).assignments[0]?.ownPostBy
    expect(await home(ben)).toEqual(soon)
    expect(await home(later)).toEqual(new Date(soon.getTime() + 2 * DAY))
    const missed = async () => {
      const profile = await loadDiscussionProfile(staff, at.assignmentId)
      return profile.ok && profile.value.missed
    }
    expect(await missed()).toEqual([])
    const where = { assignmentId: room.assignment.id }
    await database().discussionRules.update({ where, data: { ownPostBy: new Date(Date.now() - 1000) } })
    expect(await missed()).toEqual([{ position: 1, count: 1, keys: [benStudent.enrolment.id] }])
  })
})
