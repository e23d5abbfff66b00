import { describe, expect, it, vi } from "vitest"
import { editPost } from "@/lib/discussion/server/edit-post"
import { loadCitablePosts } from "@/lib/discussion/server/load-citable-posts"
import { loadNotices } from "@/lib/discussion/server/load-notices"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { reportPost } from "@/lib/discussion/server/report-post"
import { database } from "@/lib/platform/database"
import type { User } from "@/lib/platform/generated/client"
import { newRandomId } from "@/lib/platform/ids"
import { sortGrid } from "@/lib/results/grid/sort-grid"
import { exportClass } from "@/lib/results/server/export-class"
import { exportStudent } from "@/lib/results/server/export-student"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
import { loadResults } from "@/lib/results/server/load-results"
import { loadStudentReport } from "@/lib/results/server/load-student-report"
import { useTestDatabase } from "../../support/database"
import { enrol, makeUser, viewerFor } from "../../support/factories"
import {
  makeAlias,
  makeDiscussion,
  makePost,
  makeStance,
  openText,
  type Student,
} from "../../support/factories-discussion"
import { useFrontServer } from "../../support/front-server"
import { heardBy } from "../../support/hear-acts"
import { everythingOf, type Looking } from "../../support/peer-eyes"
import { firstDifference, inTwoDatabases } from "../../support/two-databases"

useTestDatabase()
const server = useFrontServer()

// One moment for both databases: nothing that is compared may come from the clock.
const now = new Date()
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const dates = { opensAt: hours(-24), dueAt: hours(48), closesAt: hours(72) }
/** Not the factories' running names, which the comparison masks. */
const people = ["Amina", "Bilal", "Chand", "Dania"]
const birds = ["Grey Owl", "Blue Heron", "Red Kite", "Wood Lark"]
const beasts = ["Sea Otter", "Pine Marten", "Red Fox", "Blue Hare"]

type PostNames = "pseudonyms" | "sealed"
/** Who of the four bears which name, at the first question and at the second. */
type Orders = [first: readonly number[], second: readonly number[]]
const SAME = [0, 1, 2, 3]
const SWAPPED = [0, 2, 1, 3]

async function classroom(postNames: PostNames, orders: Orders) {
  const asked = { students: 4, prompts: ["One?", "Two?"], stanceStatement: "He is right." }
  const room = await makeDiscussion({ ...asked, assignment: { ...dates, postNames } })
  const { id: assignmentId } = room.assignment
  // Chance, and in the files: no id that the comparison would mask.
  await database().class.update({ where: { id: room.class.id }, data: { publicId: "c1a55e50" } })
  for (const [index, { user, enrolment }] of room.students.entries()) {
    await database().user.update({ where: { id: user.id }, data: { displayName: people[index] } })
    await openText(assignmentId, enrolment.id)
  }
  const bearers = orders.map((order) => order.map((at) => room.students[at]))
  for (const [question, bearing] of bearers.entries())
    for (const [index, person] of bearing.entries()) {
      const at = { assignmentId, promptId: room.prompts[question]?.id ?? "" }
      const name = (question === 0 ? birds : beasts)[index] ?? ""
      await makeAlias({ ...at, enrolmentId: person?.enrolment.id ?? "" }, name)
    }
  const [[reader, heron, kite, lark] = [], [, marten, fox] = []] = bearers
  const [one, two] = room.prompts
  if (!reader || !heron || !kite || !lark || !marten || !fox || !one || !two) throw new Error("no people")
  const assistant = await makeUser("assistant", { displayName: "The assistant" })
  await enrol(room.class.id, assistant.id, "assistant")
  await database().enrolment.updateMany({ data: { createdAt: now } })
  const at = { assignmentId, promptId: one.id }
  const second = { assignmentId, promptId: two.id }
  return { room, assistant, at, second, reader, heron, kite, lark, marten, fox }
}

type Scene = Awaited<ReturnType<typeof classroom>>
type At = { assignmentId: string; promptId: string }

const write = (at: At, who: Student, more: object = {}) =>
  makePost({ ...at, enrolmentId: who.enrolment.id }, { createdAt: now, ...more })

const lookingAt = (at: At, room: Scene["room"], posts: readonly string[]): Looking => ({
  ...at,
  posts,
  sentenceId: room.sentences[0]?.id ?? null,
  finds: ["point", "think", "thought"],
  now,
})

/** Both questions are answered, unequally: numbers beside names would tell. What happens next comes by the streams. */
async function discussed(scene: Scene) {
  const { room, at, second, reader, heron, kite, lark, marten, fox } = scene
  const asked = await write(at, reader)
  const first = await write(at, heron, { side: "agree", body: "A point." })
  const other = await write(at, kite, { body: "Another point." })
  await write(second, reader)
  const third = await write(second, marten, { body: "A thought." })
  await write(second, fox, { body: "Another thought." })
  await write(second, fox, { body: "I think twice." })
  await reportPost(await viewerFor(lark.user), { postId: first.publicId, reason: "rude" }, now)
  // The last step opens with a post: that it was taken says who wrote.
  const stance = { moment: "after_discussion" as const, position: 1, reason: null }
  await makeStance({ userId: heron.user.id, assignmentId: at.assignmentId }, stance)
  const said = { side: null, sentenceIds: [] }
  const author = await viewerFor(heron.user)
  const acts = [
    () =>
      viewerFor(heron.user).then((viewer) => {
        const words = { move: "claim" as const, body: "I think again.", clientKey: newRandomId() }
        return postAnswer(viewer, { ...at, ...said, ...words }, now)
      }),
    () => {
      const words = { move: "challenge" as const, body: "I think not.", clientKey: newRandomId() }
      return postReply(author, { parentId: other.publicId, sentenceIds: [], ...words }, now)
    },
    // An answer to the reader, who is told of it.
    () => {
      const words = { move: "support" as const, body: "I think so too.", clientKey: newRandomId() }
      return postReply(author, { parentId: asked.publicId, sentenceIds: [], ...words }, now)
    },
    () => editPost(author, { postId: first.publicId, body: "A better point." }, now),
    async () =>
      hidePost(await viewerFor(room.teacher), { postId: other.publicId, reason: "Off the point." }, now),
  ]
  return { acts, posts: [first, other, third].map(({ publicId }) => publicId) }
}

/** What staff get beyond a thread: the grid in its orders, each student over all assignments, each author, all files. */
async function staffPagesOf(user: User, { room, at }: Scene) {
  const viewer = await viewerFor(user)
  const results = await loadResults(viewer, at.assignmentId)
  if (!results.ok) throw new Error(results.refusal.code)
  const { grid } = results.value
  const orders = (["needs", "discuss", "reflect", "name"] as const).map((sort) =>
    sortGrid(grid.rows, { sort, direction: "up", locale: "en" }),
  )
  const seen: unknown[] = [grid.done, orders]
  const profile = await loadDiscussionProfile(viewer, at.assignmentId)
  if (!profile.ok) throw new Error(profile.refusal.code)
  for (const { author } of profile.value.profile.students) {
    const whole = await loadDiscussionProfile(viewer, at.assignmentId, author.key)
    seen.push(whole.ok && whole.value.profile)
  }
  for (const { enrolment } of room.students) {
    const asked = { classId: room.class.id, enrolmentId: enrolment.id, now }
    const one = await loadStudentReport(viewer, asked)
    seen.push(one.ok && one.value.report, await exportStudent(viewer, asked))
  }
  const files = await exportClass(viewer, room.class.id, now)
  if (files.ok) for await (const file of files.value.files) seen.push(file)
  return JSON.stringify(seen)
}

/** What is offered to cite, and the list of notices. */
async function toldOf(user: User, { assignmentId, promptId }: Looking): Promise<string> {
  const viewer = await viewerFor(user)
  const offered = await loadCitablePosts(viewer, { assignmentId, promptId, find: "" }, now)
  const notices = (await loadNotices(viewer)).map(({ at: _, ...notice }) => notice)
  return JSON.stringify([offered, notices])
}

type Seen = { kept: string; control: string }
const mark = "\n======\n"

async function compare(run: (variant: 0 | 1) => Promise<Seen>) {
  const runs = await inTwoDatabases(async (variant) => {
    const { kept, control } = await run(variant)
    return `${kept}${mark}${control}`
  })
  const [one, other] = runs.map((text) => text.split(mark))
  const part = (at: number): [string, string] => [one?.[at] ?? "", other?.[at] ?? ""]
  return { kept: part(0), control: part(1) }
}

/** Two people change places at the first question, at the second, or at both; staff look on. */
async function seenByStaff(
  postNames: PostNames,
  who: "teacher" | "assistant",
  variant: 0 | 1,
): Promise<Seen> {
  const scene = await classroom(postNames, variant ? [SWAPPED, SAME] : [SAME, SAME])
  const { room, assistant, at, second } = scene
  const { acts, posts } = await discussed(scene)
  const staff = who === "teacher" ? room.teacher : assistant
  const [heard] = await heardBy(server, [{ user: staff, at, after: "3.0", hears: "each" }], acts)
  const eyes = [at, second].map((place) => lookingAt(place, room, posts))
  const kept = [heard, await staffPagesOf(staff, scene)]
  for (const looking of eyes) kept.push(await everythingOf(staff, looking), await toldOf(staff, looking))
  const [bilal] = room.students.slice(1)
  const own = await everythingOf(bilal?.user ?? staff, lookingAt(at, room, posts))
  return { kept: kept.join("\n"), control: own }
}

/** Two people change places at the second question alone: does anything say that an owl and an otter are one? */
async function seenByPeer(variant: 0 | 1): Promise<Seen> {
  const scene = await classroom("pseudonyms", [SAME, variant ? SWAPPED : SAME])
  const { room, at, second, reader } = scene
  const { acts, posts } = await discussed(scene)
  const listeners = [
    { user: reader.user, at, after: "3.0", hears: "each" as const },
    { user: reader.user, at: second, after: "4.0", hears: "whatever comes" as const },
  ]
  const heard = await heardBy(server, listeners, acts)
  const kept = [...heard]
  for (const place of [at, second]) {
    const looking = lookingAt(place, room, posts)
    kept.push(await everythingOf(reader.user, looking), await toldOf(reader.user, looking))
  }
  return { kept: kept.join("\n"), control: await staffPagesOf(room.teacher, scene) }
}

// Two databases are made, and two times everything is looked at.
vi.setConfig({ testTimeout: 180_000 })

describe("who stands behind a pseudonym", () => {
  it.each([
    ["a teacher", "sealed", "teacher"],
    ["an assistant", "sealed", "assistant"],
    ["an assistant", "pseudonyms", "assistant"],
  ] as const)("is in no byte that %s gets where names are %s", async (_, postNames, who) => {
    const { kept, control } = await compare((variant) => seenByStaff(postNames, who, variant))
    expect(firstDifference(kept)).toBeNull()
    for (const text of ['"seqs":[4]', "Blue Heron", "Pine Marten", "A better point.", "Bilal"])
      expect([text, kept[0].includes(text)]).toEqual([text, true])
    expect(firstDifference(control)).not.toBeNull()
  })

  it("at one question is told by nothing at another, to a classmate", async () => {
    const { kept, control } = await compare(seenByPeer)
    expect(firstDifference(kept)).toBeNull()
    for (const text of ["Blue Heron", "Pine Marten", "I think twice."])
      expect([text, kept[0].includes(text)]).toEqual([text, true])
    for (const name of people.slice(1)) expect([name, kept[0].includes(name)]).toEqual([name, false])
    // The teacher, who sees names, would have found it.
    expect(firstDifference(control)).not.toBeNull()
  })
})
