import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { moveStudent, removeGroup } from "@/lib/classroom/server/arrange-groups"
import { threadInput } from "@/lib/discussion/input"
import { takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { loadArgumentMap } from "@/lib/discussion/server/load-argument-map"
import { loadCauses } from "@/lib/discussion/server/load-causes"
import { loadCitablePosts } from "@/lib/discussion/server/load-citable-posts"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadGroupFacts } from "@/lib/discussion/server/load-group-facts"
import { loadGroupWork } from "@/lib/discussion/server/load-group-work"
import { loadChangedPosts, loadNewPosts } from "@/lib/discussion/server/load-live-posts"
import { loadModeration } from "@/lib/discussion/server/load-moderation"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { reportPost } from "@/lib/discussion/server/report-post"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { allowed, expectRefusal } from "../../integration/people/expect-refusal"
import { useTestDatabase } from "../../support/database"
import { enrol, makeViewer, viewerFor } from "../../support/factories"
import { makePost, type Student } from "../../support/factories-discussion"
import { holdInGroups, makeGroup, makeGroupedDiscussion } from "../../support/factories-groups"
import { seqsOf, signedIn, until, useFrontServer } from "../../support/front-server"

useTestDatabase()
const server = useFrontServer()

const now = new Date()
type At = { assignmentId: string; promptId: string }

const answer = (viewer: Viewer, at: At & { thread?: string }, body = "A point.") => {
  const said = { move: "claim" as const, side: null, body, sentenceIds: [] }
  return postAnswer(viewer, { ...at, ...said, clientKey: newRandomId() }, now)
}
const reply = (viewer: Viewer, parentId: string) => {
  const said = { move: "challenge" as const, body: "I think not.", sentenceIds: [] }
  return postReply(viewer, { parentId, ...said, clientKey: newRandomId() }, now)
}
const read = async (viewer: Viewer, at: At, more: object = {}) =>
  allowed(await loadThread(viewer, threadInput.parse({ ...at, ...more }), now))
const bodies = async (viewer: Viewer, at: At, more: object = {}) =>
  (await read(viewer, at, more)).thread?.window.posts.map(({ html }) => html) ?? null

async function scene() {
  const held = await makeGroupedDiscussion()
  const { at, herons, kites, one, mate, other } = held
  const write = (who: Student, groupId: string | null, body: string, more: object = {}) =>
    makePost({ ...at, groupId, enrolmentId: who.enrolment.id }, { body, ...more })
  await write(one, herons, "Herons first")
  await write(mate, herons, "Herons second")
  const foreign = await write(other, kites, "Kites first")
  const [reader, teacher] = [await viewerFor(one.user), await viewerFor(held.room.teacher)]
  return { ...held, write, foreign, reader, teacher }
}

describe("a discussion in groups", () => {
  it("shows a student their group's thread and nothing of another's", async () => {
    const { at, reader, foreign, herons } = await scene()
    const view = await read(reader, at)
    expect(view.group).toEqual({ key: herons, name: "Herons", isPast: false, needsGroup: false, choices: [] })
    expect(view.thread?.counts).toEqual({ posts: 2, people: 2, waiting: 2 })
    expect(await bodies(reader, at)).toEqual(["<p>Herons first</p>", "<p>Herons second</p>"])
    const list = allowed(await loadDiscussion(reader, at, now))
    expect(list.prompts.map(({ posts }) => posts)).toEqual([2])
    const found = allowed(
      await searchDiscussion(reader, { assignmentId: at.assignmentId, find: "first" }, now),
    )
    expect(found.posts.map(({ excerpt, group }) => [excerpt, group])).toEqual([["Herons first", "Herons"]])
    const fresh = allowed(await loadNewPosts(reader, { ...at, after: 0 }, now))
    expect(fresh.posts.map(({ html }) => html)).toEqual(["<p>Herons first</p>", "<p>Herons second</p>"])
    const changed = allowed(await loadChangedPosts(reader, { ...at, seqs: [1, 2, 3] }, now))
    expect(changed.posts).toHaveLength(2)
    // Asked for by its id it is no post, in the same words as one that there is not.
    const unknown = newRandomId()
    for (const act of [
      (postId: string) => reply(reader, postId),
      (postId: string) => reportPost(reader, { postId, reason: "Unkind." }, now),
      (postId: string) => editPost(reader, { postId, body: "Mine." }, now),
      (postId: string) => takeBackPost(reader, { postId }, now),
      (postId: string) => hidePost(reader, { postId, reason: "Off." }, now),
      (postId: string) => loadPostHistory(reader, { postId }),
    ]) {
      const refused = await act(foreign.publicId)
      expect(refused.ok).toBe(false)
      expect(refused).toEqual(await act(unknown))
    }
  })

  it("names to no other group the post that moved somebody, nor opens it when the time for own posts is over", async () => {
    const { at, reader, teacher, foreign, herons } = await scene()
    const { assignmentId } = at
    const over = { ownPostBy: new Date(now.getTime() - 3_600_000) }
    await database().discussionRules.update({ where: { assignmentId }, data: over })
    const cause = { kind: "post" as const, id: foreign.id, people: 5 }
    const summaries = [
      { from: "before_reading", to: "after_discussion", summary: { moved: { toward: [cause], away: [] } } },
    ] as unknown as Parameters<typeof loadCauses>[1]["summaries"]
    const towardOf = async (viewer: Viewer) =>
      (await loadCauses(viewer, { assignmentId, summaries }, now))[0]?.moved?.toward
    expect(await towardOf(reader)).toEqual([])
    expect(await towardOf(teacher)).toMatchObject([{ people: 5, post: { group: "Kites" } }])
    const posts = allowed(await loadCitablePosts(reader, { ...at, find: "" }, now))
    expect(posts.map(({ excerpt }) => excerpt)).toEqual(["Herons second", "Herons first"])
    const map = allowed(await loadArgumentMap(reader, at, now))
    expect([map.group.key, map.posts?.length]).toEqual([herons, 2])
    const elsewhere = { ...at, thread: "common" }
    expectRefusal(await loadArgumentMap(reader, elsewhere, now), "missing", NO_THREAD)
  })

  it("is refused where a student names the thread of another group, or that of the class", async () => {
    const { at, reader, kites } = await scene()
    for (const thread of [kites, "common", newRandomId()]) {
      expectRefusal(await loadThread(reader, threadInput.parse({ ...at, thread }), now), "missing", NO_THREAD)
      expectRefusal(await loadDiscussion(reader, { ...at, thread }, now), "missing", NO_THREAD)
      expectRefusal(await loadNewPosts(reader, { ...at, thread, after: 0 }, now), "missing", NO_THREAD)
      expectRefusal(await answer(reader, { ...at, thread }), "conflict", "discussion.otherGroupNow")
    }
    expect(await database().post.count({ where: { thread: { assignmentId: at.assignmentId } } })).toBe(3)
  })

  it("keeps what a student posts in their group's thread, made with the first post", async () => {
    const { at, kites, third } = await scene()
    const viewer = await viewerFor(third.user)
    expect((await read(viewer, at)).thread).toBeNull()
    allowed(await answer(viewer, { ...at, thread: kites }, "Kites second"))
    expect(await bodies(viewer, at)).toEqual(["<p>Kites first</p>", '<p dir="auto">Kites second</p>'])
    expect(await database().thread.count({ where: { ...at, groupId: kites } })).toBe(1)
  })

  it("gives a student without a group a thread of none, and says so", async () => {
    const { at, alone, teacher, room, write } = await scene()
    await write(alone, null, "Said before there were groups")
    const viewer = await viewerFor(alone.user)
    const view = await read(viewer, at)
    expect([view.group.needsGroup, view.thread, view.mayPost]).toEqual([true, null, false])
    const list = allowed(await loadDiscussion(viewer, at, now))
    expect([list.group.needsGroup, list.prompts[0]?.posts]).toEqual([true, null])
    expectRefusal(await answer(viewer, at), "conflict", "discussion.needsGroup")
    const found = await searchDiscussion(viewer, { assignmentId: at.assignmentId, find: "said" }, now)
    expect(allowed(found).posts).toEqual([])
    const { cookie } = await signedIn(alone.user)
    const stream = await server.hear(pathOf(at), { cookie })
    await stream.reading
    expect([stream.status, stream.heard.text.includes("noSuchThread")]).toEqual([404, true])
    const facts = await loadGroupFacts(teacher, at.assignmentId)
    expect(facts).toEqual({
      groups: 2,
      ungrouped: [alone.user.displayName],
      commonPosts: 1,
      groupPosts: 3,
    })
    expect(room.students).toHaveLength(5)
  })

  it("shows staff every group's thread, and lets them write in each", async () => {
    const { at, teacher, herons, kites, foreign, room, write, one } = await scene()
    await write(one, null, "Before")
    const first = await read(teacher, at)
    expect([first.group.key, first.group.name]).toEqual([herons, "Herons"])
    expect(first.group.choices).toEqual([
      { key: herons, name: "Herons", isPast: false },
      { key: kites, name: "Kites", isPast: false },
      { key: "common", name: null, isPast: true },
    ])
    expect(await bodies(teacher, at, { thread: kites })).toEqual(["<p>Kites first</p>"])
    // A link to a post leads to its thread, without saying which.
    expect((await read(teacher, at, { postId: foreign.publicId })).group.key).toBe(kites)
    const common = await read(teacher, at, { thread: "common" })
    expect([common.group.isPast, common.mayPost, common.thread?.counts.posts]).toEqual([true, false, 1])
    allowed(await answer(teacher, { ...at, thread: kites }, "A word to the Kites"))
    allowed(await reply(teacher, foreign.publicId))
    expectRefusal(await answer(teacher, { ...at, thread: "common" }), "conflict", "discussion.threadPast")
    expect(await bodies(teacher, at, { thread: kites })).toHaveLength(3)
    expect(await bodies(teacher, at, { thread: herons })).toHaveLength(2)
    const list = allowed(await loadDiscussion(teacher, { ...at, thread: kites }, now))
    expect([list.group.name, list.prompts[0]?.posts]).toEqual(["Kites", 3])
    const found = allowed(
      await searchDiscussion(teacher, { assignmentId: at.assignmentId, find: "first" }, now),
    )
    expect(found.posts.map(({ group }) => group).sort()).toEqual(["Herons", "Kites"])
    allowed(await hidePost(teacher, { postId: foreign.publicId, reason: "Off the point." }, now))
    const moderated = allowed(await loadModeration(teacher, at.assignmentId))
    expect(moderated.posts.map(({ group }) => group)).toEqual(["Kites"])
    const elsewhere = await makeGroup((await makeGroupedDiscussion()).room.class.id, "Owls")
    expectRefusal(
      await loadThread(teacher, threadInput.parse({ ...at, thread: elsewhere }), now),
      "missing",
      NO_THREAD,
    )
    expectRefusal(await answer(teacher, { ...at, thread: elsewhere }), "conflict", "discussion.otherGroupNow")
    expect(room.students).toHaveLength(5)
  })
})

const NO_THREAD = "discussion.noSuchThread"
const pathOf = (at: At, thread?: string, after = "0.0") =>
  `/api/assignments/${at.assignmentId}/prompts/${at.promptId}/events?${thread ? `thread=${thread}&` : ""}after=${after}`

describe("a student who is moved to another group", () => {
  it("reads the new one behind post-first, and the old one no more; what they wrote stays there", async () => {
    const { at, room, reader, teacher, one, mate, herons, kites, write } = await scene()
    const own = await write(one, herons, "Mine, in the Herons")
    const move = { classId: room.class.id, enrolmentId: one.enrolment.id, groupId: kites }
    allowed(await moveStudent(teacher, move, now))
    const view = await read(reader, at)
    expect([view.group.key, view.thread, view.mayPost]).toEqual([kites, null, true])
    // A page that stood open still says "Herons": nothing of it gets to the Kites unseen.
    expectRefusal(await answer(reader, { ...at, thread: herons }), "conflict", "discussion.otherGroupNow")
    expectRefusal(await loadNewPosts(reader, { ...at, thread: herons, after: 0 }, now), "missing", NO_THREAD)
    expectRefusal(
      await editPost(reader, { postId: own.publicId, body: "x" }, now),
      "missing",
      "discussion.noSuchPost",
    )
    allowed(await answer(reader, { ...at, thread: kites }, "Hello Kites"))
    expect(await bodies(reader, at)).toEqual(["<p>Kites first</p>", '<p dir="auto">Hello Kites</p>'])
    expect(await bodies(await viewerFor(mate.user), at)).toContain("<p>Mine, in the Herons</p>")
    expect(await bodies(teacher, at, { thread: herons })).toContain("<p>Mine, in the Herons</p>")
    const work = await loadGroupWork(teacher, room.class.id)
    expect(work.posts).toContainEqual({ enrolmentId: one.enrolment.id, posts: 1 })
    // Moved back, everything is there again.
    allowed(await moveStudent(teacher, { ...move, groupId: herons }, now))
    expect(await bodies(reader, at)).toContain("<p>Mine, in the Herons</p>")
  })

  it("hears not a byte more of the old thread, nor of the new one on the old page", async () => {
    const { at, room, teacher, one, mate, other, herons, kites } = await scene()
    const { cookie } = await signedIn(one.user)
    const stream = await server.hear(pathOf(at, herons, "2.0"), { cookie })
    await until(() => stream.heard.text !== "")
    allowed(await answer(await viewerFor(mate.user), at, "Still heard"))
    await until(() => seqsOf(stream.heard.text).includes(3))
    const before = stream.heard.text
    const move = { classId: room.class.id, enrolmentId: one.enrolment.id, groupId: kites }
    allowed(await moveStudent(teacher, move, now))
    allowed(await answer(await viewerFor(other.user), at, "In the Kites"))
    allowed(await answer(await viewerFor(mate.user), at, "Not heard any more"))
    await until(() => stream.heard.isOver)
    expect(stream.heard.text).toBe(before)
  })

  it("wakes only streams of their own thread, and a stream never tells of another group", async () => {
    const { at, one, mate, other, herons } = await scene()
    const { cookie } = await signedIn(one.user)
    const stream = await server.hear(pathOf(at, undefined, "2.0"), { cookie })
    await until(() => stream.heard.text !== "")
    for (let count = 0; count < 3; count += 1)
      allowed(await answer(await viewerFor(other.user), at, `Kites ${count}`))
    allowed(await answer(await viewerFor(mate.user), { ...at, thread: herons }, "Herons third"))
    await until(() => seqsOf(stream.heard.text).length > 0)
    expect(stream.heard.text).toBe('retry: 3000\n\nid: 3.0\ndata: {"seqs":[3],"changed":[]}\n\n')
  })
})

describe("turning groups on and off", () => {
  it("switches the threads that students read, and loses neither", async () => {
    const { at, reader, teacher, one, write, herons } = await scene()
    await holdInGroups(at.assignmentId, false)
    const view = await read(reader, at)
    expect([view.group.key, view.group.name, view.thread]).toEqual(["common", null, null])
    await write(one, null, "To everybody")
    expect(await bodies(reader, at)).toEqual(["<p>To everybody</p>"])
    expect((await read(teacher, at)).group.choices.map(({ key, isPast }) => [key, isPast])).toEqual([
      ["common", false],
      [herons, true],
      [expect.any(String), true],
    ])
    expectRefusal(await answer(teacher, { ...at, thread: herons }), "conflict", "discussion.threadPast")
    await holdInGroups(at.assignmentId, true)
    expect(await bodies(reader, at)).toEqual(["<p>Herons first</p>", "<p>Herons second</p>"])
    expect(await bodies(teacher, at, { thread: "common" })).toEqual(["<p>To everybody</p>"])
  })

  it("leaves the thread of a group that was removed to staff, and never makes it the class's", async () => {
    const { at, room, reader, teacher, herons } = await scene()
    allowed(await removeGroup(teacher, { classId: room.class.id, groupId: herons }, now))
    expect((await read(reader, at)).group.needsGroup).toBe(true)
    const past = await read(teacher, at, { thread: herons })
    expect([past.group.isPast, past.mayPost, past.thread?.counts.posts]).toEqual([true, false, 2])
    await holdInGroups(at.assignmentId, false)
    expect((await read(reader, at)).thread).toBeNull()
    await expect(database().group.delete({ where: { id: herons } })).rejects.toMatchObject({ code: "P2003" })
  })
})

describe("what is told of groups", () => {
  it("is told to teachers of the class, how much who wrote not to assistants, and nothing to others", async () => {
    const { at, room, reader, teacher } = await scene()
    const assistant = await makeViewer("assistant")
    await enrol(room.class.id, assistant.userId, "assistant")
    expect((await loadGroupWork(teacher, room.class.id)).posts).toHaveLength(3)
    const sealed = (postNames: "sealed" | "pseudonyms") =>
      database().assignment.update({ where: { id: at.assignmentId }, data: { postNames } })
    await sealed("sealed")
    expect((await loadGroupWork(teacher, room.class.id)).posts).toEqual([])
    await sealed("pseudonyms")
    const theirs = await loadGroupWork(assistant, room.class.id)
    expect([theirs.assignments.length, theirs.posts]).toEqual([1, []])
    for (const viewer of [reader, await makeViewer("teacher"), await makeViewer("administrator")]) {
      expect(await loadGroupWork(viewer, room.class.id)).toEqual({ assignments: [], posts: [] })
      expect(await loadGroupFacts(viewer, at.assignmentId)).toBeNull()
    }
    expect(await loadGroupFacts(assistant, at.assignmentId)).toBeNull()
  })
})
