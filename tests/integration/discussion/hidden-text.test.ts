import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { loadHome } from "@/lib/lesson/server/load-home"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"
import { firstDifference, inTwoDatabases } from "../../support/two-databases"

useTestDatabase()

const time = new Date("2026-11-23T10:00:00Z")

/** A thread with a hidden post, a post taken back and an edited one: their words, citations and reports are the secret. */
async function makeSecretThread(variant: 0 | 1) {
  const room = await makeDiscussion({ students: 4 })
  const [author, reader, reporter, other] = variant
    ? [0, 1, 3, 2].map((at) => room.students[at])
    : room.students
  const [prompt] = room.prompts
  if (!author || !reader || !reporter || !other || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const words = variant ? "zebra zebra zebra and more of it" : "aardvark"
  const sentence = room.sentences[variant]
  const cites = [{ sentenceId: sentence?.id ?? "", revisionId: room.lesson.revisionId, quote: words }]
  const write = (who: typeof author, alias: string, more: object) =>
    makePost({ ...at, enrolmentId: who.enrolment.id }, { alias, createdAt: time, ...more })
  await write(reader, "Grey Owl", {})
  const hidden = await write(author, "Blue Heron", {
    body: words,
    state: "hidden",
    cites,
    side: variant ? "agree" : null,
  })
  const deleted = await write(author, "Blue Heron", { body: words, state: "deleted", cites })
  const edited = await write(author, "Blue Heron", { body: "What stands now." })
  await write(reader, "Grey Owl", { parentId: hidden.id, body: "An answer." })
  await database().postRevision.create({ data: { postId: edited.id, number: 1, body: words } })
  await database().post.update({ where: { id: edited.id }, data: { editedAt: time } })
  const why = { id: newId(), reason: words }
  await database().postHiding.create({ data: { ...why, postId: hidden.id, hiddenById: room.teacher.id } })
  await database().postReport.create({
    data: { ...why, postId: edited.id, enrolmentId: reporter.enrolment.id },
  })
  return { at, room, reader, posts: [hidden, deleted, edited], sentenceId: room.sentences[0]?.id ?? null }
}

async function whatAStudentSees(viewer: Viewer, secret: Awaited<ReturnType<typeof makeSecretThread>>) {
  const { at, posts, sentenceId } = secret
  const seen: unknown[] = [await loadDiscussion(viewer, at, new Date()), await loadHome(viewer, time)]
  for (const order of ["argued", "newest", "sentence"] as const)
    seen.push(await loadThread(viewer, threadInput.parse({ ...at, order, sentenceId }), new Date()))
  for (const post of posts) seen.push(await loadPostHistory(viewer, { postId: post.publicId }))
  for (const find of ["zebra", "aardvark", "stands", "answer"])
    seen.push(await searchDiscussion(viewer, { assignmentId: at.assignmentId, find }, new Date()))
  return JSON.stringify(seen)
}

describe("what was hidden, taken back, said before, and who reported", () => {
  it("is in no byte that a classmate gets: the words changed, all stays the same", async () => {
    const seen = await inTwoDatabases(async (variant) => {
      const secret = await makeSecretThread(variant)
      return whatAStudentSees(await viewerFor(secret.reader.user), secret)
    })
    expect(firstDifference(seen)).toBeNull()
    expect(seen[0]).toContain("What stands now.")
  })
})
