import { describe, expect, it } from "vitest"
import { loadHowItIsKept } from "@/lib/discussion/server/load-how-it-is-kept"
import { loadLedger } from "@/lib/discussion/server/load-ledger"
import { loadModeration } from "@/lib/discussion/server/load-moderation"
import { loadOpened } from "@/lib/discussion/server/load-opened"
import { loadWorries } from "@/lib/discussion/server/load-worries"
import { loadWorry } from "@/lib/discussion/server/load-worry"
import { dismissReports, hidePost } from "@/lib/discussion/server/moderate-post"
import { reportPost } from "@/lib/discussion/server/report-post"
import { takeWorry } from "@/lib/discussion/server/take-worry"
import { openPrivateText } from "@/lib/lesson/server/open-private-text"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { makeViewer } from "../../support/factories"
import { makePost, makeStance, openText } from "../../support/factories-discussion"
import { codeOf, makeKeptClass, strangers } from "../../support/kept-class"

useTestDatabase()

const now = () => new Date()
const daysLater = (count: number) => new Date(Date.now() + count * 86_400_000)

/** Somebody is worried about the author, who has a note, a hidden post, one taken back, and a stance. */
async function worried() {
  const kept = await makeKeptClass()
  const { at, rows, room, reporter, about } = kept
  const enrolmentId = rows.author.enrolment.id
  const sentenceId = room.sentences[0]?.id ?? ""
  const note = {
    assignmentId: at.assignmentId,
    sentenceId,
    revisionId: room.lesson.revisionId,
    quote: "A sentence.",
  }
  await openText(at.assignmentId, enrolmentId)
  await database().sentenceNote.create({ data: { id: newId(), ...note, enrolmentId, body: "secret note" } })
  const gone = { ...note, enrolmentId, body: "removed note", deletedAt: now() }
  await database().sentenceNote.create({ data: { id: newId(), ...gone } })
  await database().sentenceNote.create({
    data: { id: newId(), ...note, enrolmentId: rows.reporter.enrolment.id, body: "somebody else's note" },
  })
  for (const state of ["hidden", "deleted"] as const)
    await makePost({ ...at, enrolmentId }, { alias: "Blue Heron", body: `secret ${state}`, state })
  const stance = { moment: "before_reading" as const, position: 2, reason: "secret stance" }
  await makeStance({ userId: rows.author.user.id, assignmentId: at.assignmentId }, stance)
  expect(codeOf(await reportPost(reporter, { ...about, kind: "worried", reason: "" }, now()))).toBe("ok")
  return kept
}

describe("a worry", () => {
  it("stands before all staff of the class until one of them takes it, whatever becomes of the post", async () => {
    const { about, teacher, second, assistant, at, author } = await worried()
    for (const staff of [teacher, second, assistant])
      expect((await loadWorries(staff)).map((worry) => worry.postId)).toEqual([about.postId])
    expect(await loadWorries(author)).toEqual([])
    for (const stranger of await strangers()) expect(await loadWorries(stranger)).toEqual([])
    await dismissReports(second, about, now())
    await hidePost(second, { ...about, reason: "To be safe." }, now())
    expect(await loadWorries(teacher)).toHaveLength(1)
    expect(codeOf(await takeWorry(assistant, about, now()))).toBe("ok")
    expect(codeOf(await takeWorry(teacher, about, now()))).toBe("ok")
    for (const staff of [teacher, second, assistant]) expect(await loadWorries(staff)).toEqual([])
    const taken = await database().postReport.findFirstOrThrow({
      where: { kind: "worried", post: { publicId: about.postId } },
    })
    expect(taken.takenById).toBe(assistant.userId)
    const events = await database().event.findMany({
      where: { assignmentId: at.assignmentId },
      orderBy: { id: "asc" },
    })
    expect(events[0]).toMatchObject({ kind: "post.reported", actorId: null, data: { seq: 1, worried: true } })
    expect(events.filter((event) => event.kind === "post.worryTaken")).toHaveLength(1)
  })

  it("gets through after another report, and asks anew for somebody to take it", async () => {
    const { about, third, reporter, teacher, rows, at } = await makeKeptClass()
    await makePost({ ...at, enrolmentId: rows.third.enrolment.id })
    await reportPost(third, { ...about, kind: "unkind", reason: "" }, now())
    expect(await loadWorries(teacher)).toEqual([])
    await dismissReports(teacher, about, now())
    expect(
      codeOf(await reportPost(third, { ...about, kind: "worried", reason: "He means it." }, now())),
    ).toBe("ok")
    expect(codeOf(await reportPost(third, { ...about, kind: "worried", reason: "Again." }, now()))).toBe("ok")
    expect(await loadWorries(teacher)).toHaveLength(1)
    await takeWorry(teacher, about, now())
    await reportPost(reporter, { ...about, kind: "worried", reason: "" }, now())
    expect(await loadWorries(teacher)).toHaveLength(1)
    const moderation = await loadModeration(teacher, at.assignmentId)
    const reports = moderation.ok ? (moderation.value.posts[0]?.reports ?? []) : []
    expect(reports.map(({ kind, reason, takenBy }) => [kind, reason, takenBy])).toEqual([
      ["worried", "He means it.", teacher.displayName],
      ["worried", "", null],
    ])
    for (const name of [third.displayName, reporter.displayName])
      expect(JSON.stringify([moderation, await loadWorry(teacher, about.postId)])).not.toContain(name)
  })

  it("names its author to teachers of the class, and to an assistant by pseudonym", async () => {
    const { about, author, teacher, assistant } = await worried()
    const nameFor = async (viewer: typeof teacher) => {
      const worry = await loadWorry(viewer, about.postId)
      return worry.ok && worry.value.post.author.name
    }
    expect(await nameFor(teacher)).toBe(author.displayName)
    expect(await nameFor(assistant)).toBe("Blue Heron")
    expect(JSON.stringify(await loadWorry(assistant, about.postId))).not.toContain(author.displayName)
  })

  it("is taken by staff of the class alone", async () => {
    const { about, author, reporter, third } = await worried()
    for (const student of [author, reporter])
      expect(codeOf(await takeWorry(student, about, now()))).toBe("forbidden mayNotTakeWorry")
    for (const nobody of [third, ...(await strangers())]) {
      expect(codeOf(await takeWorry(nobody, about, now()))).toBe("missing noSuchPost")
      expect(codeOf(await loadWorry(nobody, about.postId))).toBe("missing noSuchPost")
    }
    expect(codeOf(await loadWorry(author, about.postId))).toBe("missing noSuchPost")
  })
})

describe("opening what is private", () => {
  const asked = { reason: "To see how bad it is.", untoldFor: null }

  it("shows a teacher notes and posts that nobody reads, never a stance, and writes it down", async () => {
    const { about, teacher, classId, at, author } = await worried()
    const opened = await openPrivateText(teacher, { ...about, ...asked }, now())
    const text = JSON.stringify(opened)
    for (const secret of ["secret note", "secret hidden", "secret deleted"]) expect(text).toContain(secret)
    for (const other of ["secret stance", "removed note", "somebody else's note"])
      expect(text).not.toContain(other)
    const ledger = await loadLedger(teacher, { classId, assignmentId: null, kind: "private_opened" })
    expect(ledger.ok && ledger.value.lines).toMatchObject([
      { by: teacher.displayName, reason: asked.reason, untoldFor: null, post: { id: about.postId } },
    ])
    const told = await loadHowItIsKept(author, at.assignmentId)
    expect(told.ok && told.value.acts).toMatchObject([{ kind: "private_opened", by: teacher.displayName }])
    const audit = await loadOpened(await makeViewer("administrator"))
    expect(audit.ok && audit.value[0]).toMatchObject({ by: teacher.displayName, whose: author.displayName })
    expect(JSON.stringify(audit)).not.toContain("secret")
  })

  it("stays unsaid to the student only with a reason of its own, which administrators read", async () => {
    const { about, teacher, at, author } = await worried()
    const untold = { ...about, reason: asked.reason, untoldFor: "His father reads his account." }
    expect(codeOf(await openPrivateText(teacher, { ...untold, untoldFor: " " }, now()))).toBe(
      "invalid whyEmpty",
    )
    expect(codeOf(await openPrivateText(teacher, untold, now()))).toBe("ok")
    const told = await loadHowItIsKept(author, at.assignmentId)
    expect(told.ok && told.value.acts).toEqual([])
    const audit = await loadOpened(await makeViewer("administrator"))
    expect(audit.ok && audit.value[0]?.untoldFor).toBe("His father reads his account.")
  })

  it("is no assistant's, no student's, no stranger's, without a worry nobody's, and not for ever", async () => {
    const kept = await worried()
    const { about, assistant, author, reporter, third, teacher, other, classId } = kept
    const open = { ...about, ...asked }
    expect(codeOf(await openPrivateText(assistant, open, now()))).toBe("forbidden mayNotOpenPrivate")
    for (const nobody of [author, reporter, third, ...(await strangers())])
      expect(codeOf(await openPrivateText(nobody, open, now()))).toBe("missing noSuchPost")
    const unworried = { postId: other.publicId, ...asked }
    expect(codeOf(await openPrivateText(teacher, unworried, now()))).toBe("missing noSuchPost")
    expect(codeOf(await openPrivateText(teacher, { ...open, reason: "" }, now()))).toBe("invalid whyEmpty")
    expect(codeOf(await openPrivateText(teacher, open, daysLater(14)))).toBe("conflict noWorry")
    expect(await database().moderationAct.count({ where: { classId } })).toBe(0)
    for (const role of ["student", "teacher", "assistant"] as const)
      expect(codeOf(await loadOpened(await makeViewer(role)))).toBe("forbidden mayNotOpenPrivate")
    expect(codeOf(await openPrivateText(teacher, open, daysLater(13)))).toBe("ok")
    const assistants = await loadLedger(assistant, { classId, assignmentId: null, kind: null })
    expect(assistants.ok && assistants.value.lines).toEqual([])
  })
})
