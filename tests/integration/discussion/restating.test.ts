import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { postReplyInput, threadInput } from "@/lib/discussion/input"
import type { RestatingAnswer, Ruling } from "@/lib/discussion/restating/wordings"
import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { hearThread } from "@/lib/discussion/server/hear-thread"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { postReply } from "@/lib/discussion/server/post-reply"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { settleRestatement } from "@/lib/discussion/server/settle-restatement"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { enrol, makeUser, makeViewer, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"
import { changedMeanwhile } from "../../support/meanwhile"

useTestDatabase()

const now = () => new Date()
const minutesFromNow = (count: number) => new Date(Date.now() + count * 60_000)

type Decided = { ok: true } | { ok: false; refusal: { kind: string; code: string } }
const codeOf = (decision: Decided) =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code.replace("discussion.", "")}`

/** `author` has posted, `writer` and `reader` have too; a fourth student has not. */
async function scene({ requires = false } = {}) {
  const room = await makeDiscussion({ students: 4 })
  const [author, writer, reader, gated] = room.students
  const [prompt] = room.prompts
  if (!author || !writer || !reader || !gated || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const post = (who: typeof author, alias: string, body: string) =>
    makePost({ ...at, enrolmentId: who.enrolment.id }, { alias, body })
  const mine = await post(author, "Blue Heron", "He only went for the wheat.")
  const theirs = await post(writer, "Red Kite", "No, the timing says all.")
  await post(reader, "Grey Owl", "I am not sure.")
  if (requires)
    await database().discussionRules.create({
      data: { assignmentId: at.assignmentId, requiresRestatement: true },
    })
  const assistant = await makeUser("assistant")
  await enrol(room.class.id, assistant.id, "assistant")
  return {
    room,
    at,
    mine,
    theirs,
    author: await viewerFor(author.user),
    writer: await viewerFor(writer.user),
    reader: await viewerFor(reader.user),
    gated: await viewerFor(gated.user),
    teacher: await viewerFor(room.teacher),
    assistant: await viewerFor(assistant),
  }
}

type Scene = Awaited<ReturnType<typeof scene>>

const reply = (parentId: string, more: object = {}) =>
  postReplyInput.parse({
    parentId,
    clientKey: newRandomId(),
    move: "challenge",
    body: "But then why that day?",
    ...more,
  })

async function challenge({ writer, mine }: Scene, restatement = "You say *trade* was the reason.") {
  const kept = await postReply(writer, reply(mine.publicId, { restatement }), now())
  if (!kept.ok) throw new Error(kept.refusal.code)
  return kept.value.id
}

async function seen(viewer: Viewer, at: Scene["at"], time = now()) {
  const view = await loadThread(viewer, threadInput.parse(at), time)
  if (!view.ok || !view.value.thread) throw new Error("the thread is shut")
  return view.value.thread
}
const restatingIn = async (viewer: Viewer, at: Scene["at"], id: string) =>
  (await seen(viewer, at)).window.posts.find((post) => post.id === id)?.restating

const answer = (who: Viewer, postId: string, given: RestatingAnswer | string, number = 1, time = now()) =>
  answerRestatement(
    who,
    given === "yes"
      ? { postId, number, answer: "yes", meant: "" }
      : { postId, number, answer: "not_quite", meant: given },
    time,
  )
const reword = (who: Viewer, postId: string, words: string, number = 1, time = now()) =>
  rewordRestatement(who, { postId, number, words }, time)
const settle = (who: Viewer, postId: string, ruling: Ruling, number = 1, time = now()) =>
  settleRestatement(who, { postId, number, ruling }, time)

const events = async (assignmentId: string) =>
  (await database().event.findMany({ where: { assignmentId }, orderBy: { id: "asc" } }))
    .filter(({ kind }) => kind.startsWith("restatement."))
    .map(({ kind, actorId, data }) => ({ kind, actorId, data }))

const wordingsIn = (assignmentId: string) =>
  database().restatement.findMany({
    where: { post: { thread: { assignmentId } } },
    orderBy: { number: "asc" },
  })

describe("a challenge that restates", () => {
  it("keeps the other's view apart from its body, asks its author alone, and is found by them", async () => {
    const it = await scene()
    const id = await challenge(it)
    const post = (await seen(it.reader, it.at)).window.posts.find((one) => one.id === id)
    expect(post?.html).toBe('<p dir="auto">But then why that day?</p>')
    expect(post?.restating).toMatchObject({
      rounds: [
        { number: 1, state: "waiting", html: '<p dir="auto">You say <em>trade</em> was the reason.</p>' },
      ],
      ofYou: false,
      asksYou: false,
      reword: null,
      maySettle: false,
    })
    expect(await restatingIn(it.author, it.at, id)).toMatchObject({
      ofYou: true,
      asksYou: true,
      reword: null,
    })
    expect(await restatingIn(it.writer, it.at, id)).toMatchObject({
      asksYou: false,
      reword: { words: "You say *trade* was the reason." },
    })
    expect((await seen(it.author, it.at)).askedOfYou).toEqual([id])
    for (const other of [it.reader, it.writer, it.teacher])
      expect((await seen(other, it.at)).askedOfYou).toEqual([])
    expect(await events(it.at.assignmentId)).toEqual([
      { kind: "restatement.made", actorId: null, data: { seq: 4, parentSeq: 1 } },
    ])
  })

  it("is kept once for one key, with one restatement", async () => {
    const it = await scene()
    const input = reply(it.mine.publicId, { restatement: "You say trade." })
    const kept = await Promise.all([1, 2, 3, 4].map(() => postReply(it.writer, input, now())))
    expect(new Set(kept.map((one) => (one.ok ? one.value.id : "no"))).size).toBe(1)
    expect(await wordingsIn(it.at.assignmentId)).toHaveLength(1)
    expect(await events(it.at.assignmentId)).toHaveLength(1)
  })

  it("is refused without it where the teacher requires it, with the field, and nothing else is", async () => {
    const it = await scene({ requires: true })
    const refused = await postReply(it.writer, reply(it.mine.publicId), now())
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", code: "discussion.restatementMissing", field: "restatement" },
    })
    const blank = { restatement: " \u200b\u2063 " }
    expect(codeOf(await postReply(it.writer, reply(it.mine.publicId, blank), now()))).toBe(
      "invalid restatementMissing",
    )
    expect(codeOf(await postReply(it.teacher, reply(it.mine.publicId), now()))).toBe(
      "invalid restatementMissing",
    )
    expect(codeOf(await postReply(it.writer, reply(it.mine.publicId, { move: "support" }), now()))).toBe("ok")
    expect(codeOf(await postReply(it.author, reply(it.mine.publicId), now()))).toBe("ok")
    await challenge(it)
    expect((await seen(it.writer, it.at)).counts.posts).toBe(6)
  })

  it("is no restatement of one's own post, and no other move opens with one", async () => {
    const it = await scene()
    const words = { restatement: "I say trade." }
    expect(codeOf(await postReply(it.author, reply(it.mine.publicId, words), now()))).toBe(
      "invalid restatesOwn",
    )
    expect(codeOf(await postReply(it.author, reply(it.mine.publicId, { move: "restate" }), now()))).toBe(
      "invalid restatesOwn",
    )
    expect(
      codeOf(await postReply(it.writer, reply(it.mine.publicId, { ...words, move: "support" }), now())),
    ).toBe("invalid restatementNotHere")
    const long = { restatement: "x".repeat(5001) }
    expect(codeOf(await postReply(it.writer, reply(it.mine.publicId, long), now()))).toBe(
      "invalid restatementTooLong",
    )
  })

  it("of a post that is gone is refused, and keeps nothing", async () => {
    const it = await scene()
    for (const state of ["deleted", "hidden"] as const) {
      await database().post.update({ where: { id: it.mine.id }, data: { state } })
      for (const move of ["challenge", "restate"])
        expect(
          codeOf(
            await postReply(
              it.writer,
              reply(it.mine.publicId, {
                move,
                restatement: move === "restate" ? undefined : "You say trade.",
              }),
              now(),
            ),
          ),
        ).toBe("conflict parentGone")
    }
    expect(await wordingsIn(it.at.assignmentId)).toEqual([])
  })

  it("can be a reply of its own, whose words are the restatement", async () => {
    const it = await scene({ requires: true })
    const kept = await postReply(
      it.writer,
      reply(it.mine.publicId, { move: "restate", body: "Wheat came first." }),
      now(),
    )
    const id = kept.ok ? kept.value.id : ""
    expect((await restatingIn(it.author, it.at, id))?.rounds[0].html).toBe(
      '<p dir="auto">Wheat came first.</p>',
    )
    expect(
      codeOf(await editPost(it.writer, { postId: id, body: "Wheat came before all else." }, now())),
    ).toBe("ok")
    const post = (await seen(it.reader, it.at)).window.posts.find((one) => one.id === id)
    expect(post).toMatchObject({
      html: '<p dir="auto">Wheat came before all else.</p>',
      isEdited: true,
      restating: { rounds: [{ number: 2, html: '<p dir="auto">Wheat came before all else.</p>' }] },
    })
    expect(JSON.stringify(post)).not.toContain("came first")
    await answer(it.author, id, "yes", 2)
    expect(codeOf(await editPost(it.writer, { postId: id, body: "Other." }, now()))).toBe(
      "conflict restatingOver",
    )
  })
})

describe("editing a challenge that restates", () => {
  it("changes its own words, and neither what it restates nor that it does", async () => {
    const it = await scene()
    const id = await challenge(it)
    const argument = { move: "support" as const, side: null, sentenceIds: [] }
    const edit = { postId: id, body: "But why then, of all days?" }
    expect(codeOf(await editPost(it.writer, { ...edit, argument }, now()))).toBe("invalid moveNotHere")
    expect(codeOf(await editPost(it.writer, edit, now()))).toBe("ok")
    const post = (await seen(it.reader, it.at)).window.posts.find((one) => one.id === id)
    expect(post).toMatchObject({
      move: "challenge",
      html: '<p dir="auto">But why then, of all days?</p>',
      restating: { rounds: [{ number: 1, state: "waiting" }], wasEdited: false },
    })
  })

  it("keeps what was put otherwise for its writer and the staff alone, beside the body's earlier words", async () => {
    const it = await scene()
    const id = await challenge(it)
    await editPost(it.writer, { postId: id, body: "Other words." }, now())
    await reword(it.writer, id, "You say bread.")
    for (const who of [it.writer, it.teacher, it.assistant]) {
      const former = await loadPostHistory(who, { postId: id })
      expect(former.ok && former.value.map(({ body, isRestatement }) => [body, isRestatement])).toEqual([
        ["But then why that day?", false],
        ["You say *trade* was the reason.", true],
      ])
    }
    expect((await loadPostHistory(it.author, { postId: id })).ok).toBe(false)
  })
})

describe("the author's answer", () => {
  it("is shown as confirmed to everybody, once, and asks no more", async () => {
    const it = await scene()
    const id = await challenge(it)
    for (let press = 0; press < 3; press += 1) expect(codeOf(await answer(it.author, id, "yes"))).toBe("ok")
    for (const viewer of [it.author, it.writer, it.reader, it.teacher, it.assistant])
      expect(await restatingIn(viewer, it.at, id)).toMatchObject({
        rounds: [{ state: "confirmed", meantHtml: null }],
        asksYou: false,
        reword: null,
        maySettle: false,
      })
    expect((await seen(it.author, it.at)).askedOfYou).toEqual([])
    expect(codeOf(await answer(it.author, id, "No, wheat."))).toBe("conflict answeredAlready")
    expect(codeOf(await reword(it.writer, id, "Other words."))).toBe("conflict restatingOver")
    expect(codeOf(await settle(it.teacher, id, "unfair"))).toBe("conflict nothingToSettle")
    expect(await events(it.at.assignmentId)).toEqual([
      { kind: "restatement.made", actorId: null, data: { seq: 4, parentSeq: 1 } },
      { kind: "restatement.answered", actorId: null, data: { seq: 4, parentSeq: 1 } },
    ])
  })

  it("may be not quite, with what was meant; a new round asks again, and the old one stays to be read", async () => {
    const it = await scene()
    const id = await challenge(it)
    expect(codeOf(await answer(it.author, id, " \u200b"))).toBe("invalid meantEmpty")
    expect(codeOf(await answer(it.author, id, "Trade, and *hunger*."))).toBe("ok")
    expect(codeOf(await answer(it.author, id, "Trade, and *hunger*."))).toBe("ok")
    expect(await restatingIn(it.writer, it.at, id)).toMatchObject({
      rounds: [{ state: "not_quite", meantHtml: '<p dir="auto">Trade, and <em>hunger</em>.</p>' }],
      reword: { until: null },
    })
    expect(
      codeOf(await reword(it.writer, id, "You say people would have starved.", 1, minutesFromNow(60))),
    ).toBe("ok")
    expect(
      codeOf(await reword(it.writer, id, "You say people would have starved.", 1, minutesFromNow(60))),
    ).toBe("ok")
    expect((await seen(it.author, it.at)).askedOfYou).toEqual([id])
    expect(codeOf(await answer(it.author, id, "yes", 1))).toBe("conflict answeredAlready")
    expect(codeOf(await answer(it.author, id, "yes", 2))).toBe("ok")
    expect(
      (await restatingIn(it.reader, it.at, id))?.rounds.map(({ number, state }) => [number, state]),
    ).toEqual([
      [1, "not_quite"],
      [2, "confirmed"],
    ])
  })

  it("of two at once is one", async () => {
    const it = await scene()
    const id = await challenge(it)
    const codes = await Promise.all([
      ...["yes", "Not that.", "yes", "Nor that."].map(async (given) =>
        codeOf(await answer(it.author, id, given)),
      ),
    ])
    const [row] = await wordingsIn(it.at.assignmentId)
    expect(row?.answer).not.toBeNull()
    expect(codes.filter((code) => code === "ok").length).toBeGreaterThan(0)
    expect(codes.every((code) => /^ok$|answeredAlready|changedMeanwhile/.test(code))).toBe(true)
    expect(
      (await events(it.at.assignmentId)).filter(({ kind }) => kind === "restatement.answered"),
    ).toHaveLength(1)
  })

  it("meets the words that were read, not others", async () => {
    const it = await scene()
    const id = await challenge(it)
    const [answered, worded] = await Promise.all([
      answer(it.author, id, "yes"),
      reword(it.writer, id, "You say hunger."),
    ])
    expect([codeOf(answered), codeOf(worded)].filter((code) => code === "ok")).toHaveLength(1)
    const rows = await wordingsIn(it.at.assignmentId)
    expect(rows.map((row) => row.answer)).toEqual(answered.ok ? ["yes"] : [null, null])
    if (!answered.ok) expect(codeOf(await answer(it.author, id, "yes", 1))).toBe("conflict wordedAnew")
  })

  it("is for the author of the restated post and nobody else", async () => {
    const it = await scene()
    const id = await challenge(it)
    for (const who of [it.writer, it.reader, it.teacher, it.assistant])
      expect(codeOf(await answer(who, id, "yes"))).toBe("forbidden notAsked")
    expect(codeOf(await answer(it.gated, id, "yes"))).toBe("missing noSuchPost")
    for (const role of ["student", "teacher", "assistant", "administrator"] as const)
      expect(codeOf(await answer(await makeViewer(role), id, "yes"))).toBe("missing noSuchPost")
    expect(codeOf(await answer({ ...it.author, mustChangePassword: true }, id, "yes"))).toBe(
      "missing noSuchPost",
    )
    expect(codeOf(await answer(it.author, newRandomId(), "yes"))).toBe("missing noSuchPost")
    expect(codeOf(await answer(it.author, it.theirs.publicId, "yes"))).toBe("missing noSuchPost")
    const plain = await postReply(it.writer, reply(it.mine.publicId), now())
    expect(codeOf(await answer(it.author, plain.ok ? plain.value.id : "", "yes"))).toBe(
      "missing noRestatement",
    )
    await database().enrolment.updateMany({ where: { userId: it.author.userId }, data: { leftAt: now() } })
    expect(codeOf(await answer(it.author, id, "yes"))).toBe("missing noSuchPost")
    expect((await wordingsIn(it.at.assignmentId)).filter((row) => row.answer)).toEqual([])
  })

  it("waits for nothing where the discussion is closed or put away", async () => {
    const it = await scene()
    const id = await challenge(it)
    const closed = it.room.assignment.closesAt
    expect(codeOf(await answer(it.author, id, "yes", 1, closed))).toBe("conflict closed")
    expect((await seen(it.author, it.at, closed)).askedOfYou).toEqual([])
    await database().class.update({ where: { id: it.room.class.id }, data: { archivedAt: now() } })
    expect(codeOf(await answer(it.author, id, "yes"))).toBe("conflict archived")
    expect(codeOf(await reword(it.writer, id, "Other."))).toBe("conflict archived")
    expect(codeOf(await settle(it.teacher, id, "fair"))).toBe("conflict archived")
  })
})

describe("other words", () => {
  it("are its writer's alone, for a while, and end the old ones for classmates", async () => {
    const it = await scene()
    const id = await challenge(it)
    for (const who of [it.author, it.reader, it.teacher, it.assistant])
      expect(codeOf(await reword(who, id, "Forged."))).toBe("forbidden notYours")
    expect(codeOf(await reword(it.gated, id, "Forged."))).toBe("missing noSuchPost")
    expect(codeOf(await reword(await makeViewer("student"), id, "Forged."))).toBe("missing noSuchPost")
    expect(codeOf(await reword(it.writer, id, "You say bread."))).toBe("ok")
    expect(codeOf(await reword(it.writer, id, "You say rice."))).toBe("conflict changedMeanwhile")
    const thread = JSON.stringify(await seen(it.reader, it.at))
    expect(thread).toContain("bread")
    expect(thread).not.toContain("trade")
    expect(codeOf(await reword(it.writer, id, "You say rice.", 2, minutesFromNow(16)))).toBe(
      "conflict rewordTooLate",
    )
    expect((await seen(it.reader, it.at)).window.posts.find((post) => post.id === id)?.isEdited).toBe(true)
  })
})

describe("settling", () => {
  async function disputed() {
    const it = await scene()
    const id = await challenge(it)
    await answer(it.author, id, "That is not it.")
    return { ...it, id }
  }

  it("is refused where the class is frozen meanwhile", async () => {
    const it = await scene()
    const id = await challenge(it)
    await answer(it.author, id, "I meant hunger.")
    const settled = await changedMeanwhile({
      change: (tx) =>
        tx.class.update({ where: { id: it.room.class.id }, data: { discussionsFrozenAt: now() } }),
      act: () => settle(it.teacher, id, "fair"),
    })
    expect(codeOf(settled)).toBe("conflict changedMeanwhile")
    expect((await wordingsIn(it.at.assignmentId)).map(({ ruling }) => ruling)).toEqual([null])
  })

  it("is a teacher's, after a not quite, with their name, and ends the asking", async () => {
    const { id, ...it } = await disputed()
    expect(await restatingIn(it.teacher, it.at, id)).toMatchObject({ maySettle: true })
    expect(await restatingIn(it.assistant, it.at, id)).toMatchObject({ maySettle: false })
    await reword(it.writer, id, "You say it was wheat alone.")
    for (let press = 0; press < 2; press += 1)
      expect(codeOf(await settle(it.teacher, id, "fair", 2))).toBe("ok")
    expect(codeOf(await settle(it.teacher, id, "unfair", 2))).toBe("conflict settledAlready")
    expect(codeOf(await answer(it.author, id, "yes", 2))).toBe("conflict settledAlready")
    expect(codeOf(await reword(it.writer, id, "Again.", 2))).toBe("conflict restatingOver")
    expect((await restatingIn(it.reader, it.at, id))?.rounds.at(-1)).toMatchObject({
      state: "fair",
      ruledBy: "Ms Lindqvist",
    })
    expect((await events(it.at.assignmentId)).at(-1)).toEqual({
      kind: "restatement.settled",
      actorId: it.teacher.userId,
      data: { seq: 4, parentSeq: 1 },
    })
  })

  it("as not fair lets it be restated again", async () => {
    const { id, ...it } = await disputed()
    expect(codeOf(await settle(it.teacher, id, "unfair"))).toBe("ok")
    expect(codeOf(await reword(it.writer, id, "You say hunger."))).toBe("ok")
    expect(codeOf(await answer(it.author, id, "yes", 2))).toBe("ok")
  })

  it("is forbidden to students, assistants, other teachers and whoever is one of the two", async () => {
    const { id, ...it } = await disputed()
    for (const who of [it.author, it.writer, it.reader, it.assistant])
      expect(codeOf(await settle(who, id, "fair"))).toBe("forbidden mayNotSettle")
    expect(codeOf(await settle(it.gated, id, "fair"))).toBe("missing noSuchPost")
    for (const role of ["teacher", "assistant", "administrator"] as const)
      expect(codeOf(await settle(await makeViewer(role), id, "fair"))).toBe("missing noSuchPost")
    const own = await postReply(it.teacher, reply(it.mine.publicId, { restatement: "You say wheat." }), now())
    const ownId = own.ok ? own.value.id : ""
    await answer(it.author, ownId, "No.")
    expect(codeOf(await settle(it.teacher, ownId, "fair"))).toBe("forbidden settlesOwn")
    expect(await restatingIn(it.teacher, it.at, ownId)).toMatchObject({ maySettle: false })
    expect((await wordingsIn(it.at.assignmentId)).filter((row) => row.ruling)).toEqual([])
  })

  it("of two at once is one", async () => {
    const { id, ...it } = await disputed()
    const codes = await Promise.all(
      (["fair", "unfair", "fair", "unfair"] as const).map(async (ruling) =>
        codeOf(await settle(it.teacher, id, ruling)),
      ),
    )
    expect(codes.filter((code) => code === "ok").length).toBeGreaterThan(0)
    expect(
      (await events(it.at.assignmentId)).filter(({ kind }) => kind === "restatement.settled"),
    ).toHaveLength(1)
  })
})

describe("where either post is gone", () => {
  it("nothing of it is shown or done, until it is back", async () => {
    const it = await scene()
    const id = await challenge(it)
    await answer(it.author, id, "Hunger, I meant.")
    const postIds = [it.mine.publicId, id]
    for (const postId of postIds) {
      expect(codeOf(await hidePost(it.teacher, { postId, reason: "why" }, now()))).toBe("ok")
      const views = await Promise.all(
        [it.author, it.writer, it.reader, it.teacher].map((who) => seen(who, it.at)),
      )
      expect(JSON.stringify(views)).not.toMatch(/Hunger|trade/)
      expect(codeOf(await reword(it.writer, id, "You say hunger."))).toBe("conflict restatedGone")
      expect(codeOf(await settle(it.teacher, id, "fair"))).toBe("conflict restatedGone")
      expect(codeOf(await showPost(it.teacher, { postId }, now()))).toBe("ok")
    }
    await takeBackPost(it.writer, { postId: id }, now())
    expect(await restatingIn(it.author, it.at, id)).toBeNull()
    expect(codeOf(await reword(it.writer, id, "You say hunger."))).toBe("conflict restatedGone")
    await putBackPost(it.writer, { postId: id }, now())
    expect(codeOf(await reword(it.writer, id, "You say hunger."))).toBe("ok")
    await takeBackPost(it.writer, { postId: id }, now())
    expect((await seen(it.author, it.at)).askedOfYou).toEqual([])
  })

  it("is decided at the commit: hiding and answering at once never answer what is hidden", async () => {
    const it = await scene()
    const id = await challenge(it)
    const [hid, answered] = await Promise.all([
      hidePost(it.teacher, { postId: it.mine.publicId, reason: "why" }, now()),
      answer(it.author, id, "yes"),
    ])
    expect(hid.ok).toBe(true)
    expect(codeOf(answered)).toMatch(/^ok$|restatedGone|changedMeanwhile/)
    const [row] = await wordingsIn(it.at.assignmentId)
    expect(row?.answer ?? null).toBe(answered.ok ? "yes" : null)
  })
})

describe("an open page", () => {
  it("is told of an answer: its writer too, but not of what they did themselves", async () => {
    const it = await scene()
    const id = await challenge(it)
    const hear = async (who: Viewer, changes: number) => {
      const heard = await hearThread(who, { ...it.at, after: 4, changes, halt: null })
      return heard.ok ? heard.value.first : heard.refusal.code
    }
    expect(await hear(it.writer, 0)).toBe("")
    await reword(it.writer, id, "You say bread.")
    expect(await hear(it.writer, 0)).toBe("")
    expect(await hear(it.author, 0)).toContain('"changed":[4]')
    await answer(it.author, id, "yes", 2)
    for (const who of [it.writer, it.reader]) expect(await hear(who, 1)).toContain('"changed":[4]')
    await hidePost(it.teacher, { postId: it.mine.publicId, reason: "why" }, now())
    for (const who of [it.writer, it.reader, it.teacher])
      expect(await hear(who, 2)).toMatch(/"changed":\[(1,4|4,1)\]/)
    await showPost(it.teacher, { postId: it.mine.publicId }, now())
    expect(await hear(it.reader, 3)).toContain('"changed":[1]')
  })
})
