import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { threadInput } from "@/lib/discussion/input"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadDiscussionFacts } from "@/lib/discussion/server/load-discussion-facts"
import { loadStanceStep } from "@/lib/discussion/server/load-stance-step"
import { loadStanceSummary } from "@/lib/discussion/server/load-stance-summary"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { saveMovedBy } from "@/lib/discussion/server/save-moved-by"
import { saveStance } from "@/lib/discussion/server/save-stance"
import { type Moment, moments } from "@/lib/discussion/stance/stance-moments"
import { loadHome } from "@/lib/lesson/server/load-home"
import { visitByToken } from "@/lib/lesson/server/visit-by-token"
import { database } from "@/lib/platform/database"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "../../support/database"
import { enrol, makeSession, makeUser, viewerFor } from "../../support/factories"
import { makeAlias, makeDiscussion, makePost, makeStance, openText } from "../../support/factories-discussion"
import { firstDifference, inTwoDatabases } from "../../support/two-databases"

useTestDatabase()

/** What one student says at one moment: everybody the same in one database, everybody another thing in the other. */
function answerOf(variant: 0 | 1, student: number, at: number) {
  if (variant === 1 && student === 2) return { declined: true as const }
  const position = variant === 0 ? 2 : ((student + at) % 5) - 2
  const reason = variant === 0 ? "" : `reason ${student}`
  return { declined: false as const, position, confidence: variant === 0 ? 4 : 1, reason }
}

async function walk(variant: 0 | 1): Promise<string> {
  const room = await makeDiscussion({ students: 7 })
  const { id: assignmentId, closesAt } = room.assignment
  const [prompt] = room.prompts
  if (!prompt) throw new Error("no prompt")
  const answers: unknown[] = []
  const take = async (viewer: Viewer, student: number, moment: Moment) => {
    const said = answerOf(variant, student, moments.indexOf(moment))
    const kept = await saveStance(viewer, { assignmentId, moment, ...said }, new Date())
    // Whether they moved is answered to them alone, who are asked what moved them.
    answers.push(kept.ok ? kept.value.moment : kept)
  }
  for (const [index, { user, enrolment }] of room.students.slice(0, 6).entries()) {
    const viewer = await viewerFor(user)
    await take(viewer, index, "before_reading")
    await openText(assignmentId, enrolment.id)
    await take(viewer, index, "after_reading")
    await makeAlias({ assignmentId, promptId: prompt.id, enrolmentId: enrolment.id }, `Bird ${index}`)
    await makePost(
      { assignmentId, promptId: prompt.id, enrolmentId: enrolment.id },
      { createdAt: new Date(Date.UTC(2026, 10, 23, 9, index)) },
    )
    await take(viewer, index, "after_discussion")
  }
  const [first, ...others] = room.students
  const assistant = await makeUser("assistant")
  await enrol(room.class.id, assistant.id, "assistant")
  const last = others.at(-1)
  if (!first || !last) throw new Error("no people")
  await makeAlias({ assignmentId, promptId: prompt.id, enrolmentId: last.enrolment.id }, "Bird 6")
  const readers = [room.teacher, assistant, last.user, first.user]
  const seen: unknown[] = [answers]
  for (const reader of readers) {
    const viewer = await viewerFor(reader)
    seen.push(...(await everythingSeen(viewer, assignmentId, prompt.id)))
    const { tokenHash } = await makeSession(reader.id)
    seen.push((await visitByToken(tokenHash, assignmentId, new Date()))?.steps)
  }
  // Seven people are too few for any number, so the frozen summary must not differ either.
  seen.push(await loadStanceSummary(await viewerFor(room.teacher), { assignmentId }, closesAt))
  const events = await database().event.findMany({ orderBy: { id: "asc" }, omit: { id: true, at: true } })
  return JSON.stringify([seen, events])
}

async function everythingSeen(viewer: Viewer, assignmentId: string, promptId: string) {
  const now = new Date()
  const steps = []
  for (const moment of moments)
    steps.push(await loadStanceStep(viewer, { assignmentId, moment, changing: false }, now))
  return [
    steps,
    await loadThread(viewer, threadInput.parse({ assignmentId, promptId }), now),
    await loadDiscussion(viewer, { assignmentId }, now),
    await loadDiscussionFacts(viewer, assignmentId),
    await loadStanceSummary(viewer, { assignmentId }, now),
    await loadResults(viewer, assignmentId),
    await loadDiscussionProfile(viewer, assignmentId),
    await loadHome(viewer, now),
  ]
}

/**
 * Sixteen who moved alike in both databases. Six name one post and are shown; what the other five name who moved is the
 * secret: a sentence, other posts, their own words.
 */
async function walkMoved(variant: 0 | 1): Promise<string> {
  const room = await makeDiscussion({ students: 18 })
  const { id: assignmentId, closesAt } = room.assignment
  const [prompt] = room.prompts
  const [sentence, other] = room.sentences
  if (!prompt || !sentence || !other) throw new Error("no prompt")
  const posts: string[] = []
  for (const [index, { enrolment }] of room.students.entries()) {
    await openText(assignmentId, enrolment.id)
    const createdAt = new Date(Date.UTC(2026, 10, 23, 9, index))
    const at = { assignmentId, promptId: prompt.id, enrolmentId: enrolment.id }
    await makeAlias(at, `Bird ${index}`)
    posts.push((await makePost(at, { createdAt })).publicId)
  }
  const secret = (index: number) =>
    [
      { kind: "sentence" as const, sentenceId: index % 2 ? sentence.id : other.id },
      { kind: "post" as const, postId: posts[index] ?? "" },
      { kind: "words" as const, words: `zebra ${index}` },
    ][index % 3] ?? { kind: "nothing" as const }
  for (const [index, { user }] of room.students.entries()) {
    const of = { userId: user.id, assignmentId }
    await makeStance(of, { moment: "before_reading", position: 0 })
    await makeStance(of, { moment: "after_reading", position: 0 })
    await makeStance(of, { moment: "after_discussion", position: index < 11 ? 1 : 0 })
    if (index >= 11) continue
    const hidden = variant === 0 ? { kind: "nothing" as const } : secret(index)
    const by = index < 6 ? { kind: "post" as const, postId: posts[0] ?? "" } : hidden
    const input = { assignmentId, moment: "after_discussion" as const, by }
    const kept = await saveMovedBy(await viewerFor(user), input, new Date())
    if (!kept.ok) throw new Error(kept.refusal.code)
  }
  const seen: unknown[] = []
  const readers = [room.teacher, ...room.students.map(({ user }) => user)]
  for (const reader of readers)
    seen.push(...(await everythingSeen(await viewerFor(reader), assignmentId, prompt.id)))
  const frozen = []
  for (const reader of readers)
    frozen.push(await loadStanceSummary(await viewerFor(reader), { assignmentId }, closesAt))
  const events = await database().event.findMany({ orderBy: { id: "asc" }, omit: { id: true, at: true } })
  return JSON.stringify([seen, frozen, events])
}

describe("what moved somebody", () => {
  it("is in no byte that anybody gets before the summary, nor after it but where enough named the same", async () => {
    const seen = await inTwoDatabases(walkMoved)
    expect(firstDifference(seen)).toBeNull()
    expect(seen[0]).toContain('"people":6')
    expect(seen[1]).not.toContain("zebra")
  }, 180_000)
})

describe("what somebody thinks", () => {
  it("is in no byte that anybody else gets, nor in one's own pages, nor in events", async () => {
    const seen = await inTwoDatabases(walk)
    expect(firstDifference(seen)).toBeNull()
    expect(seen[0]).toContain("before_reading")
  })

  it("would be found if it were in one", async () => {
    const seen = await inTwoDatabases(async (variant) => {
      await walk(variant)
      const stances = await database().stance.findMany({ select: { moment: true, position: true } })
      return JSON.stringify(stances)
    })
    expect(firstDifference(seen)).not.toBeNull()
  })
})
