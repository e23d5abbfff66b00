import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { UNDO_MINUTES } from "@/lib/discussion/posts/decide-own-post"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { loadStancePlace } from "@/lib/discussion/server/load-stance-place"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { postReply } from "@/lib/discussion/server/post-reply"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { enrol, makeUser, makeViewer, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"

useTestDatabase()

const now = () => new Date()
const minutesFromNow = (count: number) => new Date(Date.now() + count * 60_000)

/** I have posted at the top, another student has answered me, a third has posted. */
async function scene() {
  const room = await makeDiscussion({ students: 3 })
  const [me, other, third] = room.students
  const [prompt] = room.prompts
  if (!me || !other || !third || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const mine = await makePost(
    { ...at, enrolmentId: me.enrolment.id },
    { body: "First words.", alias: "Blue Heron" },
  )
  const answer = await makePost({ ...at, enrolmentId: other.enrolment.id }, { parentId: mine.id })
  await makePost({ ...at, enrolmentId: other.enrolment.id })
  const viewer = await viewerFor(me.user)
  const assistant = await makeUser("assistant")
  await enrol(room.class.id, assistant.id, "assistant")
  const people = {
    other: await viewerFor(other.user),
    gated: await viewerFor(third.user),
    teacher: await viewerFor(room.teacher),
    assistant: await viewerFor(assistant),
  }
  return { room, at, mine, answer, viewer, people }
}

type Decided = { ok: true } | { ok: false; refusal: { kind: string; code: string } }
const codeOf = (decision: Decided) =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code.replace("discussion.", "")}`

async function seen(viewer: Viewer, at: { assignmentId: string; promptId: string }, time = now()) {
  const view = await loadThread(viewer, threadInput.parse(at), time)
  if (!view.ok) throw new Error(view.refusal.code)
  return view.value
}
const postIn = async (
  viewer: Viewer,
  at: { assignmentId: string; promptId: string },
  id: string,
  time = now(),
) => (await seen(viewer, at, time)).thread?.window.posts.find((post) => post.id === id)

const events = (assignmentId: string) =>
  database().event.findMany({ where: { assignmentId }, orderBy: { id: "asc" } })

describe("editing", () => {
  it("changes words and html, marks the post, keeps what it said, and says who in no event", async () => {
    const { at, mine, viewer, people } = await scene()
    const input = { postId: mine.publicId, body: "Second *words*. <b>" }
    expect(codeOf(await editPost(viewer, input, now()))).toBe("ok")
    expect(codeOf(await editPost(viewer, input, now()))).toBe("ok")
    expect(codeOf(await editPost(viewer, { ...input, body: "Third." }, now()))).toBe("ok")
    const post = await postIn(people.other, at, mine.publicId)
    expect(post).toMatchObject({ html: '<p dir="auto">Third.</p>', isEdited: true, own: null, seq: 1 })
    const former = await loadPostHistory(viewer, input)
    expect(former.ok && former.value.map((one) => one.body)).toEqual(["First words.", "Second *words*. <b>"])
    expect(former.ok && former.value[0]?.writtenAt).toBe(mine.createdAt.getTime())
    for (const staff of [people.teacher, people.assistant])
      expect(await loadPostHistory(staff, input)).toEqual(former)
    const edits = (await events(at.assignmentId)).filter((event) => event.kind === "post.edited")
    expect(edits.map(({ actorId, data }) => ({ actorId, data }))).toEqual([
      { actorId: null, data: { seq: 1, revision: 1 } },
      { actorId: null, data: { seq: 1, revision: 2 } },
    ])
  })

  it("lets one of many edits at once through for each state, and loses none that was accepted", async () => {
    const { mine, viewer } = await scene()
    const bodies = Array.from({ length: 8 }, (_, index) => `Words ${index}.`)
    const codes = await Promise.all(
      bodies.map(async (body) => codeOf(await editPost(viewer, { postId: mine.publicId, body }, now()))),
    )
    const kept = codes.filter((code) => code === "ok").length
    expect(kept).toBeGreaterThan(0)
    expect(codes.every((code) => code === "ok" || code === "conflict changedMeanwhile")).toBe(true)
    expect(await database().postRevision.count({ where: { postId: mine.id } })).toBe(kept)
  })

  it("is forbidden to everybody but the author, and late", async () => {
    const { mine, answer, viewer, people } = await scene()
    const input = { postId: mine.publicId, body: "Forged." }
    expect(codeOf(await editPost(people.other, input, now()))).toBe("forbidden notYours")
    for (const staff of [people.teacher, people.assistant])
      expect(codeOf(await editPost(staff, input, now()))).toBe("forbidden notYours")
    expect(codeOf(await editPost(people.gated, input, now()))).toBe("missing noSuchPost")
    for (const role of ["student", "teacher", "assistant", "administrator"] as const)
      expect(codeOf(await editPost(await makeViewer(role), input, now()))).toBe("missing noSuchPost")
    expect(codeOf(await editPost({ ...viewer, mustChangePassword: true }, input, now()))).toBe(
      "missing noSuchPost",
    )
    expect(codeOf(await editPost(viewer, { ...input, postId: answer.publicId }, now()))).toBe(
      "forbidden notYours",
    )
    expect(codeOf(await editPost(viewer, input, minutesFromNow(16)))).toBe("conflict editTooLate")
    expect(codeOf(await editPost(viewer, { ...input, body: "\u200b".repeat(500) }, now()))).toBe(
      "invalid bodyEmpty",
    )
    await database().enrolment.updateMany({ where: { userId: viewer.userId }, data: { leftAt: now() } })
    expect(codeOf(await editPost(viewer, input, now()))).toBe("missing noSuchPost")
    expect(await database().postRevision.count({ where: { postId: mine.id } })).toBe(0)
  })

  it("shows former words to nobody else, in the same words whether there are any", async () => {
    const { mine, answer, viewer, people } = await scene()
    await editPost(viewer, { postId: mine.publicId, body: "New." }, now())
    const asked = (who: Viewer, postId: string) => loadPostHistory(who, { postId })
    expect(await asked(people.other, mine.publicId)).toEqual(await asked(people.gated, newRandomId()))
    expect(await asked(viewer, answer.publicId)).toEqual(await asked(viewer, newRandomId()))
    expect(await asked(await makeViewer("teacher"), mine.publicId)).toEqual(
      await asked(viewer, newRandomId()),
    )
    await database().post.update({ where: { id: mine.id }, data: { state: "hidden" } })
    expect((await asked(viewer, mine.publicId)).ok).toBe(false)
    expect((await asked(people.teacher, mine.publicId)).ok).toBe(true)
  })
})

describe("taking back", () => {
  it("leaves the place and the answers, shuts the thread for its author, and can be undone", async () => {
    const { at, mine, answer, viewer, people } = await scene()
    const input = { postId: mine.publicId }
    expect(codeOf(await takeBackPost(viewer, input, now()))).toBe("ok")
    expect(codeOf(await takeBackPost(viewer, input, now()))).toBe("ok")
    const posts = (await seen(people.other, at)).thread?.window.posts
    expect(JSON.stringify(posts)).not.toContain("First words.")
    expect(posts?.[0]).toMatchObject({ state: "deleted", author: null, html: null, own: null })
    expect(posts?.[1]).toMatchObject({ id: answer.publicId, parentId: mine.publicId, answers: null })
    const shut = await seen(viewer, at)
    expect(shut.thread).toBeNull()
    expect(shut.takenBack).toMatchObject({ id: mine.publicId })
    expect((await seen(viewer, at, minutesFromNow(UNDO_MINUTES + 1))).takenBack).toBeNull()
    expect((await seen(people.gated, at)).takenBack).toBeNull()
    expect(codeOf(await putBackPost(viewer, input, minutesFromNow(UNDO_MINUTES + 1)))).toBe(
      "conflict undoTooLate",
    )
    expect(codeOf(await putBackPost(viewer, input, now()))).toBe("ok")
    expect(await postIn(people.other, at, mine.publicId)).toMatchObject({ state: "visible", html: mine.html })
    const kinds = (await events(at.assignmentId)).map((event) => [event.kind, event.actorId])
    expect(kinds).toEqual([
      ["post.takenBack", null],
      ["post.putBack", null],
    ])
  })

  it("is answered by nobody any more, not even twice", async () => {
    const { mine, viewer, people } = await scene()
    await takeBackPost(viewer, { postId: mine.publicId }, now())
    const reply = {
      parentId: mine.publicId,
      clientKey: newRandomId(),
      move: "challenge" as const,
      body: "No.",
      sentenceIds: [],
    }
    for (let press = 0; press < 2; press += 1)
      expect(codeOf(await postReply(people.other, reply, now()))).toBe("conflict parentGone")
    const replies = await database().post.count({ where: { parentId: mine.id } })
    expect(replies).toBe(1)
  })

  it("does not open the stance after reading again: what others wrote was seen", async () => {
    const { at, mine, viewer } = await scene()
    await takeBackPost(viewer, { postId: mine.publicId }, now())
    expect((await loadStancePlace(viewer, at.assignmentId))?.hasPosted).toBe(true)
  })

  it("and putting back are forbidden to everybody but the author, after the close, and where it is hidden", async () => {
    const { room, mine, viewer, people } = await scene()
    const input = { postId: mine.publicId }
    for (const act of [takeBackPost, putBackPost]) {
      for (const who of [people.other, people.teacher, people.assistant])
        expect(codeOf(await act(who, input, now()))).toBe("forbidden notYours")
      for (const role of ["student", "teacher", "administrator"] as const)
        expect(codeOf(await act(await makeViewer(role), input, now()))).toBe("missing noSuchPost")
      expect(codeOf(await act(people.gated, input, now()))).toBe("missing noSuchPost")
      expect(codeOf(await act(viewer, input, room.assignment.closesAt))).toBe("conflict closed")
    }
    await database().post.update({ where: { id: mine.id }, data: { state: "hidden" } })
    for (const act of [takeBackPost, putBackPost])
      expect(codeOf(await act(viewer, input, now()))).toBe("conflict postGone")
    expect(await database().event.count({ where: { assignmentId: room.assignment.id } })).toBe(0)
  })
})
