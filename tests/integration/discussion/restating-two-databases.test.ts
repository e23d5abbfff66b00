import { describe, expect, it } from "vitest"
import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { hearThread } from "@/lib/discussion/server/hear-thread"
import { postReply } from "@/lib/discussion/server/post-reply"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { settleRestatement } from "@/lib/discussion/server/settle-restatement"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeAlias, makeDiscussion, makePost, openText } from "../../support/factories-discussion"
import { everythingOf } from "../../support/peer-eyes"
import { firstDifference, inTwoDatabases } from "../../support/two-databases"

useTestDatabase()

// One moment for both databases: nothing that is compared may come from the clock.
const now = new Date()
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const dates = { opensAt: hours(-24), dueAt: hours(48), closesAt: hours(72) }
/** Not the factories' running names, which the comparison masks. */
const names = ["Amina", "Bilal", "Chand"]

/** Heron challenges Kite, who is not quite met, is restated again and confirms; another restatement is settled. */
async function argue(variant: 0 | 1) {
  const room = await makeDiscussion({ students: 3, assignment: dates })
  const [reader, one, other] = room.students
  const [prompt] = room.prompts
  if (!reader || !one || !other || !prompt) throw new Error("no people")
  for (const [index, { user, enrolment }] of room.students.entries()) {
    await database().user.update({ where: { id: user.id }, data: { displayName: names[index] } })
    await openText(room.assignment.id, enrolment.id)
  }
  const [heron, kite] = variant ? [other, one] : [one, other]
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const people = [
    [reader, "Grey Owl"],
    [heron, "Blue Heron"],
    [kite, "Red Kite"],
  ] as const
  for (const [who, name] of people) await makeAlias({ ...at, enrolmentId: who.enrolment.id }, name)
  const write = (who: typeof reader) =>
    makePost({ ...at, enrolmentId: who.enrolment.id }, { createdAt: now, body: "A point." })
  await write(reader)
  await write(heron)
  const restated = await write(kite)
  const [writer, asked, teacher] = [
    await viewerFor(heron.user),
    await viewerFor(kite.user),
    await viewerFor(room.teacher),
  ]
  const challenge = async (restatement: string) => {
    const said = { move: "challenge" as const, body: "But why?", restatement, sentenceIds: [] }
    const kept = await postReply(
      writer,
      { parentId: restated.publicId, clientKey: newRandomId(), ...said },
      now,
    )
    return kept.ok ? kept.value.id : ""
  }
  const [first, second] = [await challenge("You say trade."), await challenge("You say bread.")]
  const notQuite = { answer: "not_quite", meant: "Hunger, I say." } as const
  const acts = [
    await answerRestatement(asked, { postId: first, number: 1, ...notQuite }, now),
    await rewordRestatement(writer, { postId: first, number: 1, words: "You say hunger." }, now),
    await answerRestatement(asked, { postId: first, number: 2, answer: "yes", meant: "" }, now),
    await answerRestatement(asked, { postId: second, number: 1, ...notQuite }, now),
    await settleRestatement(teacher, { postId: second, number: 1, ruling: "fair" }, now),
  ]
  expect(acts.every(({ ok }) => ok)).toBe(true)
  const looking = {
    ...at,
    posts: [restated.publicId, first, second],
    sentenceId: null,
    finds: ["hunger", "bread", "trade", "point"],
    now,
  }
  const heard = await hearThread(await viewerFor(reader.user), { ...at, after: 3, changes: 0, halt: null })
  const events = await database().event.findMany({
    where: { assignmentId: at.assignmentId, actorId: null },
    orderBy: { id: "asc" },
    select: { kind: true, data: true },
  })
  return {
    reader: reader.user,
    looking,
    told: JSON.stringify([heard.ok && heard.value.first, events]),
    // What the two themselves are shown is not the same: the comparison would see a difference.
    control: () => everythingOf(heron.user, looking),
  }
}

describe("who restated whom, and who answered", () => {
  it("is in no byte that a classmate gets: the two swapped, all stays the same", async () => {
    const seen = await inTwoDatabases(async (variant) => {
      const { reader, looking, told } = await argue(variant)
      return `${told}${await everythingOf(reader, looking)}`
    })
    expect(firstDifference(seen)).toBeNull()
    expect(seen[0]).toContain("You say hunger.")
    expect(seen[0]).toContain("Hunger, I say.")
    for (const name of names.slice(1)) expect(seen[0]).not.toContain(name)
  })

  it("is told to the two themselves, so that a difference would be seen", async () => {
    const seen = await inTwoDatabases(async (variant) => {
      const { control, reader, looking } = await argue(variant)
      return variant ? control() : everythingOf(reader, looking)
    })
    expect(firstDifference(seen)).not.toBeNull()
  })
})
