import { beforeAll, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { finishReading } from "@/lib/reading/server/finish-reading"
import { loadNotes } from "@/lib/reading/server/load-notes"
import { removeNote, restoreNote } from "@/lib/reading/server/remove-note"
import { saveNote } from "@/lib/reading/server/save-note"
import { savePlace } from "@/lib/reading/server/save-place"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeSession, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import { makeAssignment } from "@/tests/support/factories-lesson"
import { makeReadingRoom } from "@/tests/support/factories-reading"

useTestDatabase()

const now = new Date()
let room: Awaited<ReturnType<typeof makeReadingRoom>>
let other: Awaited<ReturnType<typeof makeReadingRoom>>
let maya: Viewer
let noor: Viewer

beforeAll(async () => {
  room = await makeReadingRoom()
  other = await makeReadingRoom()
  maya = await viewerFor(room.students[0])
  noor = await viewerFor(room.students[1])
})

const words = { mark: "claim" as const, body: "His strongest point." }
const note = (change: Record<string, unknown> = {}) => ({
  noteId: newRandomId(),
  assignmentId: room.assignment.id,
  sentenceId: room.sentenceId(2),
  ...words,
  ...change,
})
const codeOf = (decision: { ok: boolean; refusal?: { kind: string } }) =>
  decision.ok ? "ok" : decision.refusal?.kind
const notesOf = (viewer: Viewer, enrolmentId: string) =>
  loadNotes(viewer, { assignmentId: room.assignment.id, enrolment: { id: enrolmentId, role: "student" } })

describe("a note", () => {
  it("is kept with the sentence as it stood, and saved twice it is one note with the newer words", async () => {
    const input = note()
    expect(codeOf(await saveNote(maya, input, now))).toBe("ok")
    expect(codeOf(await saveNote(maya, { ...input, body: "On second thought." }, now))).toBe("ok")
    const rows = await database().sentenceNote.findMany({ where: { id: input.noteId } })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      body: "On second thought.",
      quote: room.lesson.sentences[2]?.text,
      revisionId: room.lesson.revisionId,
      enrolmentId: room.enrolments[0].id,
    })
  })

  it("is seen by its writer only", async () => {
    const input = note({ body: "For my eyes." })
    await saveNote(maya, input, now)
    expect((await notesOf(maya, room.enrolments[0].id)).map(({ body }) => body)).toContain("For my eyes.")
    expect(await notesOf(noor, room.enrolments[1].id)).toEqual([])
    const teacher = await viewerFor(room.teacher)
    const asTeacher = {
      assignmentId: room.assignment.id,
      enrolment: { id: room.enrolments[0].id, role: "teacher" as const },
    }
    expect(await loadNotes(teacher, asTeacher)).toEqual([])
  })

  it("goes and comes back", async () => {
    const input = note({ body: "Taken away." })
    await saveNote(maya, input, now)
    expect(codeOf(await removeNote(maya, input, now))).toBe("ok")
    expect((await notesOf(maya, room.enrolments[0].id)).map(({ noteId }) => noteId)).not.toContain(
      input.noteId,
    )
    expect(await restoreNote(maya, input)).toMatchObject({
      ok: true,
      value: { body: "Taken away.", mark: "claim" },
    })
    expect((await notesOf(maya, room.enrolments[0].id)).map(({ noteId }) => noteId)).toContain(input.noteId)
  })
})

describe("a note is forbidden", () => {
  it("to the teacher and the assistant of the class", async () => {
    for (const person of [room.teacher, room.assistant])
      expect(codeOf(await saveNote(await viewerFor(person), note(), now))).toBe("forbidden")
  })

  it("to somebody who is not, or no longer, or not yet in the class: to them there is no such sentence", async () => {
    expect(codeOf(await saveNote(await viewerFor(other.students[0]), note(), now))).toBe("missing")
    for (const options of [{ leftAt: now }, { state: "pending" as const }]) {
      const person = await makeUser("student")
      await enrol(room.class.id, person.id, "student", options)
      expect(codeOf(await saveNote(await viewerFor(person), note(), now))).toBe("missing")
    }
  })

  it("on a sentence of another text, and before the assignment opens", async () => {
    expect(codeOf(await saveNote(maya, note({ sentenceId: other.sentenceId(0) }), now))).toBe("missing")
    const where = {
      classId: room.class.id,
      lessonVersionId: room.lesson.lessonVersionId,
      createdById: room.teacher.id,
    }
    const later = await makeAssignment(where, { opensAt: new Date(now.getTime() + 3_600_000) })
    expect(codeOf(await saveNote(maya, note({ assignmentId: later.id }), now))).toBe("missing")
  })

  it("to change or take away for anybody but its writer", async () => {
    const input = note()
    await saveNote(maya, input, now)
    expect(codeOf(await saveNote(noor, { ...input, body: "Mine now." }, now))).toBe("conflict")
    expect(codeOf(await removeNote(noor, input, now))).toBe("missing")
    await removeNote(maya, input, now)
    expect(codeOf(await restoreNote(noor, input))).toBe("missing")
    expect(codeOf(await restoreNote(await viewerFor(room.teacher), input))).toBe("missing")
  })

  it("to take away or back for whoever wrote it as a student and works at the school by now", async () => {
    const input = note()
    await saveNote(maya, input, now)
    const grown = { ...maya, role: "assistant" as const }
    expect(codeOf(await removeNote(grown, input, now))).toBe("missing")
    await removeNote(maya, input, now)
    expect(codeOf(await restoreNote(grown, input))).toBe("missing")
  })

  it("to its own writer once they have left the class", async () => {
    const person = await makeUser("student")
    const enrolment = await enrol(room.class.id, person.id)
    const viewer = await viewerFor(person)
    const input = note()
    await saveNote(viewer, input, now)
    await database().enrolment.update({ where: { id: enrolment.id }, data: { leftAt: now } })
    expect(codeOf(await removeNote(viewer, input, now))).toBe("missing")
    expect(codeOf(await restoreNote(viewer, input))).toBe("missing")
  })
})

async function makeTerm({ lessonVersionId }: { lessonVersionId: string }): Promise<string> {
  const term = {
    id: newRandomId(),
    lessonVersionId,
    position: 1,
    term: "veto",
    forms: ["veto"],
    definition: "No",
  }
  await database().glossaryTerm.create({ data: term })
  return term.id
}

describe("the place", () => {
  const keep = async (
    userId: string,
    place: { sentenceId: string; sentencesRead: number; openedTerms?: string[] },
    id = room.assignment.id,
  ) => {
    const { tokenHash } = await makeSession(userId)
    return savePlace(tokenHash, id, { place, now })
  }
  const at = (index: number, sentencesRead: number) => ({ sentenceId: room.sentenceId(index), sentencesRead })

  it("is where one last was, and what is read never shrinks nor passes the end", async () => {
    const { id } = room.students[0]
    expect(await keep(id, at(4, 5))).toMatchObject({ ok: true, value: { sentencesRead: 5 } })
    expect(await keep(id, at(1, 2))).toMatchObject({
      ok: true,
      value: { sentenceId: room.sentenceId(1), sentencesRead: 5 },
    })
    expect(await keep(id, at(6, 9999))).toMatchObject({
      ok: true,
      value: { sentencesRead: room.lesson.sentences.length },
    })
  })

  it("brings the words looked up, each kept once, and none of another lesson", async () => {
    const [mine, theirs] = [await makeTerm(room.lesson), await makeTerm(other.lesson)]
    const { id } = room.students[0]
    await keep(id, { ...at(1, 2), openedTerms: [mine, theirs] })
    await keep(id, { ...at(1, 2), openedTerms: [mine] })
    await keep(room.teacher.id, { ...at(1, 2), openedTerms: [mine] })
    await keep(other.students[0].id, { ...at(1, 2), openedTerms: [mine] })
    const kept = await database().glossaryLookup.findMany({ where: { termId: { in: [mine, theirs] } } })
    expect(kept).toEqual([
      { assignmentId: room.assignment.id, enrolmentId: room.enrolments[0].id, termId: mine },
    ])
  })

  it("is forbidden to staff, to others, on other texts, and without a living session", async () => {
    expect(codeOf(await keep(room.teacher.id, at(0, 1)))).toBe("missing")
    expect(codeOf(await keep(room.assistant.id, at(0, 1)))).toBe("missing")
    expect(codeOf(await keep(other.students[0].id, at(0, 1)))).toBe("missing")
    expect(
      codeOf(await keep(room.students[0].id, { sentenceId: other.sentenceId(0), sentencesRead: 1 })),
    ).toBe("missing")
    const { tokenHash } = await makeSession(room.students[0].id, new Date(Date.now() - 1000))
    const expired = await savePlace(tokenHash, room.assignment.id, { place: at(0, 1), now })
    expect(codeOf(expired)).toBe("unauthenticated")
  })
})

describe("finishing", () => {
  it("counts once, with everything read", async () => {
    const first = await finishReading(noor, { assignmentId: room.assignment.id }, now)
    const later = await finishReading(
      noor,
      { assignmentId: room.assignment.id },
      new Date(now.getTime() + 5000),
    )
    expect(first).toEqual({ ok: true, value: { finishedAt: now } })
    expect(later).toEqual(first)
    const where = { kind: "reading.finished", actorId: noor.userId }
    expect(await database().event.count({ where })).toBe(1)
    const row = await database().readingProgress.findFirst({ where: { enrolmentId: room.enrolments[1].id } })
    expect(row?.sentencesRead).toBe(room.lesson.sentences.length)
  })

  it("is forbidden to staff and to strangers", async () => {
    const input = { assignmentId: room.assignment.id }
    expect(codeOf(await finishReading(await viewerFor(room.teacher), input, now))).toBe("forbidden")
    expect(codeOf(await finishReading(await makeViewer("student"), input, now))).toBe("missing")
  })
})
