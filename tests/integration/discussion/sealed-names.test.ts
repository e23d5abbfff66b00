import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { loadDiscussionFacts } from "@/lib/discussion/server/load-discussion-facts"
import { loadModeration } from "@/lib/discussion/server/load-moderation"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { openName } from "@/lib/discussion/server/open-name"
import { seeOpenedName } from "@/lib/discussion/server/see-opened-name"
import { loadHome } from "@/lib/lesson/server/load-home"
import { database } from "@/lib/platform/database"
import type { User } from "@/lib/platform/generated/client"
import { newRandomId } from "@/lib/platform/ids"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
import { saveDiscussionGrade } from "@/lib/results/server/save-discussion-grade"
import { useTestDatabase } from "../../support/database"
import { enrol, makeClass, makeUser, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"
import { allowed, expectRefusal } from "../people/expect-refusal"

useTestDatabase()

const now = () => new Date()

async function scene(postNames: "sealed" | "pseudonyms" = "sealed") {
  const room = await makeDiscussion({ students: 2, prompts: ["One?", "Two?"], assignment: { postNames } })
  const [maya, tom] = room.students
  const [one, two] = room.prompts
  if (!maya || !tom || !one || !two) throw new Error("no people")
  await database().user.update({ where: { id: maya.user.id }, data: { displayName: "Maya Lin" } })
  const assignmentId = room.assignment.id
  const at = { assignmentId, promptId: one.id }
  const write = (promptId: string, who: typeof maya, alias: string, body: string) =>
    makePost({ assignmentId, promptId, enrolmentId: who.enrolment.id }, { alias, body })
  const post = await write(one.id, maya, "Blue Heron", "I am not well.")
  await write(one.id, tom, "Red Kite", "He is right.")
  const elsewhere = await write(two.id, maya, "Sea Otter", "Another thought.")
  const teacher = await viewerFor(room.teacher)
  const staff = async (role: "teacher" | "assistant") => {
    const user = await makeUser(role)
    await enrol(room.class.id, user.id, role)
    return user
  }
  return { room, maya, tom, at, second: { assignmentId, promptId: two.id }, post, elsewhere, teacher, staff }
}

type At = { assignmentId: string; promptId: string }

const threadOf = async (viewer: Viewer, at: At) =>
  allowed(await loadThread(viewer, threadInput.parse(at), now()))

const namesIn = async (viewer: Viewer, at: At) =>
  (await threadOf(viewer, at)).thread?.window.posts.map(({ author }) => [author?.name, author?.alias])

const open = (viewer: Viewer, postId: string, reason = "I am worried about you.") =>
  openName(viewer, { postId, reason }, now())

const openings = () => database().nameReveal.count()

describe("a class whose pseudonyms hide names from staff too", () => {
  it("shows a teacher and an assistant pseudonyms and nothing else, another one at each question", async () => {
    const { room, at, second, teacher, staff, maya } = await scene()
    const assistant = await viewerFor(await staff("assistant"))
    for (const viewer of [teacher, assistant]) {
      expect(await namesIn(viewer, at)).toEqual([
        ["Blue Heron", null],
        ["Red Kite", null],
      ])
      expect(await namesIn(viewer, second)).toEqual([["Sea Otter", null]])
      expect(await loadDiscussionFacts(viewer, room.assignment.id)).toEqual([])
    }
    expect((await threadOf(teacher, at)).mayOpenNames).toBe(true)
    expect((await threadOf(assistant, at)).mayOpenNames).toBe(false)
    const { profile, grid, grading } = allowed(await loadDiscussionProfile(teacher, room.assignment.id))
    expect(profile.students.map(({ author }) => [author.name, author.alias])).toEqual([
      [null, "Blue Heron"],
      [null, "Red Kite"],
      [null, "Sea Otter"],
    ])
    expect(grading).toBeNull()
    // Beside names nothing of writing; of the class, how many.
    expect(grid.done.discuss).toBe(2)
    expect(grid.rows.map(({ student, done }) => [student.posts, done.discuss])).toEqual([
      [0, false],
      [0, false],
    ])
    expect(JSON.stringify(profile)).not.toContain(maya.enrolment.id)
  })

  it("grades nobody, and does not say by that whether they wrote", async () => {
    const { room, teacher, maya } = await scene()
    const silent = await enrol(room.class.id, (await makeUser("student")).id)
    for (const enrolmentId of [maya.enrolment.id, silent.id]) {
      const grade = { levels: {}, comment: "", rubricNumber: 0, basedOn: null }
      const given = { assignmentId: room.assignment.id, enrolmentId, ...grade }
      expectRefusal(await saveDiscussionGrade(teacher, given), "conflict", "results.sealedNotGraded")
    }
  })
})

describe("opening a name", () => {
  it("shows it to every teacher of the class at that question, and to nobody else", async () => {
    const { at, second, post, teacher, staff, maya, tom } = await scene()
    const other = await viewerFor(await staff("teacher"))
    const assistant = await viewerFor(await staff("assistant"))
    expect((await open(teacher, post.publicId)).ok).toBe(true)
    for (const viewer of [teacher, other]) {
      expect(await namesIn(viewer, at)).toEqual([
        ["Maya Lin", "Blue Heron"],
        ["Red Kite", null],
      ])
      expect(await namesIn(viewer, second)).toEqual([["Sea Otter", null]])
      const { profile } = allowed(await loadDiscussionProfile(viewer, at.assignmentId))
      expect(profile.students.map(({ author }) => author.name)).toContain("Maya Lin")
    }
    for (const viewer of [assistant, await viewerFor(tom.user), await viewerFor(maya.user)])
      expect(await namesIn(viewer, at)).toEqual([
        ["Blue Heron", null],
        ["Red Kite", null],
      ])
    expect(JSON.stringify(await loadDiscussionProfile(assistant, at.assignmentId))).not.toMatch(
      /"name":"Maya Lin"/,
    )
    await hidePost(teacher, { postId: post.publicId, reason: "For now." }, now())
    expect(allowed(await loadModeration(teacher, at.assignmentId)).posts[0]?.author.name).toBe("Maya Lin")
    expect(allowed(await loadModeration(assistant, at.assignmentId)).posts[0]?.author.name).toBe("Blue Heron")
  })

  it("is kept once with its first reason, and as an event of ids", async () => {
    const { room, post, teacher, staff } = await scene()
    const other = await viewerFor(await staff("teacher"))
    const many = await Promise.all([1, 2, 3].map(() => open(teacher, post.publicId)))
    expect(many.every(({ ok }) => ok)).toBe(true)
    expect((await open(other, post.publicId, "Another reason.")).ok).toBe(true)
    const { id: assignmentId } = room.assignment
    const kept = await database().nameReveal.findMany({ where: { alias: { assignmentId } } })
    expect(kept).toMatchObject([{ reason: "I am worried about you.", revealedById: room.teacher.id }])
    const events = await database().event.findMany({ where: { kind: "name.opened", assignmentId } })
    expect(events).toMatchObject([
      {
        actorId: room.teacher.id,
        classId: room.class.id,
        assignmentId: room.assignment.id,
        subjectId: kept[0]?.id,
        data: {},
      },
    ])
  })

  it("is told to the student on their home until they have read it, and in the thread from then on", async () => {
    const { room, at, second, post, teacher, maya, tom } = await scene()
    await open(teacher, post.publicId)
    const student = await viewerFor(maya.user)
    const said = { reason: "I am worried about you.", position: 1, isHere: true, ...at }
    const [told] = (await loadHome(student, now())).openedNames
    expect(told).toMatchObject(said)
    expect((await loadHome(await viewerFor(tom.user), now())).openedNames).toEqual([])
    expect((await threadOf(student, at)).opened).toMatchObject({ reason: "I am worried about you." })
    expect((await threadOf(student, second)).opened).toBeNull()
    expect((await threadOf(await viewerFor(tom.user), at)).opened).toBeNull()
    const revealId = told?.id ?? ""
    for (const stranger of [tom.user, room.teacher])
      expectRefusal(
        await seeOpenedName(await viewerFor(stranger), { revealId }, now()),
        "missing",
        "discussion.noSuchOpening",
      )
    expect((await loadHome(student, now())).openedNames).toHaveLength(1)
    for (const _ of ["once", "and again"])
      expect((await seeOpenedName(student, { revealId }, now())).ok).toBe(true)
    expect((await loadHome(student, now())).openedNames).toEqual([])
    expect((await threadOf(student, at)).opened).toMatchObject({ reason: "I am worried about you." })
  })

  it("is told even where the assignment was put away, without a way to its thread", async () => {
    const { room, post, teacher, maya } = await scene()
    await open(teacher, post.publicId)
    await database().assignment.update({ where: { id: room.assignment.id }, data: { archivedAt: now() } })
    const home = await loadHome(await viewerFor(maya.user), now())
    expect(home.openedNames).toMatchObject([{ isHere: false }])
  })
})

describe("forbidden: opening a name", () => {
  const refused = async (user: User, postId: string, code: string) => {
    const outcome = await open(await viewerFor(user), postId)
    expect(outcome).toMatchObject({ ok: false, refusal: { code: `discussion.${code}` } })
    expect(await openings()).toBe(0)
  }

  it("to assistants, students, teachers of another class and a teacher who was removed", async () => {
    const { room, post, staff, tom, maya } = await scene()
    await database().nameReveal.deleteMany()
    await refused(await staff("assistant"), post.publicId, "mayNotOpenName")
    for (const student of [tom, maya]) await refused(student.user, post.publicId, "noSuchPost")
    const colleague = await makeUser("teacher")
    await makeClass(colleague.id)
    await refused(colleague, post.publicId, "noSuchPost")
    const removed = await staff("teacher")
    await database().enrolment.updateMany({ where: { userId: removed.id }, data: { leftAt: now() } })
    await refused(removed, post.publicId, "noSuchPost")
    // A student of the school is no teacher by an enrolment row.
    const forger = await makeUser("student")
    await enrol(room.class.id, forger.id, "teacher")
    await refused(forger, post.publicId, "noSuchPost")
    await refused(room.teacher, newRandomId(), "noSuchPost")
  })

  it("without a reason, of staff, and where names are not sealed", async () => {
    const { room, at, post, teacher } = await scene()
    await database().nameReveal.deleteMany()
    expectRefusal(await open(teacher, post.publicId, " \u200b"), "invalid", "discussion.whyEmpty")
    const own = await database().enrolment.findFirstOrThrow({ where: { userId: room.teacher.id } })
    const teachers = await makePost({ ...at, enrolmentId: own.id })
    await refused(room.teacher, teachers.publicId, "nameNotSealed")
    const plain = await scene("pseudonyms")
    await refused(plain.room.teacher, plain.post.publicId, "nameNotSealed")
  })
})
