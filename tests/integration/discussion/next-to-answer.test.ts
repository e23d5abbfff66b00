import { describe, expect, it, vi } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { postReplyInput, threadInput } from "@/lib/discussion/input"
import { takeBackPost } from "@/lib/discussion/server/change-own-post"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { postReply } from "@/lib/discussion/server/post-reply"
import { skipOffer } from "@/lib/discussion/server/skip-offer"
import { database, pool } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { makeViewer, viewerFor } from "../../support/factories"
import {
  makeDiscussion,
  makeLongThread,
  makePost,
  makeStudent,
  type Student,
} from "../../support/factories-discussion"
import { untilWaiting } from "../../support/meanwhile"

useTestDatabase()

const now = () => new Date()
const sides = ["agree", "disagree", "between", null] as const

/** Everybody has posted once, in turn of sides, an hour ago. */
async function scene(students: number) {
  const room = await makeDiscussion({ students })
  const [prompt] = room.prompts
  if (!prompt) throw new Error("no prompt")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const posts = []
  for (const [index, { enrolment }] of room.students.entries())
    posts.push(
      await makePost(
        { ...at, enrolmentId: enrolment.id },
        { body: `Post of student ${index}.`, alias: `Bird ${index}`, side: sides[index % 4] },
      ),
    )
  const viewers = await Promise.all(room.students.map(({ user }) => viewerFor(user)))
  const here = { threadId: posts[0]?.threadId ?? "" }
  return { room, at, here, posts, viewers, teacher: await viewerFor(room.teacher) }
}

async function nextOf(
  viewer: Viewer | undefined,
  at: { assignmentId: string; promptId: string },
  when = now(),
) {
  if (!viewer) throw new Error("nobody")
  const view = await loadThread(viewer, threadInput.parse(at), when)
  if (!view.ok || !view.value.thread) throw new Error("the thread is shut")
  return view.value.thread.next
}

const answer = (viewer: Viewer, parentId: string) =>
  postReply(
    viewer,
    postReplyInput.parse({ parentId, clientKey: newRandomId(), move: "question", body: "Why?" }),
    now(),
  )

const someone = (student: Student | undefined): Student => {
  if (!student) throw new Error("no student")
  return student
}

describe("next to answer", () => {
  it("brings the other side, stays the same while it waits, and then brings another", async () => {
    const { at, here, viewers } = await scene(4)
    const [first, second, third] = viewers
    if (!first || !second || !third) throw new Error("nobody")
    const offered = await nextOf(first, at)
    expect(offered.post).toMatchObject({
      seq: 2,
      side: "disagree",
      excerpt: "Post of student 1.",
      author: "Bird 1",
    })
    for (let look = 0; look < 3; look += 1) expect((await nextOf(first, at)).post).toEqual(offered.post)
    const rows = await database().offer.count({ where: here })
    await answer(third, offered.post?.id ?? "")
    const after = await nextOf(first, at)
    expect(after.post?.seq).not.toBe(2)
    expect(after.post?.seq).not.toBe(1)
    expect(await database().offer.count({ where: here })).toBeGreaterThan(rows)
  })

  it("brings another one when asked, never one of before, and says when all were passed over", async () => {
    const { at, here, viewers } = await scene(4)
    const [me] = viewers
    if (!me) throw new Error("nobody")
    const seen: number[] = []
    for (let press = 0; press < 4; press += 1) {
      const { post, hasOther, hasSkipped } = await nextOf(me, at)
      if (!post) {
        expect({ hasOther, hasSkipped }).toEqual({ hasOther: false, hasSkipped: true })
        break
      }
      expect(hasOther).toBe(press < 2)
      seen.push(post.seq)
      const twice = await Promise.all([1, 2].map(() => skipOffer(me, { postId: post.id }, now())))
      for (const decision of twice) expect(decision.ok).toBe(true)
    }
    expect([...seen].sort()).toEqual([2, 3, 4])
    expect(await database().offer.count({ where: { ...here, skippedAt: { not: null } } })).toBe(3)
    expect(await database().event.count({ where: { assignmentId: at.assignmentId } })).toBe(0)
  })

  it("is given to nobody twice where a post comes while the first ones look", async () => {
    const { room, at, here, viewers } = await scene(4)
    const late = await makeStudent(room.class.id)
    const lookers = [viewers[0], await viewerFor(late.user)]
    const looking = await database().$transaction(async (tx) => {
      // Nobody's offer can be kept until this is over.
      await tx.$executeRaw`LOCK TABLE "Offer" IN EXCLUSIVE MODE`
      const first = nextOf(lookers[0], at)
      await untilWaiting(1)
      await makePost({ ...at, enrolmentId: late.enrolment.id }, { alias: "Bird 4", side: "disagree" })
      const second = nextOf(lookers[1], at)
      await untilWaiting(2)
      return { both: [first, second] }
    })
    await Promise.all(looking.both)
    const offers = await database().offer.findMany({ where: here })
    expect(offers).toHaveLength(5)
    expect(new Set(offers.map(({ enrolmentId }) => enrolmentId)).size).toBe(5)
  })

  it("goes with a post that is hidden or taken back, and its words with it", async () => {
    const { at, viewers, teacher } = await scene(3)
    const [first, second] = viewers
    if (!first || !second) throw new Error("nobody")
    const { post } = await nextOf(first, at)
    if (!post) throw new Error("nothing offered")
    await hidePost(teacher, { postId: post.id, reason: "Not kind." }, now())
    const other = await nextOf(first, at)
    expect(other.post?.id).not.toBe(post.id)
    expect(JSON.stringify(other)).not.toContain(post.excerpt)
    await showPost(teacher, { postId: post.id }, now())
    // Both were offered and wait: the newer offer stays.
    expect((await nextOf(first, at)).post).toEqual(other.post)
    const author = viewers[(other.post?.seq ?? 0) - 1]
    if (!author) throw new Error("nobody")
    await takeBackPost(author, { postId: other.post?.id ?? "" }, now())
    expect((await nextOf(first, at)).post?.id).toBe(post.id)
  })

  it("waits again when the only answer is hidden, but not for whoever gave it", async () => {
    const { at, here, viewers, teacher } = await scene(2)
    const [first, second] = viewers
    if (!first || !second) throw new Error("nobody")
    const { post } = await nextOf(first, at)
    const reply = await answer(first, post?.id ?? "")
    expect((await nextOf(first, at)).post).toBeNull()
    expect((await nextOf(teacher, at)).post?.seq).toBe(1)
    if (!reply.ok) throw new Error("not posted")
    await hidePost(teacher, { postId: reply.value.id, reason: "Off the point." }, now())
    expect(await database().unansweredPost.count({ where: here })).toBe(2)
    expect(await nextOf(first, at)).toEqual({ post: null, hasOther: false, hasSkipped: false })
  })

  it("is not for staff to be counted, nor for a closed discussion, nor told by what came since", async () => {
    const { room, at, here, viewers, teacher } = await scene(3)
    expect((await nextOf(teacher, at)).post?.seq).toBe(1)
    expect((await nextOf(viewers[0], at, room.assignment.closesAt)).post).toBeNull()
    const live = threadInput.parse({ ...at, order: "since", after: 1 })
    if (viewers[0]) await loadThread(viewers[0], live, now())
    expect(await database().offer.count({ where: here })).toBe(0)
  })
})

describe("thirty students at once", () => {
  it("are each offered a post of somebody else, and every post once before any twice", async () => {
    const { at, here, viewers, posts } = await scene(30)
    const offers = await Promise.all(viewers.map((viewer) => nextOf(viewer, at)))
    for (const [index, { post }] of offers.entries()) {
      expect(post).not.toBeNull()
      expect(post?.id).not.toBe(posts[index]?.publicId)
    }
    const rows = await database().offer.findMany({ where: here })
    expect(rows).toHaveLength(30)
    const countsOf = (offered: readonly { postId: string }[]) =>
      posts.map(({ id }) => offered.filter((row) => row.postId === id).length)
    // The last in turn may find nothing but their own at the least count.
    expect(countsOf(rows).filter((count) => count === 0).length).toBeLessThanOrEqual(1)
    expect(Math.max(...countsOf(rows))).toBeLessThanOrEqual(2)
    // All of them press "another one" at once, and look.
    await Promise.all(
      viewers.map((viewer, index) => skipOffer(viewer, { postId: offers[index]?.post?.id ?? "" }, now())),
    )
    await Promise.all(viewers.map((viewer) => nextOf(viewer, at)))
    const counts = countsOf(await database().offer.findMany({ where: here }))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...counts)).toBeLessThanOrEqual(3)
  }, 120_000)

  it("get the same offers whoever of them looks first", async () => {
    const { at, here, viewers } = await scene(6)
    await nextOf(viewers[5], at)
    const all = { where: here, orderBy: { enrolmentId: "asc" }, omit: { at: true } } as const
    const afterLast = await database().offer.findMany(all)
    await database().offer.deleteMany({ where: here })
    await nextOf(viewers[0], at)
    const afterFirst = await database().offer.findMany(all)
    expect(afterLast).toEqual(afterFirst)
    expect(afterFirst).toHaveLength(6)
  })
})

describe("forbidden", () => {
  it("asking for another one: strangers, staff, whoever left or has not posted, and after the close", async () => {
    const { room, at, viewers, posts, teacher } = await scene(3)
    const postId = posts[1]?.publicId ?? ""
    const codeOf = async (viewer: Viewer, when = now()) => {
      const decision = await skipOffer(viewer, { postId }, when)
      return decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code}`
    }
    for (const role of ["student", "teacher", "administrator"] as const)
      expect(await codeOf(await makeViewer(role))).toBe("missing discussion.noSuchPost")
    expect(await codeOf(teacher)).toBe("forbidden discussion.noOfferForStaff")
    const [me] = viewers
    if (!me) throw new Error("nobody")
    await nextOf(me, at)
    expect(await codeOf(me, room.assignment.closesAt)).toBe("conflict discussion.closed")
    // Somebody else's offer is not touched by it.
    const [, , other] = viewers
    if (!other) throw new Error("nobody")
    await codeOf(other)
    const mine = await database().offer.findMany({
      where: { enrolmentId: someone(room.students[0]).enrolment.id },
    })
    expect(mine.map(({ skippedAt }) => skippedAt)).toEqual([null])
    const leaver = someone(room.students[0]).enrolment.id
    await database().enrolment.update({ where: { id: leaver }, data: { leftAt: now() } })
    expect(await codeOf(me)).toBe("missing discussion.noSuchPost")
  })
})

describe("a thread of 5,000 posts", () => {
  it("is not read to find what waits", async () => {
    const room = await makeDiscussion({ students: 10 })
    const [prompt] = room.prompts
    const [me] = room.students
    if (!prompt || !me) throw new Error("no people")
    const at = { assignmentId: room.assignment.id, promptId: prompt.id }
    const made = await makeLongThread(at, room.students, 5000)
    await makePost({ ...at, enrolmentId: someone(room.students[1]).enrolment.id })
    expect(await database().unansweredPost.count({ where: { threadId: made[0]?.threadId } })).toBe(1)
    const viewer = await viewerFor(me.user)
    const query = vi.spyOn(pool(), "query")
    expect((await nextOf(viewer, at)).post?.seq).toBe(5001)
    const asked = query.mock.calls.map(
      ([statement]) => statement as unknown as { text: string; values: unknown[] },
    )
    const note = asked.find(({ text }) => text?.includes('"Offer"'))
    if (!note) throw new Error("nothing was asked")
    const plan = await pool().query<{ "QUERY PLAN": [{ Plan: unknown; "Execution Time": number }] }>({
      text: `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${note.text}`,
      values: note.values,
    })
    const text = JSON.stringify(plan.rows[0]?.["QUERY PLAN"])
    const [, blocks] = /"Shared Hit Blocks":(\d+)/.exec(text) ?? []
    expect(Number(blocks)).toBeLessThan(400)
    expect(made).toHaveLength(5000)
  }, 120_000)
})
