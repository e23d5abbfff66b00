import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { postAnswerInput, postReplyInput, threadInput } from "@/lib/discussion/input"
import { takeBackPost } from "@/lib/discussion/server/change-own-post"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"

useTestDatabase()

const now = () => new Date()

/** The first of two students has posted in the only thread. */
async function scene() {
  const room = await makeDiscussion()
  const [me, other] = room.students
  const [prompt] = room.prompts
  if (!me || !other || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  await makePost({ ...at, enrolmentId: me.enrolment.id })
  const theirs = await makePost({ ...at, enrolmentId: other.enrolment.id })
  return { at, other, theirs, viewer: await viewerFor(me.user) }
}

type At = { assignmentId: string; promptId: string }
const answer = (viewer: Viewer, at: At, body: string) => {
  const said = { move: "claim", side: null, body, clientKey: newRandomId() }
  return postAnswer(viewer, postAnswerInput.parse({ ...at, ...said }), now())
}
const replyTo = (parentId: string, body = "Is he?") =>
  postReplyInput.parse({ parentId, clientKey: newRandomId(), move: "challenge", body })
const codeOf = (decision: Awaited<ReturnType<typeof postReply>>) =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code}`

async function lastHtml(viewer: Viewer, at: At): Promise<string> {
  const view = await loadThread(viewer, threadInput.parse(at), now())
  return (view.ok && view.value.thread?.window.posts.at(-1)?.html) || ""
}

const count = (at: At) => database().post.count({ where: { thread: at } })

describe("a post that nobody could read", () => {
  it.each([
    ["500 zero-width spaces", "\u200b".repeat(500)],
    ["500 joiners, fillers and marks of direction", "\u200d\u3164\u202e\u2060\ufeff".repeat(100)],
    ["blanks of every kind", " \u00a0\u2003\u2800\n\t".repeat(80)],
    ["tag characters", "\u{e0041}".repeat(500)],
  ])("is no post: %s", async (_, body) => {
    const { at, viewer, theirs } = await scene()
    expect(codeOf(await answer(viewer, at, body))).toBe("invalid discussion.bodyEmpty")
    const reply = await postReply(viewer, replyTo(theirs.publicId, body), now())
    expect(codeOf(reply)).toBe("invalid discussion.bodyEmpty")
    expect(await count(at)).toBe(2)
  })

  it("loses what nobody sees around what can be read", async () => {
    const { at, viewer } = await scene()
    expect(codeOf(await answer(viewer, at, `${"\u200b".repeat(500)}Yes.${"\u2060".repeat(500)}`))).toBe("ok")
    expect(await lastHtml(viewer, at)).toBe('<p dir="auto">Yes.</p>')
  })
})

describe("a thousand links", () => {
  it("are too long where each leads somewhere", async () => {
    const { at, viewer } = await scene()
    const body = "[a](http://b.test) ".repeat(1000)
    expect(codeOf(await answer(viewer, at, body.slice(0, 20_000)))).toBe("invalid discussion.bodyTooLong")
    const whole = { ...at, move: "claim", side: null, clientKey: newRandomId(), body }
    expect(postAnswerInput.safeParse({ ...whole, body: `${body}${body}` }).success).toBe(false)
  })

  it("that fit into a post are shown as they were typed, none of them a link", async () => {
    const { at, viewer } = await scene()
    const body = "[](b)".repeat(1000)
    expect(codeOf(await answer(viewer, at, body))).toBe("ok")
    expect(await lastHtml(viewer, at)).toBe(`<p dir="auto">${body}</p>`)
  })

  it("or as many as a post may have vouch for nothing", async () => {
    const { at, viewer } = await scene()
    expect(codeOf(await answer(viewer, at, "[a](http://b.test) ".repeat(140)))).toBe("ok")
    const links = (await lastHtml(viewer, at)).match(/<a [^>]*>/g) ?? []
    expect(links).toHaveLength(140)
    expect(new Set(links)).toEqual(new Set(['<a href="http://b.test" rel="nofollow noreferrer">']))
  })
})

describe("a reply", () => {
  it("to a post that was taken back is not posted, whenever it was begun", async () => {
    const { at, other, theirs, viewer } = await scene()
    const reply = replyTo(theirs.publicId)
    expect((await takeBackPost(await viewerFor(other.user), { postId: theirs.publicId }, now())).ok).toBe(
      true,
    )
    expect(codeOf(await postReply(viewer, reply, now()))).toBe("conflict discussion.parentGone")
    expect(await count(at)).toBe(2)
  })

  it("to a post of another class is none: the same words as for a post that does not exist", async () => {
    const [mine, elsewhere] = [await scene(), await scene()]
    const foreign = await postReply(mine.viewer, replyTo(elsewhere.theirs.publicId), now())
    const nowhere = await postReply(mine.viewer, replyTo(newRandomId()), now())
    expect(codeOf(foreign)).toBe("missing discussion.noSuchPost")
    expect(JSON.stringify(foreign)).toBe(JSON.stringify(nowhere))
    expect([await count(mine.at), await count(elsewhere.at)]).toEqual([2, 2])
  })

  it("sent twice, at once or later, is one post, with the words it had first", async () => {
    const { at, theirs, viewer } = await scene()
    const reply = replyTo(theirs.publicId)
    const made = await Promise.all(Array.from({ length: 8 }, () => postReply(viewer, reply, now())))
    const later = await postReply(viewer, { ...reply, body: "Other words." }, now())
    const ids = new Set([...made, later].map((one) => one.ok && one.value.id))
    expect(ids.size).toBe(1)
    expect(await count(at)).toBe(3)
    expect(await lastHtml(viewer, at)).toBe('<p dir="auto">Is he?</p>')
    expect((await database().thread.findFirstOrThrow({ where: at })).lastSeq).toBe(3)
  })
})
