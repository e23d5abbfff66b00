import { describe, expect, it, vi } from "vitest"
import { editPost } from "@/lib/discussion/server/edit-post"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { database } from "@/lib/platform/database"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { newRandomId } from "@/lib/platform/ids"
import { closeListener } from "@/lib/platform/notifications"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeAlias, makePost, openText, type Student } from "../../support/factories-discussion"
import { makeGroupedDiscussion } from "../../support/factories-groups"
import { signedIn, until, useFrontServer } from "../../support/front-server"
import { everythingOf, type Looking } from "../../support/peer-eyes"
import { firstDifference, inTwoDatabases } from "../../support/two-databases"

useTestDatabase()
const server = useFrontServer()

// One moment for both databases: nothing that is compared may come from the clock.
const now = new Date()
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const dates = { opensAt: hours(-24), dueAt: hours(48), closesAt: hours(72) }
const names = ["Amina", "Bilal", "Chand", "Dania", "Emre"]
const birds = ["Grey Owl", "Blue Heron", "Red Kite", "Wood Lark", "Marsh Tit"]
const SECRET = "zebra"

async function classroom() {
  const held = await makeGroupedDiscussion({ prompts: ["One?", "Two?"], assignment: dates })
  const { room, at } = held
  for (const [index, { user, enrolment }] of room.students.entries()) {
    await database().user.update({ where: { id: user.id }, data: { displayName: names[index] } })
    await openText(at.assignmentId, enrolment.id)
    for (const { id: promptId, position } of room.prompts) {
      const place = { assignmentId: at.assignmentId, promptId, enrolmentId: enrolment.id }
      await makeAlias(place, `${birds[index]} ${position}`)
    }
  }
  return held
}

/** What a member of the other group, and somebody in none, get; in one of the databases the Kites are busy. */
async function seenBesideKites(variant: 0 | 1) {
  const { room, at, herons, kites, one, mate, other, third, alone } = await classroom()
  const write = (who: Student, groupId: string, more: object = {}) =>
    makePost({ ...at, groupId, enrolmentId: who.enrolment.id }, { createdAt: now, ...more })
  await write(one, herons, { body: "I think so." })
  await write(mate, herons, { body: "I think not." })
  const posts: string[] = []
  if (variant) {
    const first = await write(other, kites, { body: `I think ${SECRET}.`, side: "agree" })
    const second = await write(third, kites, { body: SECRET, parentId: first.id })
    posts.push(first.publicId, second.publicId)
  } else posts.push(newRandomId(), newRandomId())
  const listeners = [one, alone].map(({ user }) => user)
  const streams: Awaited<ReturnType<typeof server.hear>>[] = []
  for (const user of listeners) {
    const path = `/api/assignments/${at.assignmentId}/prompts/${at.promptId}/events?after=2.0`
    streams.push(await server.hear(path, { cookie: (await signedIn(user)).cookie }))
  }
  const answer = async (who: Student, body: string) => {
    const said = { move: "claim" as const, side: null, body, sentenceIds: [] }
    return postAnswer(await viewerFor(who.user), { ...at, ...said, clientKey: newRandomId() }, now)
  }
  if (variant) {
    expect((await answer(third, `More ${SECRET}`)).ok).toBe(true)
    const [postId = "", other2 = ""] = posts
    expect((await editPost(await viewerFor(other.user), { postId, body: `${SECRET} again` }, now)).ok).toBe(
      true,
    )
    const hidden = { postId: other2, reason: SECRET }
    expect((await hidePost(await viewerFor(room.teacher), hidden, now)).ok).toBe(true)
  }
  expect((await answer(mate, "Something else, to the point.")).ok).toBe(true)
  await until(() => /^data:/m.test(streams[0]?.heard.text ?? ""))
  closeEventStreams()
  for (const stream of streams) await stream.reading
  await closeListener()
  const heard = streams.map(({ status, heard: { text } }) => `${status} ${text.replaceAll(":\n\n", "")}`)
  const looking: Looking = {
    ...at,
    posts,
    sentenceId: room.sentences[0]?.id ?? null,
    finds: [SECRET, "think"],
    now,
  }
  const peers = [...heard, await everythingOf(one.user, looking), await everythingOf(alone.user, looking)]
  return { peers: peers.join("\n"), control: await everythingOf(third.user, looking) }
}

// Two databases are made, and in each everything is looked at.
vi.setConfig({ testTimeout: 120_000 })

describe("two databases that differ in what another group writes", () => {
  it("are the same bytes to a member of this group and to somebody in none", async () => {
    const mark = "\n======\n"
    const runs = await inTwoDatabases(async (variant) => {
      const { peers, control } = await seenBesideKites(variant)
      return `${peers}${mark}${control}`
    })
    const part = (at: number) => runs.map((text) => text.split(mark)[at] ?? "") as [string, string]
    const [peers, control] = [part(0), part(1)]
    expect(firstDifference(peers)).toBeNull()
    // A search that finds nothing says what was looked for.
    for (const text of ['"seqs":[3]', "I think not.", "Herons", "404", "You are not in a group yet"])
      expect([text, peers[0].includes(text)]).toEqual([text, true])
    expect(peers[1].includes("Kites")).toBe(false)
    expect(control[1].includes(`${SECRET} again`)).toBe(true)
    expect(firstDifference(control)).not.toBeNull()
  })
})
