import { describe, expect, it, vi } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { freezeClass, unfreezeClass } from "@/lib/discussion/server/freeze-class"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { lockThread, unlockThread } from "@/lib/discussion/server/lock-thread"
import { database } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion } from "../../support/factories-discussion"
import { failBeforeCommit } from "../../support/failing-statement"
import { signedIn, until, useFrontServer } from "../../support/front-server"
import { answer, codeOf, makeKeptClass, reply, strangers } from "../../support/kept-class"

useTestDatabase()
const server = useFrontServer()
vi.setConfig({ testTimeout: 120_000 })

const now = () => new Date()

type Kept = Awaited<ReturnType<typeof makeKeptClass>>

/** What everybody of a class hears who tries to write in it: post, answer, edit, take back. */
async function tries({ at, post, other, author, third }: Kept, staff: readonly Viewer[]): Promise<string[]> {
  const about = { postId: post.publicId }
  return [
    codeOf(await answer(third, at)),
    codeOf(await reply(author, other.publicId)),
    codeOf(await editPost(author, { ...about, body: "Other words." }, now())),
    codeOf(await takeBackPost(author, about, now())),
    ...(await Promise.all(staff.map(async (viewer) => codeOf(await answer(viewer, at))))),
  ]
}

const acts = (classId: string) =>
  database().moderationAct.findMany({
    where: { classId },
    orderBy: { at: "asc" },
    select: { kind: true, reason: true, undoesId: true, id: true },
  })

describe("a locked thread", () => {
  it("stays locked where that it was opened could not be written down", async () => {
    const { at, teacher } = await makeKeptClass()
    const other = await makeKeptClass()
    for (const kept of [{ at, teacher }, other])
      await lockThread(kept.teacher, { ...kept.at, reason: "Enough." }, now())
    await failBeforeCommit({
      rehearse: () => unlockThread(other.teacher, other.at, now()),
      act: () => unlockThread(teacher, at, now()),
    })
    const threads = await database().thread.findMany({
      where: { assignmentId: at.assignmentId, promptId: at.promptId },
    })
    expect(threads.map(({ lockedFor }) => lockedFor)).toEqual(["Enough."])
    const theirs = { assignmentId: other.at.assignmentId, promptId: other.at.promptId }
    expect(await database().thread.count({ where: { ...theirs, lockedAt: { not: null } } })).toBe(0)
  })

  it("is written in by nobody but staff, says why, and can be opened again", async () => {
    const kept = await makeKeptClass()
    const { at, teacher, assistant, third, author, about, classId } = kept
    expect(codeOf(await lockThread(assistant, { ...at, reason: "It went in circles." }, now()))).toBe("ok")
    expect(codeOf(await lockThread(teacher, { ...at, reason: "Again." }, now()))).toBe("ok")
    const refused = Array(4).fill("conflict locked")
    expect(await tries(kept, [teacher, assistant])).toEqual([...refused, "ok", "ok"])
    const view = await loadThread(author, threadInput.parse(at), now())
    expect(view.ok && [view.value.mayPost, view.value.halt?.reason]).toEqual([false, "It went in circles."])
    expect(view.ok && view.value.thread?.window.posts.length).toBeGreaterThan(1)
    expect(codeOf(await unlockThread(teacher, at, now()))).toBe("ok")
    expect(codeOf(await answer(third, at))).toBe("ok")
    expect(codeOf(await takeBackPost(author, about, now()))).toBe("ok")
    expect(codeOf(await lockThread(teacher, { ...at, reason: "Enough." }, now()))).toBe("ok")
    expect(codeOf(await putBackPost(author, about, now()))).toBe("conflict locked")
    const [locked, unlocked] = await acts(classId)
    expect([locked?.kind, unlocked?.kind, unlocked?.undoesId === locked?.id]).toEqual([
      "locked",
      "unlocked",
      true,
    ])
  })

  it("can be one that nobody has written in", async () => {
    const room = await makeDiscussion()
    const at = { assignmentId: room.assignment.id, promptId: room.prompts[0]?.id ?? "" }
    const [student] = room.students
    expect(codeOf(await lockThread(await viewerFor(room.teacher), { ...at, reason: "Later." }, now()))).toBe(
      "ok",
    )
    expect(codeOf(await answer(await viewerFor(student?.user ?? room.teacher), at))).toBe("conflict locked")
  })

  it("is locked with a reason, by staff of the class alone", async () => {
    const { at, author, teacher, third, classId } = await makeKeptClass()
    const lock = { ...at, reason: "Enough." }
    expect(codeOf(await lockThread(teacher, { ...at, reason: " " }, now()))).toBe("invalid whyEmpty")
    for (const student of [author, third]) {
      expect(codeOf(await lockThread(student, lock, now()))).toBe("forbidden mayNotLock")
      expect(codeOf(await unlockThread(student, at, now()))).toBe("forbidden mayNotLock")
    }
    for (const stranger of await strangers()) {
      expect(codeOf(await lockThread(stranger, lock, now()))).toBe("missing noSuchPrompt")
      expect(codeOf(await unlockThread(stranger, at, now()))).toBe("missing noSuchPrompt")
    }
    expect(await acts(classId)).toEqual([])
  })
})

describe("a frozen class", () => {
  it("can only be read, by staff too, until it goes on", async () => {
    const kept = await makeKeptClass()
    const { classId, teacher, assistant, third, at, author } = kept
    expect(codeOf(await freezeClass(assistant, { classId, reason: "" }, now()))).toBe("ok")
    expect(codeOf(await freezeClass(teacher, { classId, reason: "Me too." }, now()))).toBe("ok")
    expect(await tries(kept, [teacher, assistant])).toEqual(Array(6).fill("conflict frozen"))
    const view = await loadThread(author, threadInput.parse(at), now())
    expect(view.ok && [view.value.mayPost, view.value.halt?.kind]).toEqual([false, "frozen"])
    expect(codeOf(await unfreezeClass(teacher, { classId }, now()))).toBe("ok")
    expect(codeOf(await unfreezeClass(teacher, { classId }, now()))).toBe("ok")
    expect(codeOf(await answer(third, at))).toBe("ok")
    expect((await acts(classId)).map((act) => act.kind)).toEqual(["frozen", "unfrozen"])
  })

  it("stays frozen where that it goes on could not be written down", async () => {
    const [kept, other] = [await makeKeptClass(), await makeKeptClass()]
    for (const { teacher, classId } of [kept, other])
      await freezeClass(teacher, { classId, reason: "Stop." }, now())
    await failBeforeCommit({
      rehearse: () => unfreezeClass(other.teacher, other, now()),
      act: () => unfreezeClass(kept.teacher, kept, now()),
    })
    const isFrozen = async ({ classId: id }: Kept) =>
      (await database().class.findUniqueOrThrow({ where: { id } })).discussionsFrozenAt !== null
    expect([await isFrozen(kept), await isFrozen(other)]).toEqual([true, false])
  })

  it("is frozen by its staff alone", async () => {
    const { classId, author } = await makeKeptClass()
    expect(codeOf(await freezeClass(author, { classId, reason: "" }, now()))).toBe("forbidden mayNotFreeze")
    expect(codeOf(await unfreezeClass(author, { classId }, now()))).toBe("forbidden mayNotFreeze")
    for (const stranger of await strangers()) {
      expect(codeOf(await freezeClass(stranger, { classId, reason: "" }, now()))).toBe("missing noSuchClass")
      expect(codeOf(await unfreezeClass(stranger, { classId }, now()))).toBe("missing noSuchClass")
    }
    expect(await acts(classId)).toEqual([])
  })

  it("is heard of by every open page of it, and that it goes on, also after a gap", async () => {
    const { classId, at, rows, teacher } = await makeKeptClass()
    const { cookie } = await signedIn(rows.author.user)
    const path = `/api/assignments/${at.assignmentId}/prompts/${at.promptId}/events?after=2.0`
    const open = await server.hear(path, { cookie })
    await freezeClass(teacher, { classId, reason: "Stop." }, now())
    await until(() => open.heard.text.includes('"halt":"frozen"'))
    expect(open.heard.text).not.toContain("Stop.")
    expect(open.heard.text).toContain("id: 2.0.frozen")
    await unfreezeClass(teacher, { classId }, now())
    await until(() => open.heard.text.includes('"halt":null'))
    const later = await server.hear(path, { cookie, "last-event-id": "2.0.frozen" })
    await until(() => later.heard.text.includes('"halt":null'))
  })

  it("in the middle of posting takes no post after its commit, and loses none before", async () => {
    const room = await makeDiscussion({ students: 120, prompts: ["One?", "Two?"] })
    const [one, two] = room.prompts
    const teacher = await viewerFor(room.teacher)
    const at = (index: number) => ({
      assignmentId: room.assignment.id,
      promptId: (index % 2 ? one?.id : two?.id) ?? "",
    })
    const posting = room.students.map(async ({ user }, index) => {
      await new Promise((done) => setTimeout(done, index * 8))
      return codeOf(await answer(await viewerFor(user), at(index)))
    })
    const where = { thread: { assignmentId: room.assignment.id } }
    // In the middle, however slow the machine is.
    await vi.waitUntil(async () => (await database().post.count({ where })) > 10, { timeout: 30_000 })
    expect(codeOf(await freezeClass(teacher, { classId: room.class.id, reason: "" }, now()))).toBe("ok")
    const atCommit = await database().post.count({ where })
    const codes = await Promise.all(posting)
    expect(await database().post.count({ where })).toBe(atCommit)
    expect(codes.filter((code) => code === "ok")).toHaveLength(atCommit)
    expect(codes.filter((code) => code === "conflict frozen")).toHaveLength(codes.length - atCommit)
    expect(atCommit).toBeGreaterThan(10)
    expect(atCommit).toBeLessThan(codes.length)
  })
})
