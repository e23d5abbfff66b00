import { describe, expect, it } from "vitest"
import { threadInput } from "@/lib/discussion/input"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { useTestDatabase } from "../../support/database"
import { enrol, makeUser, viewerFor } from "../../support/factories"
import { makeAlias, makeDiscussion, makePost } from "../../support/factories-discussion"
import { firstDifference, inTwoDatabases } from "../../support/two-databases"

useTestDatabase()

const times = ["10:00", "11:00", "12:00"].map((time) => new Date(`2026-11-23T${time}:00Z`))

/** The same thread, written by the one or by the other of two people. */
async function whatReadersSee(variant: 0 | 1) {
  const room = await makeDiscussion({ students: 3 })
  const [prompt] = room.prompts
  const [one, two, reader] = variant ? [1, 0, 2].map((at) => room.students[at]) : room.students
  if (!prompt || !one || !two || !reader) throw new Error("no people")
  const { id: assignmentId } = room.assignment
  const at = { assignmentId, promptId: prompt.id }
  await makeAlias({ ...at, enrolmentId: one.enrolment.id }, "Blue Heron")
  await makeAlias({ ...at, enrolmentId: two.enrolment.id }, "Red Kite")
  const first = await makePost(
    { ...at, enrolmentId: one.enrolment.id },
    { createdAt: times[0], side: "agree" },
  )
  await makePost({ ...at, enrolmentId: two.enrolment.id }, { createdAt: times[1], parentId: first.id })
  await makePost({ ...at, enrolmentId: reader.enrolment.id }, { createdAt: times[2], alias: "Grey Owl" })
  const assistant = await makeUser("assistant")
  await enrol(room.class.id, assistant.id, "assistant")
  const seen: unknown[] = []
  for (const person of [reader.user, assistant]) {
    const viewer = await viewerFor(person)
    for (const order of ["argued", "newest", "sentence"] as const)
      seen.push(await loadThread(viewer, threadInput.parse({ ...at, order }), new Date()))
    seen.push(await searchDiscussion(viewer, { assignmentId, find: "think" }, new Date()))
    seen.push(await loadDiscussion(viewer, { assignmentId }, new Date()))
  }
  const text = JSON.stringify(seen)
  for (const { user, enrolment } of [one, two])
    for (const secret of [user.id, user.userName, user.displayName, enrolment.id])
      expect(text).not.toContain(secret)
  return text
}

describe("who wrote a post", () => {
  it("is not in a byte that classmates and assistants get: the author swapped, all stays the same", async () => {
    const seen = await inTwoDatabases(whatReadersSee)
    expect(firstDifference(seen)).toBeNull()
    expect(seen[0]).toContain("Blue Heron")
  })
})
