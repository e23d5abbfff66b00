import { describe, expect, it, vi } from "vitest"
import { appealAct } from "@/lib/discussion/server/appeal-act"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { loadStanceStep } from "@/lib/discussion/server/load-stance-step"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { reportPost } from "@/lib/discussion/server/report-post"
import { saveStance } from "@/lib/discussion/server/save-stance"
import { takeWorry } from "@/lib/discussion/server/take-worry"
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
import { useFrontServer } from "../../support/front-server"
import { type Act, heardBy, type Waits } from "../../support/hear-acts"
import { everythingOf, type Looking } from "../../support/peer-eyes"
import { firstDifference, inTwoDatabases } from "../../support/two-databases"

useTestDatabase()
const server = useFrontServer()

// One moment for both databases: nothing that is compared may come from the clock.
const now = new Date()
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const dates = { opensAt: hours(-24), dueAt: hours(48), closesAt: hours(72) }

const birds = ["Grey Owl", "Blue Heron", "Red Kite", "Wood Lark"]
/** What they are called at the second question. */
const beasts = ["Sea Otter", "Pine Marten", "Red Fox", "Blue Hare"]
/** Not the factories' running names, which the comparison masks. */
const names = ["Amina", "Bilal", "Chand", "Dania"]

/** Four students with pseudonyms of their own; `order` says who of them gets which. The first is the reader. */
async function classroom(order: readonly number[] = [0, 1, 2, 3]) {
  const prompts = ["One?", "Two?"]
  const room = await makeDiscussion({
    students: 4,
    prompts,
    stanceStatement: "He is right.",
    assignment: dates,
  })
  const people = order.map((at) => room.students[at])
  const [reader, heron, kite, lark] = people
  const [prompt, second] = room.prompts
  if (!reader || !heron || !kite || !lark || !prompt || !second) throw new Error("no people")
  const assignmentId = room.assignment.id
  for (const [index, { user }] of room.students.entries()) {
    await database().user.update({ where: { id: user.id }, data: { displayName: names[index] } })
    await openText(assignmentId, room.students[index]?.enrolment.id ?? "")
  }
  for (const [index, person] of people.entries())
    await nameTwice(assignmentId, room.prompts, { person, index })
  const at = { assignmentId, promptId: prompt.id }
  const looking: Looking = {
    ...at,
    posts: [],
    sentenceId: room.sentences[0]?.id ?? null,
    finds: ["aardvark", "zebra", "point", "think"],
    now,
  }
  return { room, at, second: { assignmentId, promptId: second.id }, looking, reader, heron, kite, lark }
}

async function nameTwice(
  assignmentId: string,
  prompts: readonly { id: string }[],
  { person, index }: { person: Student | undefined; index: number },
): Promise<void> {
  for (const [at, prompt] of prompts.entries())
    await makeAlias(
      { assignmentId, promptId: prompt.id, enrolmentId: person?.enrolment.id ?? "" },
      (at === 0 ? birds : beasts)[index] ?? "",
    )
}

type At = { assignmentId: string; promptId: string }
const write = (at: At, who: Student, more: object = {}) =>
  makePost({ ...at, enrolmentId: who.enrolment.id }, { createdAt: now, ...more })

const answer = async (at: At, who: Student, body: string) => {
  const said = { move: "claim" as const, side: null, body, sentenceIds: [] }
  return postAnswer(await viewerFor(who.user), { ...at, ...said, clientKey: newRandomId() }, now)
}
const reply = async (parentId: string, who: Student, body: string) => {
  const said = { move: "challenge" as const, body, sentenceIds: [] }
  return postReply(await viewerFor(who.user), { parentId, ...said, clientKey: newRandomId() }, now)
}

type Seen = { peers: string; control: string }

/** What two databases showed to peers, and to a control reader who may know the secret. */
async function compare(run: (variant: 0 | 1) => Promise<Seen>) {
  const mark = "\n======\n"
  const runs = await inTwoDatabases(async (variant) => {
    const { peers, control } = await run(variant)
    return `${peers}${mark}${control}`
  })
  const [one, other] = runs.map((text) => text.split(mark))
  return {
    peers: [one?.[0] ?? "", other?.[0] ?? ""] as [string, string],
    control: [one?.[1] ?? "", other?.[1] ?? ""] as [string, string],
  }
}

async function swappedAuthors(variant: 0 | 1): Promise<Seen> {
  const { room, at, looking, reader, heron, kite } = await classroom(variant ? [0, 2, 1, 3] : undefined)
  await write(at, reader)
  const first = await write(at, heron, { side: "agree", body: "A point." })
  const second = await write(at, kite, { body: "Another point." })
  const [author, teacher] = [await viewerFor(heron.user), await viewerFor(room.teacher)]
  const [bilal] = room.students.slice(1)
  const listeners = [
    { user: reader.user, at, after: "3.0", hears: "each" as const },
    { user: bilal?.user ?? reader.user, at, after: "3.0", hears: "the last" as const },
  ]
  const [heard, own] = await heardBy(server, listeners, [
    () => answer(at, heron, "I think again."),
    () => reply(second.publicId, heron, "I think not."),
    () => editPost(author, { postId: first.publicId, body: "A better point." }, now),
    () => hidePost(teacher, { postId: second.publicId, reason: "Off the point." }, now),
  ])
  const at2 = { ...looking, posts: [first.publicId, second.publicId] }
  const peers = `${heard}${await everythingOf(reader.user, at2)}`
  return { peers, control: `${own}\n------\n${await everythingOf(room.teacher, at2)}` }
}

async function hiddenWords(variant: 0 | 1): Promise<Seen> {
  const { room, at, looking, reader, heron, lark } = await classroom()
  const words = variant ? "zebra zebra *zebra* and [more](https://zebra.test) of it" : "aardvark"
  const sentence = room.sentences[variant]
  const cites = [{ sentenceId: sentence?.id ?? "", revisionId: room.lesson.revisionId, quote: words }]
  await write(at, reader)
  const hidden = await write(at, heron, { body: "A point.", cites, side: variant ? "agree" : null })
  const taken = await write(at, heron, { body: words, cites })
  const edited = await write(at, heron, { body: words })
  await write(at, reader, { parentId: hidden.id, body: "I think not." })
  await write(at, lark, { body: "I wait." })
  const [author, teacher] = [await viewerFor(heron.user), await viewerFor(room.teacher)]
  const about = { postId: edited.publicId }
  if (variant) await reportPost(await viewerFor(lark.user), { ...about, kind: "worried", reason: words }, now)
  const listener = { user: reader.user, at, after: "6.0", hears: "each" as const }
  const [heard] = await heardBy(
    server,
    [listener],
    [
      () => editPost(author, { postId: hidden.publicId, body: words }, now),
      () =>
        hidePost(
          teacher,
          { postId: hidden.publicId, reason: words, rule: variant ? "unkind" : "norm:1" },
          now,
        ),
      () => takeBackPost(author, { postId: taken.publicId }, now),
      () => editPost(author, { ...about, body: "What stands now, to the point." }, now),
    ],
  )
  // The author of the hidden post asks for a second look in one of them, and a teacher takes the worry up.
  if (variant) {
    expect((await appealAct(author, { postId: hidden.publicId, words }, now)).ok).toBe(true)
    expect((await takeWorry(teacher, about, now)).ok).toBe(true)
  }
  const at2 = { ...looking, posts: [hidden, taken, edited].map((post) => post.publicId) }
  const peers = `${heard}${await everythingOf(reader.user, at2)}`
  return { peers, control: await everythingOf(room.teacher, at2) }
}

/** In one database nobody has answered the first question, in the other three have. The reader has answered the second. */
async function gatedPosts(variant: 0 | 1): Promise<Seen> {
  const { room, at, second, looking, reader, heron, kite, lark } = await classroom()
  // Lark took back their only answer, which was the first there was.
  const larks = await write(at, lark)
  await takeBackPost(await viewerFor(lark.user), { postId: larks.publicId }, now)
  await write(second, reader)
  await write(second, kite)
  const posts: string[] = []
  const busy: Act[] = [
    async () => {
      const first = await write(at, heron, { body: "aardvark" })
      const other = await write(at, kite, { body: "A point.", side: "disagree" })
      posts.push(first.publicId, other.publicId)
      return reply(first.publicId, kite, "I think not, zebra.")
    },
    () => answer(at, heron, "I think again."),
    async () => editPost(await viewerFor(heron.user), { postId: posts[0] ?? "", body: "zebra" }, now),
    async () => hidePost(await viewerFor(room.teacher), { postId: posts[1] ?? "", reason: "zebra" }, now),
  ]
  const hears: Waits = variant ? "the first" : "whatever comes"
  const control = { user: room.teacher, at, after: "1.0", hears }
  const shut = [reader, lark].map(({ user }) => ({
    user,
    at,
    after: "0.0",
    hears: "whatever comes" as const,
  }))
  const open = { user: reader.user, at: second, after: "2.0", hears: "the last" as const }
  const [teachers, ...heard] = await heardBy(
    server,
    [control, ...shut, open],
    variant ? [...busy, () => heardSecond(second, kite)] : [() => heardSecond(second, kite)],
  )
  if (!variant) posts.push(newRandomId(), newRandomId())
  const at2 = { ...looking, posts }
  const peers = [...heard, await everythingOf(reader.user, at2), await everythingOf(lark.user, at2)].join(
    "\n",
  )
  return { peers, control: `${teachers}\n------\n${await everythingOf(room.teacher, at2)}` }
}

const heardSecond = (at: At, who: Student) => answer(at, who, "Something else, to the point.")

async function othersStances(variant: 0 | 1): Promise<Seen> {
  const { room, at, looking, reader, heron } = await classroom()
  const { assignmentId } = at
  const viewer = await viewerFor(heron.user)
  const position = variant ? -2 : 2
  const said = { declined: false as const, confidence: 2, reason: variant ? "zebra" : "" }
  await write(at, reader)
  await database().readingProgress.deleteMany({ where: { enrolmentId: heron.enrolment.id } })
  const take = (moment: "before_reading" | "after_reading" | "after_discussion") =>
    saveStance(viewer, { assignmentId, moment, position, ...said }, now)
  expect((await take("before_reading")).ok).toBe(true)
  await openText(assignmentId, heron.enrolment.id)
  expect((await take("after_reading")).ok).toBe(true)
  const herons = await write(at, heron, { side: "agree" })
  const listeners = [reader.user, room.teacher].map((user) => ({
    user,
    at,
    after: "2.0",
    hears: "each" as const,
  }))
  const heard = await heardBy(server, listeners, [
    async () => {
      expect((await take("after_discussion")).ok).toBe(true)
      return takeBackPost(viewer, { postId: herons.publicId }, now)
    },
    () => putBackPost(viewer, { postId: herons.publicId }, now),
  ])
  const at2 = { ...looking, posts: [herons.publicId] }
  const peers = [...heard, await everythingOf(reader.user, at2), await everythingOf(room.teacher, at2)]
  const moment = "after_discussion" as const
  const own = await loadStanceStep(viewer, { assignmentId, moment, changing: true }, now)
  return { peers: peers.join("\n"), control: JSON.stringify(own) }
}

/** A control reader's streams, and their pages: both would show the secret. */
const partsOf = (control: [string, string]) =>
  [0, 1].map((part) => control.map((text) => text.split("\n------\n")[part] ?? ""))

// Two databases are made, and two times everything is looked at.
vi.setConfig({ testTimeout: 120_000 })

describe("two databases that differ in a secret", () => {
  it("who wrote which post: streams, pages, searches, exports and refusals of a classmate are the same bytes", async () => {
    const { peers, control } = await compare(swappedAuthors)
    expect(firstDifference(peers)).toBeNull()
    for (const text of ['"seqs":[4]', '"changed":[2]', "Blue Heron", "A better point.", "<article", "403"])
      expect([text, peers[0].includes(text)]).toEqual([text, true])
    for (const name of names.slice(1)) expect([name, peers[0].includes(name)]).toEqual([name, false])
    // An author's own stream leaves their posts out, and the teacher sees names: both would have been found.
    const [streams, pages] = partsOf(control)
    expect(streams?.[0] === streams?.[1]).toBe(false)
    expect(pages?.[0] === pages?.[1]).toBe(false)
  })

  it("words that were hidden, taken back or changed, why they were, and who reported", async () => {
    const { peers, control } = await compare(hiddenWords)
    expect(firstDifference(peers)).toBeNull()
    for (const text of [
      '"changed":[2]',
      '"changed":[3]',
      '"changed":[4]',
      "What stands now",
      "hidden by a teacher",
    ])
      expect([text, peers[0].includes(text)]).toEqual([text, true])
    expect(firstDifference(control)).not.toBeNull()
    expect(control[1].includes("zebra")).toBe(true)
  })

  it("posts behind post-first, for whoever has not answered and whoever took their answer back", async () => {
    const { peers, control } = await compare(gatedPosts)
    expect(firstDifference(peers)).toBeNull()
    expect(peers[0].includes('"seqs":[3]')).toBe(true)
    expect(peers[0].match(/404 .*noSuchThread/g)?.length).toBeGreaterThanOrEqual(2)
    const [streams, pages] = partsOf(control)
    expect(streams?.[0] === streams?.[1]).toBe(false)
    expect(pages?.[0] === pages?.[1]).toBe(false)
  })

  it("where somebody stands, for classmates and for the teacher", async () => {
    const { peers, control } = await compare(othersStances)
    expect(firstDifference(peers)).toBeNull()
    expect(peers[0].includes('"changed":[2]')).toBe(true)
    expect(firstDifference(control)).not.toBeNull()
  })
})
