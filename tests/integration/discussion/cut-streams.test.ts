import { describe, expect, it } from "vitest"
import { removeFromClass } from "@/lib/classroom/server/change-enrolment"
import { editPost } from "@/lib/discussion/server/edit-post"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"
import { changedOf, lastIdOf, seqsOf, signedIn, until, useFrontServer } from "../../support/front-server"

useTestDatabase()
const server = useFrontServer()

const now = () => new Date()

/** A reader, whose post is the first, and a writer, whose post is the second. */
async function scene() {
  const room = await makeDiscussion()
  const [reader, writer] = room.students
  const [prompt] = room.prompts
  if (!reader || !writer || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  await makePost({ ...at, enrolmentId: reader.enrolment.id })
  const theirs = await makePost({ ...at, enrolmentId: writer.enrolment.id })
  const [by, teacher] = [await viewerFor(writer.user), await viewerFor(room.teacher)]
  const post = () => {
    const claim = { move: "claim" as const, side: null, body: "A new point.", sentenceIds: [] }
    return postAnswer(by, { ...at, ...claim, clientKey: newRandomId() }, now())
  }
  const { cookie } = await signedIn(reader.user)
  const path = `/api/assignments/${at.assignmentId}/prompts/${at.promptId}/events?after=2.0`
  const listen = (last?: string) => server.hear(path, { cookie, ...(last ? { "last-event-id": last } : {}) })
  return { at, reader, writer, theirs, by, teacher, post, listen }
}

describe("a stream that was cut", () => {
  it("goes on after five minutes with what it missed, each once, and nothing it had", async () => {
    const { at, writer, theirs, by, teacher, post, listen } = await scene()
    const before = await listen()
    expect((await post()).ok).toBe(true)
    await until(() => seqsOf(before.heard.text).length === 1)
    closeEventStreams()
    await before.reading

    // A post every ten seconds, one of them hidden before anybody came back; an older post edited and then hidden.
    const start = Date.now() - 300_000
    const missed = []
    for (let count = 0; count < 30; count += 1) {
      const createdAt = new Date(start + count * 10_000)
      missed.push(await makePost({ ...at, enrolmentId: writer.enrolment.id }, { createdAt }))
    }
    await editPost(by, { postId: theirs.publicId, body: "Other words." }, now())
    await hidePost(teacher, { postId: missed[4]?.publicId ?? "", reason: "Unkind." }, now())
    await hidePost(teacher, { postId: theirs.publicId, reason: "Unkind." }, now())

    const after = await listen(lastIdOf(before.heard.text))
    await until(() => seqsOf(after.heard.text).length > 0)
    const expected = Array.from({ length: 30 }, (_, index) => index + 4).filter((seq) => seq !== 8)
    expect(seqsOf(after.heard.text)).toEqual(expected)
    expect(changedOf(after.heard.text)).toEqual([2])

    // Cut again with nothing missed: only what comes next is told.
    closeEventStreams()
    await after.reading
    const last = await listen(lastIdOf(after.heard.text))
    expect((await post()).ok).toBe(true)
    await until(() => seqsOf(last.heard.text).length > 0)
    expect(last.heard.text).toBe('retry: 3000\n\nid: 34.3\ndata: {"seqs":[34],"changed":[]}\n\n')
  })

  it("is not found by whoever says they heard what nobody said", async () => {
    const { listen } = await scene()
    for (const last of ["-1", "2.", "2.0.0", "two", "99999999999", "2.99999999999", "1e9"]) {
      const stream = await listen(last)
      await stream.reading
      expect([last, stream.status]).toEqual([last, 404])
    }
  })
})

describe("somebody who was removed from the class while they listened", () => {
  it("is shown out at once, though nothing happens in the thread", async () => {
    const { reader, teacher, listen } = await scene()
    const stream = await listen()
    const removedAt = performance.now()
    expect((await removeFromClass(teacher, { enrolmentId: reader.enrolment.id }, now())).ok).toBe(true)
    await until(() => stream.heard.isOver)
    // The right to hear is asked again every 20 seconds anyway.
    expect(performance.now() - removedAt).toBeLessThan(10_000)
  })

  it("gets not a byte of what is posted, edited and hidden after", async () => {
    const { reader, theirs, by, teacher, post, listen } = await scene()
    const stream = await listen()
    expect((await post()).ok).toBe(true)
    await until(() => seqsOf(stream.heard.text).length === 1)
    const before = stream.heard.text
    expect((await removeFromClass(teacher, { enrolmentId: reader.enrolment.id }, now())).ok).toBe(true)
    expect((await post()).ok).toBe(true)
    expect((await editPost(by, { postId: theirs.publicId, body: "Other words." }, now())).ok).toBe(true)
    expect((await hidePost(teacher, { postId: theirs.publicId, reason: "Unkind." }, now())).ok).toBe(true)
    await until(() => stream.heard.isOver)
    expect(stream.heard.text).toBe(before)
    const again = await listen(lastIdOf(before))
    await again.reading
    expect([again.status, again.heard.text.includes("noSuchThread")]).toEqual([404, true])
  })
})
