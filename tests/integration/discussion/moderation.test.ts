import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { takeBackPost } from "@/lib/discussion/server/change-own-post"
import { loadModeration } from "@/lib/discussion/server/load-moderation"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { dismissReports, hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { reportPost } from "@/lib/discussion/server/report-post"
import { loadToday } from "@/lib/lesson/server/load-today"
import { database } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"
import { enrol, makeUser, makeViewer, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"
import { failBeforeCommit } from "../../support/failing-statement"

useTestDatabase()

const now = () => new Date()

/** One student has written what another one may report; a third has not posted. */
async function scene() {
  const room = await makeDiscussion({ students: 3 })
  const [author, reporter, third] = room.students
  const [prompt] = room.prompts
  if (!author || !reporter || !third || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const post = await makePost(
    { ...at, enrolmentId: author.enrolment.id },
    { body: "canary", alias: "Blue Heron" },
  )
  const other = await makePost({ ...at, enrolmentId: reporter.enrolment.id }, { alias: "Red Kite" })
  const assistant = await makeUser("assistant")
  await enrol(room.class.id, assistant.id, "assistant")
  const viewers = {
    author: await viewerFor(author.user),
    reporter: await viewerFor(reporter.user),
    gated: await viewerFor(third.user),
    teacher: await viewerFor(room.teacher),
    assistant: await viewerFor(assistant),
  }
  return {
    room,
    at,
    post,
    other,
    about: { postId: post.publicId, reason: "It is unkind." },
    ...viewers,
  }
}

type Decided = { ok: true } | { ok: false; refusal: { kind: string; code: string } }
const codeOf = (decision: Decided) =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code.replace("discussion.", "")}`

async function seen(viewer: Viewer, at: { assignmentId: string; promptId: string }) {
  const view = await loadThread(viewer, threadInput.parse(at), now())
  if (!view.ok || !view.value.thread) throw new Error("the thread is shut")
  return view.value.thread
}

async function moderated(viewer: Viewer, assignmentId: string) {
  const posts = await loadModeration(viewer, assignmentId)
  if (!posts.ok) throw new Error(posts.refusal.code)
  return posts.value.posts
}

const kinds = async (assignmentId: string) => {
  const rows = await database().event.findMany({ where: { assignmentId }, orderBy: { id: "asc" } })
  return rows.map(({ kind, actorId, data }) => ({ kind, actorId, data }))
}

describe("a report", () => {
  it("is kept once, brought to the staff, and answered by leaving the post as it is", async () => {
    const { at, about, reporter, teacher, assistant } = await scene()
    const presses = Array.from({ length: 5 }, () => reportPost(reporter, about, now()))
    for (const decision of await Promise.all(presses)) expect(codeOf(decision)).toBe("ok")
    expect(await kinds(at.assignmentId)).toEqual([{ kind: "post.reported", actorId: null, data: { seq: 1 } }])
    for (const staff of [teacher, assistant]) {
      expect(
        (await moderated(staff, at.assignmentId)).map((one) => one.reports.map((r) => r.reason)),
      ).toEqual([["It is unkind."]])
      expect((await loadToday(staff, now()))[0]?.openReports).toBe(1)
    }
    expect(codeOf(await dismissReports(assistant, about, now()))).toBe("ok")
    expect(codeOf(await dismissReports(assistant, about, now()))).toBe("ok")
    expect(await moderated(teacher, at.assignmentId)).toEqual([])
    expect((await loadToday(teacher, now()))[0]?.openReports).toBe(0)
    expect((await kinds(at.assignmentId)).map((one) => one.kind)).toEqual([
      "post.reported",
      "post.reportsDismissed",
    ])
    expect((await seen(reporter, at)).window.posts[0]).toMatchObject({ state: "visible", isReported: true })
  })

  it("stays open where that it was answered could not be written down", async () => {
    const [kept, other] = [await scene(), await scene()]
    for (const { reporter, about } of [kept, other]) await reportPost(reporter, about, now())
    await failBeforeCommit({
      rehearse: () => dismissReports(other.teacher, other.about, now()),
      act: () => dismissReports(kept.teacher, kept.about, now()),
    })
    expect(await moderated(kept.teacher, kept.at.assignmentId)).toHaveLength(1)
    expect(await moderated(other.teacher, other.at.assignmentId)).toEqual([])
  })

  it("says by whom to nobody, and that there is one to no other student", async () => {
    const { at, about, author, reporter: viewer, teacher, assistant } = await scene()
    const before = JSON.stringify(await seen(author, at))
    await reportPost(viewer, about, now())
    expect(JSON.stringify(await seen(author, at))).toBe(before)
    for (const staff of [teacher, assistant]) {
      const text = JSON.stringify(await moderated(staff, at.assignmentId))
      for (const secret of [viewer.userId, "Red Kite", viewer.displayName]) expect(text).not.toContain(secret)
    }
    const pseudonyms = await moderated(assistant, at.assignmentId)
    expect(pseudonyms[0]?.author).toMatchObject({ name: "Blue Heron", alias: null })
    expect((await moderated(teacher, at.assignmentId))[0]?.author.name).toBe(author.displayName)
  })

  it("is forbidden to whoever is not a student of the class with a post, and of one's own post", async () => {
    const { at, about, author, reporter, gated, teacher, assistant } = await scene()
    expect(codeOf(await reportPost(author, about, now()))).toBe("conflict reportsOwn")
    expect(codeOf(await reportPost(gated, about, now()))).toBe("missing noSuchPost")
    const offers = async (viewer: Viewer) => {
      const view = await loadThread(viewer, threadInput.parse(at), now())
      return view.ok && view.value.mayReport
    }
    expect(await Promise.all([reporter, teacher, assistant].map(offers))).toEqual([true, false, false])
    for (const staff of [teacher, assistant])
      expect(codeOf(await reportPost(staff, about, now()))).toBe("forbidden mayNotReport")
    for (const role of ["student", "teacher", "assistant", "administrator"] as const)
      expect(codeOf(await reportPost(await makeViewer(role), about, now()))).toBe("missing noSuchPost")
    expect(await kinds(at.assignmentId)).toEqual([])
  })

  it("stays open to the staff when its author takes the post back", async () => {
    const { at, about, author, reporter, teacher } = await scene()
    await reportPost(reporter, about, now())
    await takeBackPost(author, about, now())
    expect((await moderated(teacher, at.assignmentId))[0]).toMatchObject({
      state: "deleted",
      html: "<p>canary</p>",
    })
    expect(codeOf(await hidePost(teacher, about, now()))).toBe("ok")
    expect(codeOf(await showPost(teacher, about, now()))).toBe("ok")
    expect((await seen(reporter, at)).window.posts[0]?.state).toBe("deleted")
  })
})

describe("hiding", () => {
  it("takes a post from students, answers its reports, tells the author why, and can be lifted", async () => {
    const { at, about, author, reporter, assistant, teacher } = await scene()
    await reportPost(reporter, about, now())
    const hiding = { ...about, reason: "It names a person." }
    expect(codeOf(await hidePost(assistant, hiding, now()))).toBe("ok")
    expect(codeOf(await hidePost(teacher, hiding, now()))).toBe("ok")
    for (const student of [author, reporter])
      expect(JSON.stringify(await seen(student, at))).not.toContain("canary")
    const [own] = (await seen(author, at)).window.posts
    expect(own).toMatchObject({ state: "hidden", own: { hiddenFor: "It names a person.", body: null } })
    expect(JSON.stringify(await seen(reporter, at))).not.toContain("It names a person.")
    expect((await moderated(teacher, at.assignmentId))[0]).toMatchObject({
      reports: [],
      hiding: { reason: "It names a person.", by: assistant.displayName },
    })
    expect(codeOf(await showPost(teacher, about, now()))).toBe("ok")
    expect((await seen(reporter, at)).window.posts[0]).toMatchObject({
      state: "visible",
      html: "<p>canary</p>",
    })
    expect((await kinds(at.assignmentId)).slice(1)).toEqual([
      { kind: "post.hidden", actorId: assistant.userId, data: { seq: 1, reports: 1 } },
      { kind: "post.shown", actorId: teacher.userId, data: { seq: 1 } },
    ])
  })

  it("and all that goes with it is forbidden to students and to staff of other classes", async () => {
    const { at, about, author, reporter, gated } = await scene()
    for (const act of [hidePost, showPost, dismissReports]) {
      for (const student of [author, reporter])
        expect(codeOf(await act(student, about, now()))).toBe("forbidden mayNotHide")
      expect(codeOf(await act(gated, about, now()))).toBe("missing noSuchPost")
      for (const role of ["student", "teacher", "assistant", "administrator"] as const)
        expect(codeOf(await act(await makeViewer(role), about, now()))).toBe("missing noSuchPost")
    }
    for (const viewer of [author, reporter, await makeViewer("teacher")])
      expect((await loadModeration(viewer, at.assignmentId)).ok).toBe(false)
    const forger = await makeUser("student")
    await enrol(
      (await database().assignment.findUniqueOrThrow({ where: { id: at.assignmentId } })).classId,
      forger.id,
      "teacher",
    )
    expect(codeOf(await hidePost(await viewerFor(forger), about, now()))).toBe("missing noSuchPost")
    expect((await loadModeration(await viewerFor(forger), at.assignmentId)).ok).toBe(false)
    expect(await kinds(at.assignmentId)).toEqual([])
  })
})
