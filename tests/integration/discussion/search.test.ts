import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { MOST_FOUND, searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { foldText } from "@/lib/discussion/thread/find-words"
import { database } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"
import { enrol, makeUser, makeViewer, viewerFor } from "../../support/factories"
import { makeDiscussion, makeLongThread, makePost } from "../../support/factories-discussion"

useTestDatabase()

/** Two threads: I have posted in the first, others in both. */
async function scene() {
  const room = await makeDiscussion({ students: 2, prompts: ["One?", "Two?"] })
  const [me, other] = room.students
  const [one, two] = room.prompts
  if (!me || !other || !one || !two) throw new Error("no people")
  const assignmentId = room.assignment.id
  const write = (body: string, more: object = {}, promptId = one.id, of = other) =>
    makePost({ assignmentId, promptId, enrolmentId: of.enrolment.id }, { alias: "Red Kite", body, ...more })
  await write("I open with this.", { alias: "Grey Owl" }, one.id, me)
  const viewer = await viewerFor(me.user)
  const find = async (asked: string, who: Viewer = viewer) => {
    const found = await searchDiscussion(who, { assignmentId, find: asked }, new Date())
    return found.ok ? found.value.posts.map((post) => post.excerpt) : found.refusal.code
  }
  return { room, me, other, one, two, assignmentId, write, viewer, find }
}

describe("searching a discussion", () => {
  it("finds every word in any order, ignoring case and marks, and takes signs as signs", async () => {
    const { write, find } = await scene()
    const french = await write("La NEUTRALITÉ n’est pas un crime.")
    await write("Neutral in name: 100% _words_.")
    await write("یہ کِتاب ہے")
    expect(await find("crime neutralite")).toEqual([french.body])
    expect(await find("Neutralite\u0301")).toEqual([french.body])
    expect(await find("neutral")).toHaveLength(2)
    expect(await find("neutral absent")).toEqual([])
    expect(await find("کتاب")).toHaveLength(1)
    for (const sign of ["%", "_", "100%"])
      expect(await find(sign)).toEqual(["Neutral in name: 100% _words_."])
    for (const asked of ["'; DROP TABLE", "\\", "(", "[a-z]", "\u0000a"])
      expect(await find(asked)).toBeInstanceOf(Array)
    expect(await find(" \u200b ")).toBe("discussion.findEmpty")
  })

  it("folds in the database as it does in the app", async () => {
    const { write, find } = await scene()
    for (const text of ["Ångström", "Ἀθῆναι", "Йод", "ﬁne", "ＷＩＤＥ", "قُرآن"]) {
      await write(`${text} stands here.`)
      expect(await find(text)).toHaveLength(1)
      expect(await find(foldText(text))).toHaveLength(1)
    }
  })

  it("looks behind no gate, into no hidden post and nothing taken back", async () => {
    const { room, two, write, find, me, other } = await scene()
    await write("canary behind the gate", {}, two.id)
    await write("canary hidden", { state: "hidden" })
    await write("canary taken back", { state: "deleted" })
    expect(await find("canary")).toEqual([])
    expect(await find("canary", await viewerFor(other.user))).toEqual(["canary behind the gate"])
    expect(await find("canary", await viewerFor(room.teacher))).toEqual(["canary behind the gate"])
    await write("Now I have posted.", { alias: "Sea Otter" }, two.id, me)
    expect(await find("canary")).toEqual(["canary behind the gate"])
  })

  it("names people as the thread does, and leads to the post", async () => {
    const { room, write, viewer, one, assignmentId, other } = await scene()
    const post = await write("A rare word: hedgehog.")
    const asked = { assignmentId, find: "hedgehog" }
    const found = await searchDiscussion(viewer, asked, new Date())
    expect(found.ok && found.value.posts[0]).toMatchObject({
      id: post.publicId,
      promptId: one.id,
      author: { name: "Red Kite", alias: null },
    })
    expect(JSON.stringify(found)).not.toContain(other.user.displayName)
    const named = await searchDiscussion(await viewerFor(room.teacher), asked, new Date())
    expect(named.ok && named.value.posts[0]?.author.name).toBe(other.user.displayName)
  })

  it("shows the newest fifty and says that there are more", async () => {
    const { room, one, viewer, assignmentId } = await scene()
    await database().thread.deleteMany({ where: { assignmentId } })
    await makeLongThread({ assignmentId, promptId: one.id }, room.students, 60)
    const found = await searchDiscussion(viewer, { assignmentId, find: "post" }, new Date())
    expect(found.ok && [found.value.posts.length, found.value.isMore]).toEqual([MOST_FOUND, true])
  })

  it("is forbidden outside one's classes, after leaving, and before the opening", async () => {
    const { room, me, find, assignmentId, viewer } = await scene()
    for (const role of ["student", "teacher", "assistant", "administrator"] as const)
      expect(await find("open", await makeViewer(role))).toBe("discussion.noSuchAssignment")
    const forger = await makeUser("student")
    await enrol(room.class.id, forger.id, "teacher")
    expect(await find("open", await viewerFor(forger))).toBe("discussion.noSuchAssignment")
    const early = new Date(room.assignment.opensAt.getTime() - 1)
    expect((await searchDiscussion(viewer, { assignmentId, find: "open" }, early)).ok).toBe(false)
    await database().enrolment.update({ where: { id: me.enrolment.id }, data: { leftAt: new Date() } })
    expect(await find("open")).toBe("discussion.noSuchAssignment")
  })
})
