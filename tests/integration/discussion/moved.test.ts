import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { type SaveMovedByInput, saveMovedByInput, saveStanceInput } from "@/lib/discussion/input"
import { loadMovedStep } from "@/lib/discussion/server/load-moved-step"
import { loadNameablePosts } from "@/lib/discussion/server/load-nameable-posts"
import { loadStanceSummary } from "@/lib/discussion/server/load-stance-summary"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { saveMovedBy } from "@/lib/discussion/server/save-moved-by"
import { saveStance } from "@/lib/discussion/server/save-stance"
import type { Moment } from "@/lib/discussion/stance/stance-moments"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { makeViewer, viewerFor } from "../../support/factories"
import {
  makeDiscussion,
  makePost,
  makeStance,
  makeSummary,
  openText,
} from "../../support/factories-discussion"
import { changedMeanwhile } from "../../support/meanwhile"

useTestDatabase()

const now = () => new Date()

/** Two students who agreed before and after reading and have posted; a second question that only the other answered. */
async function scene() {
  const room = await makeDiscussion({
    students: 3,
    prompts: ["Is it fake?", "May trade outweigh principle?"],
  })
  const [me, other, third] = room.students
  const [prompt, second] = room.prompts
  if (!me || !other || !third || !prompt || !second) throw new Error("no people")
  const assignmentId = room.assignment.id
  const of = { userId: me.user.id, assignmentId }
  await makeStance(of, { moment: "before_reading", position: 1 })
  await makeStance(of, { moment: "after_reading", position: 1 })
  await openText(assignmentId, me.enrolment.id)
  const post = (enrolmentId: string, promptId: string, body: string) =>
    makePost({ assignmentId, promptId, enrolmentId }, { body })
  await post(me.enrolment.id, prompt.id, "My own answer.")
  const seen = await post(other.enrolment.id, prompt.id, "Whoever goes to the palace has chosen.")
  const gated = await post(other.enrolment.id, second.id, "A gated canary.")
  const viewer = await viewerFor(me.user)
  const take = (position: number, moment: Moment = "after_discussion") =>
    saveStance(
      viewer,
      saveStanceInput.parse({ assignmentId, moment, declined: false, position, confidence: 2, reason: "" }),
      now(),
    )
  const say = (by: SaveMovedByInput["by"], who: Viewer = viewer, when = now()) =>
    saveMovedBy(who, saveMovedByInput.parse({ assignmentId, moment: "after_discussion", by }), when)
  const asked = { assignmentId, moment: "after_discussion" as const }
  const step = (who: Viewer = viewer, when = now()) => loadMovedStep(who, asked, when)
  const kept = () => database().stance.findFirst({ where: { moment: "after_discussion", subject: of } })
  return {
    room,
    assignmentId,
    me,
    third,
    viewer,
    seen,
    gated,
    take,
    say,
    step,
    kept,
    sentences: room.sentences,
  }
}

type Decided = { ok: true } | { ok: false; refusal: { kind: string; code: string } }
const codeOf = (decision: Decided) =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code.replace("discussion.", "")}`

describe("what moved me", () => {
  it("is asked of whoever moved, and of nobody else", async () => {
    const { take, say, step } = await scene()
    expect(await take(1)).toMatchObject({ value: { moved: false } })
    expect(codeOf(await step())).toBe("conflict notMoved")
    expect(codeOf(await say({ kind: "nothing" }))).toBe("conflict notMoved")
    expect(await take(-1)).toMatchObject({ value: { moved: true } })
    const asked = await step()
    expect(asked.ok && asked.value).toMatchObject({ isOpen: true, own: { kind: "nothing" } })
    expect(asked.ok && asked.value.posts?.posts.map(({ excerpt }) => excerpt)).toEqual([
      "Whoever goes to the palace has chosen.",
      "My own answer.",
    ])
    // Prefers not to say: did not move, for all that is known.
    const { viewer, assignmentId } = await scene()
    const declined = { assignmentId, moment: "after_discussion" as const, declined: true as const }
    expect(await saveStance(viewer, declined, now())).toMatchObject({ value: { moved: false } })
  })

  it("is kept as one thing without a time or an event, and shown to oneself", async () => {
    const { assignmentId, take, say, step, kept, seen, sentences } = await scene()
    await take(-1)
    const [sentence] = sentences
    if (!sentence) throw new Error("no text")
    expect(codeOf(await say({ kind: "sentence", sentenceId: sentence.id }))).toBe("ok")
    expect(await kept()).toMatchObject({ movedBySentenceId: sentence.id, movedByPostId: null, movedBy: null })
    expect(codeOf(await say({ kind: "post", postId: seen.publicId }))).toBe("ok")
    expect(await kept()).toMatchObject({ movedBySentenceId: null, movedByPostId: seen.id, movedBy: null })
    const own = await step()
    expect(own.ok && own.value.own).toMatchObject({ kind: "post", post: { id: seen.publicId } })
    expect(codeOf(await say({ kind: "words", words: " A talk at home. " }))).toBe("ok")
    expect(await kept()).toMatchObject({
      movedBySentenceId: null,
      movedByPostId: null,
      movedBy: "A talk at home.",
    })
    expect(await database().event.count({ where: { assignmentId } })).toBe(0)
  })

  it("stays with the place it was said of, and goes with it", async () => {
    const { take, say, kept } = await scene()
    await take(-1)
    await say({ kind: "words", words: "A talk at home." })
    await take(-1)
    expect(await kept()).toMatchObject({ movedBy: "A talk at home." })
    await take(2)
    expect(await kept()).toMatchObject({ position: 2, movedBy: null })
  })

  it("is refused where the summary of the class is made meanwhile", async () => {
    const { assignmentId, take, say, kept } = await scene()
    await take(-1)
    const said = await changedMeanwhile({
      change: (tx) => makeSummary(tx, assignmentId),
      act: () => say({ kind: "words", words: "Too late." }),
    })
    expect(codeOf(said)).toBe("conflict stanceClosed")
    expect(await kept()).toMatchObject({ movedBy: null })
  })

  it("names no post that is not seen: of a question not answered, hidden, or of another class", async () => {
    const { room, viewer, assignmentId, take, say, step, seen, gated } = await scene()
    const elsewhere = await scene()
    await take(-1)
    for (const postId of [gated.publicId, elsewhere.seen.publicId, newRandomId()])
      expect(codeOf(await say({ kind: "post", postId }))).toBe("invalid movedPostGone")
    expect(codeOf(await say({ kind: "sentence", sentenceId: elsewhere.sentences[0]?.id ?? "" }))).toBe(
      "invalid movedSentenceGone",
    )
    const found = await loadNameablePosts(viewer, { assignmentId, find: "canary" }, now())
    expect(found.ok && found.value.posts).toEqual([])
    await say({ kind: "post", postId: seen.publicId })
    await hidePost(await viewerFor(room.teacher), { postId: seen.publicId, reason: "Unkind." }, now())
    expect(codeOf(await say({ kind: "post", postId: seen.publicId }))).toBe("invalid movedPostGone")
    const own = await step()
    expect(own.ok && own.value.own).toEqual({ kind: "post", post: null })
    expect(JSON.stringify(own)).not.toContain("palace")
  })
})

describe("forbidden", () => {
  it("strangers, staff, classmates, whoever left, and after the close", async () => {
    const { room, me, third, viewer, take, say, step, kept } = await scene()
    await take(-1)
    // Who came to the class as a student and works at the school by now is asked no more.
    expect(codeOf(await step({ ...viewer, role: "teacher" }))).toBe("missing noStanceAsked")
    const early = new Date(room.assignment.opensAt.getTime() - 1)
    expect(codeOf(await step(undefined, early))).toBe("missing noStanceAsked")
    const nothing = { kind: "words" as const, words: "Not mine." }
    for (const role of ["student", "teacher", "administrator"] as const) {
      const stranger = await makeViewer(role)
      expect(codeOf(await say(nothing, stranger))).toBe("missing noStanceAsked")
      expect(codeOf(await step(stranger))).toBe("missing noStanceAsked")
    }
    const teacher = await viewerFor(room.teacher)
    expect(codeOf(await say(nothing, teacher))).toBe("forbidden mayNotTakeStance")
    expect(codeOf(await step(teacher))).toBe("missing noStanceAsked")
    // A classmate says it of themselves alone, and has nothing to say it of.
    expect((await say(nothing, await viewerFor(third.user))).ok).toBe(false)
    expect(codeOf(await say(nothing, undefined, room.assignment.closesAt))).toBe("conflict stanceClosed")
    const closed = await step(undefined, room.assignment.closesAt)
    expect(closed.ok && closed.value.isOpen).toBe(false)
    await database().enrolment.update({ where: { id: me.enrolment.id }, data: { leftAt: now() } })
    expect(codeOf(await say(nothing))).toBe("missing noStanceAsked")
    expect(await kept()).toMatchObject({ movedBy: null })
  })
})

describe("what moved a class", () => {
  /** Of 17 students 11 moved toward while discussing: six by a post, the rest by nothing. One has not posted. */
  async function moved() {
    const room = await makeDiscussion({ students: 17 })
    const [prompt] = room.prompts
    if (!prompt) throw new Error("no prompt")
    const { id: assignmentId, closesAt } = room.assignment
    const [first] = room.students
    const posts = []
    for (const [index, { enrolment }] of room.students.slice(0, 16).entries())
      posts.push(
        await makePost(
          { assignmentId, promptId: prompt.id, enrolmentId: enrolment.id },
          { alias: `Bird ${index}`, body: `Words of ${index}.` },
        ),
      )
    const [post] = posts
    if (!post || !first) throw new Error("no post")
    for (const [index, { user }] of room.students.entries()) {
      const of = { userId: user.id, assignmentId }
      await makeStance(of, { moment: "before_reading", position: 0 })
      await makeStance(of, { moment: "after_reading", position: 0 })
      const movedByPostId = index < 6 ? post.id : null
      await makeStance(of, { moment: "after_discussion", position: index < 11 ? 1 : 0, movedByPostId })
    }
    const load = async (viewer: Viewer) => {
      const decision = await loadStanceSummary(viewer, { assignmentId }, closesAt)
      if (!decision.ok || !decision.value.summaries) throw new Error("no summary")
      return decision.value.summaries
    }
    const teacher = await viewerFor(room.teacher)
    return { room, assignmentId, post, first, load, teacher }
  }

  it("is named per direction, to each reader as they may see the post", async () => {
    const { room, assignmentId, post, first, load, teacher } = await moved()
    const [read, discussed] = await load(teacher)
    expect(read?.moved).toEqual({ toward: [], away: [] })
    expect(discussed?.summary).toEqual({ answered: 17, toward: 11, stayed: null, away: null })
    const named = { kind: "post", people: 6, post: { id: post.publicId, excerpt: "Words of 0." } }
    expect(discussed?.moved).toMatchObject({ toward: [named], away: [] })
    expect(JSON.stringify(discussed)).toContain(first.user.displayName)
    await database().assignment.update({ where: { id: assignmentId }, data: { postNames: "sealed" } })
    expect(JSON.stringify(await load(teacher))).not.toContain(first.user.displayName)
    await database().assignment.update({ where: { id: assignmentId }, data: { postNames: "pseudonyms" } })
    const classmate = room.students[7]
    if (!classmate) throw new Error("nobody")
    const [, seen] = await load(await viewerFor(classmate.user))
    expect(seen?.moved).toMatchObject({ toward: [{ ...named, post: { author: { name: "Bird 0" } } }] })
    expect(JSON.stringify(seen)).not.toContain(first.user.displayName)
    // Its thread has not opened to the one who has not posted: the post is not there for them.
    const last = room.students[16]
    if (!last) throw new Error("nobody")
    const [, gated] = await load(await viewerFor(last.user))
    expect(gated?.moved).toEqual({ toward: [], away: [] })
  })

  it("has no words of a post that was hidden or taken back since", async () => {
    const { post, load, teacher } = await moved()
    await load(teacher)
    for (const state of ["hidden", "deleted"] as const) {
      await database().post.update({ where: { id: post.id }, data: { state, deletedAt: now() } })
      const [, discussed] = await load(teacher)
      expect(discussed?.moved?.toward).toEqual([{ kind: "post", people: 6, post: null }])
      expect(JSON.stringify(discussed)).not.toContain("Words of 0.")
    }
  })

  it("is frozen: what is said later, or was never asked, changes nothing", async () => {
    const { assignmentId, load, teacher } = await moved()
    const before = await load(teacher)
    await database().stance.updateMany({
      where: { subject: { assignmentId } },
      data: { movedByPostId: null },
    })
    expect(await load(teacher)).toEqual(before)
    // As summaries were before anybody was asked what moved them.
    await database().stanceSummary.updateMany({
      where: { assignmentId },
      data: { summary: { answered: 17, toward: 11, stayed: null, away: null } },
    })
    expect((await load(teacher)).map(({ moved: causes }) => causes)).toEqual([null, null])
  })
})
