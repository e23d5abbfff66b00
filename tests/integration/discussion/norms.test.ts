import { describe, expect, it } from "vitest"
import { threadInput } from "@/lib/discussion/input"
import { acceptNorms, saveHelpLine, saveNorms } from "@/lib/discussion/server/keep-norms"
import { loadKeptClassView } from "@/lib/discussion/server/load-kept-class"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { database } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"
import { failBeforeCommit } from "../../support/failing-statement"
import { answer, codeOf, makeKeptClass, reply, strangers } from "../../support/kept-class"

useTestDatabase()

const now = () => new Date()

async function unasked() {
  const kept = await makeKeptClass()
  await database().normsAcceptance.deleteMany({ where: { enrolment: { classId: kept.classId } } })
  return kept
}

describe("the norms of a class", () => {
  it("come before a student's first post, once, and never before staff's", async () => {
    const { at, classId, third, reporter, teacher, assistant, other } = await unasked()
    expect(codeOf(await answer(third, at))).toBe("conflict normsFirst")
    expect(codeOf(await reply(reporter, other.publicId))).toBe("conflict normsFirst")
    for (const staff of [teacher, assistant]) expect(codeOf(await answer(staff, at))).toBe("ok")
    const accept = { assignmentId: at.assignmentId, number: 0 }
    const presses = Array.from({ length: 4 }, () => acceptNorms(third, accept, now()))
    for (const decision of await Promise.all(presses)) expect(codeOf(decision)).toBe("ok")
    expect(await database().event.count({ where: { classId, kind: "norms.accepted" } })).toBe(1)
    expect(codeOf(await answer(third, at))).toBe("ok")
    expect(codeOf(await answer(third, at))).toBe("ok")
  })

  it("are not accepted where that could not be written down", async () => {
    const [kept, other] = [await unasked(), await unasked()]
    const accept = ({ third, at }: Awaited<ReturnType<typeof unasked>>) =>
      acceptNorms(third, { assignmentId: at.assignmentId, number: 0 }, now())
    await failBeforeCommit({ rehearse: () => accept(other), act: () => accept(kept) })
    const accepted = ({ classId }: { classId: string }) =>
      database().normsAcceptance.count({ where: { enrolment: { classId } } })
    expect([await accepted(kept), await accepted(other)]).toEqual([0, 1])
  })

  it("are shown with the page until they are accepted", async () => {
    const { at, third } = await unasked()
    const asks = async () => {
      const view = await loadThread(third, threadInput.parse(at), now())
      return view.ok && [view.value.asksNorms, view.value.norms]
    }
    expect(await asks()).toEqual([true, { number: 0, list: null }])
    await acceptNorms(third, { assignmentId: at.assignmentId, number: 0 }, now())
    expect(await asks()).toEqual([false, { number: 0, list: null }])
  })

  it("are asked again only where the teacher says so, and by the words that stand", async () => {
    const { at, classId, third, teacher } = await makeKeptClass()
    const save = (text: string, asksAgain: boolean) => saveNorms(teacher, { classId, text, asksAgain }, now())
    expect(codeOf(await save("Be kind.\nSay why.", false))).toBe("ok")
    expect(codeOf(await answer(third, at))).toBe("ok")
    expect(codeOf(await save("Be kind.\nSay why, always.", true))).toBe("ok")
    expect(codeOf(await answer(third, at))).toBe("conflict normsFirst")
    const accept = (number: number) => acceptNorms(third, { assignmentId: at.assignmentId, number }, now())
    expect(codeOf(await accept(1))).toBe("conflict normsChanged")
    expect(codeOf(await accept(2))).toBe("ok")
    expect(codeOf(await answer(third, at))).toBe("ok")
    expect(codeOf(await save("Be kind.\nSay why, always.", false))).toBe("ok")
    const kept = await loadKeptClassView(teacher, classId)
    expect(kept.ok && [kept.value.norms.number, kept.value.accepted, kept.value.students]).toEqual([2, 1, 3])
  })

  it("changed by two at once are changed by one", async () => {
    const { classId, teacher, second } = await makeKeptClass()
    const codes = await Promise.all(
      [teacher, second].map(async (viewer, index) =>
        codeOf(await saveNorms(viewer, { classId, text: `Norm ${index}`, asksAgain: false }, now())),
      ),
    )
    const kept = await database().discussionNorms.count({ where: { classId } })
    expect(codes.filter((code) => code === "ok").length).toBe(kept)
  })

  it("and the line of help are a teacher's of the class to change; accepting is its students'", async () => {
    const { at, classId, author, assistant, teacher } = await makeKeptClass()
    const change = { classId, text: "Be kind.", asksAgain: false }
    const help = { classId, helpLine: "Room 12, the counsellor." }
    for (const viewer of [author, assistant]) {
      expect(codeOf(await saveNorms(viewer, change, now()))).toBe("forbidden mayNotSetNorms")
      expect(codeOf(await saveHelpLine(viewer, help))).toBe("forbidden mayNotSetNorms")
    }
    const accept = { assignmentId: at.assignmentId, number: 0 }
    for (const stranger of await strangers()) {
      expect(codeOf(await saveNorms(stranger, change, now()))).toBe("missing noSuchClass")
      expect(codeOf(await saveHelpLine(stranger, help))).toBe("missing noSuchClass")
      expect(codeOf(await acceptNorms(stranger, accept, now()))).toBe("missing noSuchAssignment")
      expect(codeOf(await loadKeptClassView(stranger, classId))).toBe("missing noSuchClass")
    }
    expect(codeOf(await acceptNorms(teacher, accept, now()))).toBe("forbidden normsForStudents")
    expect(codeOf(await loadKeptClassView(author, classId))).toBe("missing noSuchClass")
    expect(codeOf(await saveHelpLine(teacher, help))).toBe("ok")
    const view = await loadThread(author, threadInput.parse(at), now())
    expect(view.ok && view.value.helpLine).toBe("Room 12, the counsellor.")
  })

  it("are gone for whoever left the class", async () => {
    const { at, third, rows } = await makeKeptClass()
    await database().enrolment.update({ where: { id: rows.third.enrolment.id }, data: { leftAt: now() } })
    const accept = { assignmentId: at.assignmentId, number: 0 }
    expect(codeOf(await acceptNorms(third, accept, now()))).toBe("missing noSuchAssignment")
  })
})
