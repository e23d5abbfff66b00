import { describe, expect, it, vi } from "vitest"
import { addWatchWord } from "@/lib/discussion/server/change-watch-list"
import { editPost } from "@/lib/discussion/server/edit-post"
import { hearThread } from "@/lib/discussion/server/hear-thread"
import { letThrough } from "@/lib/discussion/server/let-through"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { returnPost } from "@/lib/discussion/server/return-post"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import {
  makeAlias,
  makeDiscussion,
  makePost,
  openText,
  type Student,
} from "../../support/factories-discussion"
import { everythingOf, type Looking } from "../../support/peer-eyes"
import { firstDifference, inTwoDatabases } from "../../support/two-databases"

useTestDatabase()
vi.setConfig({ testTimeout: 120_000 })

// One moment for both databases: nothing that is compared may come from the clock.
const now = new Date()
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const dates = { opensAt: hours(-24), dueAt: hours(48), closesAt: hours(72) }
const birds = ["Grey Owl", "Blue Heron", "Red Kite"]

/** The reader and another student have posted; whoever writes next has a pseudonym already. */
async function classroom({ premoderated }: { premoderated: boolean }) {
  const room = await makeDiscussion({ students: 3, prompts: ["One?", "Two?"], assignment: dates })
  const [reader, heron, kite] = room.students
  const [prompt] = room.prompts
  if (!reader || !heron || !kite || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  for (const [index, { enrolment }] of room.students.entries()) {
    await openText(at.assignmentId, enrolment.id)
    await makeAlias({ ...at, enrolmentId: enrolment.id }, birds[index] ?? "")
  }
  if (premoderated)
    await database().discussionRules.create({ data: { assignmentId: at.assignmentId, premoderated } })
  const write = (who: Student, body: string) =>
    makePost({ ...at, enrolmentId: who.enrolment.id }, { createdAt: now, body })
  const own = await write(reader, "A point of mine.")
  const herons = await write(heron, "A point.")
  const kites = await write(kite, "Another point.")
  const looking: Looking = {
    ...at,
    posts: [own, herons, kites].map((post) => post.publicId),
    sentenceId: null,
    finds: ["aardvark", "zebra", "point"],
    now,
  }
  return { room, at, looking, reader, heron, kite, own, herons, kites }
}

/** What a stream says to somebody before and after something happens. */
async function heardBy(
  who: Student,
  at: { assignmentId: string; promptId: string },
  act: () => Promise<unknown>,
) {
  const decision = await hearThread(await viewerFor(who.user), { ...at, after: 3, changes: 0, halt: null })
  if (!decision.ok) throw new Error(decision.refusal.code)
  const { first, hearing } = decision.value
  await act()
  return [first, await hearing.next(), await hearing.next()].join("|")
}

/** What two databases showed to a peer, and to the teacher, who may know. */
async function compare(run: (variant: 0 | 1) => Promise<{ peer: string; teacher: string }>) {
  const mark = "\n======\n"
  const runs = await inTwoDatabases(async (variant) => {
    const { peer, teacher } = await run(variant)
    return `${peer}${mark}${teacher}`
  })
  const [one, other] = runs.map((text) => text.split(mark))
  return {
    peer: [one?.[0] ?? "", other?.[0] ?? ""] as [string, string],
    teacher: [one?.[1] ?? "", other?.[1] ?? ""] as [string, string],
  }
}

const said = (body: string) => ({ move: "claim" as const, side: null, body, sentenceIds: [] })

describe("two databases, of which one", () => {
  it("holds posts that wait: a peer's bytes are the same, in numbers and streams too", async () => {
    const { peer, teacher } = await compare(async (variant) => {
      const { room, at, looking, reader, heron, kites } = await classroom({ premoderated: true })
      const viewer = await viewerFor(heron.user)
      const heard = await heardBy(reader, at, async () => {
        if (!variant) return
        const answer = await postAnswer(viewer, { ...at, ...said("zebra"), clientKey: newRandomId() }, now)
        const { side: _, ...words } = said("zebra zebra")
        const reply = {
          parentId: kites.publicId,
          ...words,
          move: "support" as const,
          clientKey: newRandomId(),
        }
        const replied = await postReply(viewer, reply, now)
        if (!answer.ok || !replied.ok) throw new Error("not kept")
        looking.posts = [...looking.posts, answer.value.id, replied.value.id]
        await editPost(viewer, { postId: answer.value.id, body: "zebra zebra zebra" }, now)
        await returnPost(await viewerFor(room.teacher), { postId: replied.value.id, reason: "zebra" }, now)
      })
      if (!variant) looking.posts = [...looking.posts, newRandomId(), newRandomId()]
      return {
        peer: `${heard}\n${await everythingOf(reader.user, looking)}`,
        teacher: await everythingOf(room.teacher, looking),
      }
    })
    expect(firstDifference(peer)).toBeNull()
    expect(peer[0].includes("A point.")).toBe(true)
    expect(firstDifference(teacher)).not.toBeNull()
    expect(teacher[1].includes("zebra")).toBe(true)
  })

  it("flags a post: a peer's bytes, and the author's, are the same", async () => {
    const { peer, teacher } = await compare(async (variant) => {
      const { room, at, looking, reader, heron } = await classroom({ premoderated: false })
      const staff = await viewerFor(room.teacher)
      const classId = room.class.id
      if (variant) await addWatchWord(staff, { classId, word: "aardvark", note: "zebra" }, now)
      const author = await viewerFor(heron.user)
      const heard = await heardBy(reader, at, async () => {
        const post = await postAnswer(
          author,
          { ...at, ...said("An aardvark."), clientKey: newRandomId() },
          now,
        )
        if (!post.ok) throw new Error(post.refusal.code)
        looking.posts = [...looking.posts, post.value.id]
        await editPost(author, { postId: post.value.id, body: "An a a r d v a r k again." }, now)
      })
      const pages = [await everythingOf(reader.user, looking), await everythingOf(heron.user, looking)]
      return { peer: [heard, ...pages].join("\n"), teacher: await everythingOf(room.teacher, looking) }
    })
    expect(firstDifference(peer)).toBeNull()
    expect(peer[0].includes('"seqs":[4]')).toBe(true)
    expect(firstDifference(teacher)).not.toBeNull()
    expect(teacher[1].includes("zebra")).toBe(true)
  })

  it("gives a post back for another reason, with other words: a peer sees as much as of a hidden one", async () => {
    const { peer, teacher } = await compare(async (variant) => {
      const { room, at, looking, reader, heron, herons } = await classroom({ premoderated: true })
      const words = variant ? "zebra" : "aardvark aardvark"
      const staff = await viewerFor(room.teacher)
      const heard = await heardBy(reader, at, async () => {
        if (variant)
          await editPost(await viewerFor(heron.user), { postId: herons.publicId, body: words }, now)
        else await returnPost(staff, { postId: herons.publicId, reason: words }, now)
      })
      return {
        peer: `${heard}\n${await everythingOf(reader.user, looking)}`,
        teacher: await everythingOf(room.teacher, looking),
      }
    })
    expect(firstDifference(peer)).toBeNull()
    expect(peer[0].includes('"changed":[2]')).toBe(true)
    expect(firstDifference(teacher)).not.toBeNull()
  })

  it("let a post through: then a peer sees it, under the next number", async () => {
    const [without, released] = await inTwoDatabases(async (variant) => {
      const { room, at, looking, reader, heron } = await classroom({ premoderated: true })
      const author = await viewerFor(heron.user)
      const post = await postAnswer(author, { ...at, ...said("quagga"), clientKey: newRandomId() }, now)
      if (!post.ok) throw new Error(post.refusal.code)
      const heard = await heardBy(reader, at, async () => {
        if (variant) await letThrough(await viewerFor(room.teacher), { postIds: [post.value.id] }, now)
      })
      return `${heard}\n${await everythingOf(reader.user, looking)}`
    })
    expect([without.includes("quagga"), released.includes("quagga")]).toEqual([false, true])
    expect(released.includes('"seqs":[4]')).toBe(true)
  })
})
