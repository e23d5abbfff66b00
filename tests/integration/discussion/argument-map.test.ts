import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { buildMap, nodesOf } from "@/lib/discussion/argument-map/build-map"
import { loadArgumentMap } from "@/lib/discussion/server/load-argument-map"
import { database } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"
import { makeUser, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"

useTestDatabase()

async function scene() {
  const room = await makeDiscussion({ students: 3 })
  const [me, other, gated] = room.students
  const [prompt] = room.prompts
  const [sentence] = room.sentences
  if (!me || !other || !gated || !prompt || !sentence) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const { revisionId } = await database().lessonVersion.findUniqueOrThrow({
    where: { id: room.assignment.lessonVersionId },
  })
  const cites = [{ sentenceId: sentence.id, revisionId, quote: sentence.text }]
  const claim = await makePost(
    { ...at, enrolmentId: me.enrolment.id },
    { alias: "Blue Heron", body: "So it is." },
  )
  const answer = await makePost(
    { ...at, enrolmentId: other.enrolment.id },
    { alias: "Red Kite", parentId: claim.id, move: "evidence", body: "A canary.", cites },
  )
  return { room, me, other, gated, at, claim, answer, sentence }
}

const mapFor = async (viewer: Viewer, at: { assignmentId: string; promptId: string }) => {
  const loaded = await loadArgumentMap(viewer, at, new Date())
  return loaded.ok ? loaded.value : loaded.refusal.kind
}

describe("the map of a thread", () => {
  it("holds what was argued, by pseudonym, and rests a claim on what supports it", async () => {
    const { me, at, claim, answer, sentence } = await scene()
    const loaded = await mapFor(await viewerFor(me.user), at)
    if (typeof loaded === "string") throw new Error(loaded)
    const nodes = nodesOf(buildMap(loaded.posts ?? []))
    expect(nodes.map(({ post, relation }) => [post.id, relation, post.author?.name])).toEqual([
      [claim.publicId, "opens", "Blue Heron"],
      [answer.publicId, "supports", "Red Kite"],
    ])
    expect(nodes[0]?.restsOn.map(({ sentenceId }) => sentenceId)).toEqual([sentence.id])
    expect(JSON.stringify(loaded)).not.toContain(me.user.displayName)
  })

  it("holds no word, author or sentence of a post that is hidden or taken back", async () => {
    const { me, at, answer, sentence } = await scene()
    for (const state of ["hidden", "deleted"] as const) {
      await database().post.update({ where: { id: answer.id }, data: { state } })
      const text = JSON.stringify(await mapFor(await viewerFor(me.user), at))
      for (const secret of ["canary", "Red Kite", sentence.id]) expect(text).not.toContain(secret)
    }
  })

  it("is shut behind post-first, to everybody outside the class, and after leaving it", async () => {
    const { room, me, gated, at } = await scene()
    expect(await mapFor(await viewerFor(gated.user), at)).toMatchObject({ posts: null })
    for (const role of ["student", "teacher", "assistant", "administrator"] as const)
      expect(await mapFor(await viewerFor(await makeUser(role)), at)).toBe("missing")
    expect(await mapFor(await viewerFor(room.teacher), at)).toMatchObject({ isStaff: true })
    await database().enrolment.update({ where: { id: me.enrolment.id }, data: { leftAt: new Date() } })
    expect(await mapFor(await viewerFor(me.user), at)).toBe("missing")
  })
})
