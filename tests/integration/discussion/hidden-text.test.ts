import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadChangedPosts, loadNewPosts } from "@/lib/discussion/server/load-live-posts"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { loadHome } from "@/lib/lesson/server/load-home"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { loadMatter } from "@/lib/results/server/class-store"
import { threadFiles } from "@/lib/results/server/class-threads"
import { classWords } from "@/lib/results/server/class-words"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
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
  const saidOf = `${words} said otherwise`
  const rounds = [
    { body: saidOf, answer: "not_quite", meant: words },
    { body: `${saidOf} again`, answer: variant ? "yes" : undefined },
  ]
  // Of what is hidden or taken back, on what is hidden; and what was put otherwise before anybody answered it.
  await write(reader, "Grey Owl", { parentId: hidden.id, body: "An answer.", restatement: rounds })
  await write(other, "Wood Lark", { parentId: deleted.id, body: "Another answer.", restatement: rounds })
  const answered = await write(author, "Blue Heron", {
    parentId: edited.id,
    body: words,
    restatement: rounds,
    state: "hidden",
  })
  const reworded = await write(other, "Wood Lark", {
    parentId: edited.id,
    body: "A challenge.",
    restatement: [{ body: saidOf }, { body: "You say what stands." }],
  })
  await database().postRevision.create({ data: { postId: edited.id, number: 1, body: words } })
  await database().post.update({ where: { id: edited.id }, data: { editedAt: time } })
  const why = { id: newId(), reason: words }
  await database().postHiding.create({ data: { ...why, postId: hidden.id, hiddenById: room.teacher.id } })
  await database().postReport.create({
    data: { ...why, postId: edited.id, enrolmentId: reporter.enrolment.id },
  })
  return {
    at,
    room,
    reader,
    posts: [hidden, deleted, edited, answered, reworded],
    sentenceId: room.sentences[0]?.id ?? null,
  }
}

async function whatAStudentSees(viewer: Viewer, secret: Awaited<ReturnType<typeof makeSecretThread>>) {
  const { at, posts, sentenceId } = secret
  const seen: unknown[] = [await loadDiscussion(viewer, at, new Date()), await loadHome(viewer, time)]
  for (const order of ["argued", "newest", "sentence"] as const)
    seen.push(await loadThread(viewer, threadInput.parse({ ...at, order, sentenceId }), new Date()))
  for (const post of posts) seen.push(await loadPostHistory(viewer, { postId: post.publicId }))
  const { assignmentId, promptId } = at
  seen.push(await loadNewPosts(viewer, { assignmentId, promptId, after: 0 }, new Date()))
  seen.push(
    await loadChangedPosts(viewer, { assignmentId, promptId, seqs: [1, 2, 3, 4, 5, 6, 7, 8] }, new Date()),
  )
  const postId = posts[3]?.publicId ?? ""
  seen.push(await answerRestatement(viewer, { postId, number: 2, answer: "yes", meant: "" }, new Date()))
  seen.push(await rewordRestatement(viewer, { postId, number: 2, words: "x" }, new Date()))
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
    expect(seen[0]).toContain("You say what stands.")
  })

  it("is not in what leaves in files, nor in what a teacher grades by, as far as others' posts say it again", async () => {
    const secret = await makeSecretThread(1)
    const teacher = await viewerFor(secret.room.teacher)
    const { posts } = await loadMatter(teacher.userId, secret.at.assignmentId)
    const shown = { postNames: "pseudonyms", timeZone: "UTC" } as const
    const files = threadFiles(posts, shown, classWords("en"))
    expect(files[0]?.text).toContain("You say what stands.")
    expect(files[0]?.text).not.toContain("zebra")
    for (const student of secret.room.students) {
      const profile = await loadDiscussionProfile(teacher, secret.at.assignmentId, student.enrolment.id)
      expect(profile.ok).toBe(true)
      expect(JSON.stringify(profile)).not.toContain("said otherwise")
    }
  })
})
