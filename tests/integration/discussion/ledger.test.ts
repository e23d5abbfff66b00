import { describe, expect, it } from "vitest"
import { ledgerInput } from "@/lib/discussion/input"
import { answerActAppeal } from "@/lib/discussion/server/answer-act-appeal"
import { appealAct } from "@/lib/discussion/server/appeal-act"
import { loadHowItIsKept } from "@/lib/discussion/server/load-how-it-is-kept"
import { loadLedger } from "@/lib/discussion/server/load-ledger"
import { loadModeration } from "@/lib/discussion/server/load-moderation"
import { lockThread } from "@/lib/discussion/server/lock-thread"
import { dismissReports, hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { reportPost } from "@/lib/discussion/server/report-post"
import { loadToday } from "@/lib/lesson/server/load-today"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { answer, codeOf, makeKeptClass, strangers } from "../../support/kept-class"
import { changedMeanwhile } from "../../support/meanwhile"

useTestDatabase()

const now = () => new Date()

type Kept = Awaited<ReturnType<typeof makeKeptClass>>

async function linesOf(viewer: Kept["teacher"], classId: string, more: object = {}) {
  const ledger = await loadLedger(viewer, ledgerInput.parse({ classId, ...more }))
  if (!ledger.ok) throw new Error(ledger.refusal.code)
  return ledger.value.lines
}

const actId = async ({ classId }: Kept) =>
  (await database().moderationAct.findFirstOrThrow({ where: { classId, kind: "hidden" } })).id
const stateOf = async ({ post }: Kept) =>
  (await database().post.findUniqueOrThrow({ where: { id: post.id } })).state

describe("the ledger", () => {
  it("holds who did what by which rule, and that it was undone", async () => {
    const { about, at, classId, teacher, second, assistant, reporter } = await makeKeptClass()
    await reportPost(reporter, { ...about, kind: "unkind", reason: "" }, now())
    await dismissReports(assistant, about, now())
    await hidePost(teacher, { ...about, reason: "It is about him.", rule: "norm:1" }, now())
    await hidePost(teacher, { ...about, reason: "Twice.", rule: "unkind" }, now())
    await showPost(second, about, now())
    await hidePost(second, { ...about, reason: "After all.", rule: "personal_data" }, now())
    await lockThread(teacher, { ...at, reason: "Enough." }, now())
    const lines = await linesOf(teacher, classId)
    expect(
      lines.map(({ kind, by, reason, norm, ruleKind, isUndone }) => [
        kind,
        by,
        reason,
        norm ?? ruleKind,
        isUndone,
      ]),
    ).toEqual([
      ["locked", teacher.displayName, "Enough.", null, false],
      ["hidden", "Mr Ortega", "After all.", "personal_data", false],
      ["shown", "Mr Ortega", "", null, false],
      ["hidden", teacher.displayName, "It is about him.", 1, true],
      ["reports_dismissed", assistant.displayName, "", null, false],
    ])
    expect(await linesOf(teacher, classId, { kind: "locked" })).toHaveLength(1)
    expect(await linesOf(teacher, classId, { kind: "nonsense" })).toHaveLength(5)
    expect(await linesOf(teacher, classId, { assignmentId: newId() })).toHaveLength(0)
    expect(await linesOf(teacher, classId, { assignmentId: at.assignmentId })).toHaveLength(5)
  })

  it("is never rewritten", async () => {
    const { about, classId, teacher } = await makeKeptClass()
    await hidePost(teacher, { ...about, reason: "It is unkind." }, now())
    const rewriting = database().moderationAct.updateMany({
      where: { classId },
      data: { reason: "It was fine." },
    })
    await expect(rewriting).rejects.toThrow("append-only")
  })

  it("takes only rules that the class has", async () => {
    const { about, teacher } = await makeKeptClass()
    const hide = (rule: string) => hidePost(teacher, { ...about, reason: "Why.", rule }, now())
    for (const rule of ["norm:6", "worried", "nonsense"])
      expect(codeOf(await hide(rule))).toBe("invalid noSuchRule")
    expect(codeOf(await hide("norm:5"))).toBe("ok")
  })

  it("speaks by pseudonym to whoever may not see names, and to nobody outside the staff", async () => {
    const { about, classId, teacher, assistant, author, reporter, third } = await makeKeptClass()
    await reportPost(reporter, { ...about, kind: "unkind", reason: "" }, now())
    await hidePost(teacher, { ...about, reason: "It is unkind." }, now())
    await appealAct(author, { ...about, words: "I meant the argument." }, now())
    const names = async (viewer: typeof teacher) =>
      (await linesOf(viewer, classId)).map((line) => line.post?.author.name)
    expect(await names(teacher)).toEqual([author.displayName])
    expect(await names(assistant)).toEqual(["Blue Heron"])
    const text = JSON.stringify([await linesOf(assistant, classId), await linesOf(teacher, classId)])
    for (const secret of [reporter.displayName, reporter.userId, "Red Kite"])
      expect(text).not.toContain(secret)
    for (const nobody of [author, third, ...(await strangers())])
      expect(codeOf(await loadLedger(nobody, ledgerInput.parse({ classId })))).toBe("missing noSuchClass")
  })
})

describe("an appeal", () => {
  async function hidden() {
    const kept = await makeKeptClass()
    const { about, teacher, reporter } = kept
    await reportPost(reporter, { ...about, kind: "unkind", reason: "canary of a report" }, now())
    await hidePost(teacher, { ...about, reason: "It is unkind.", rule: "norm:1" }, now())
    return kept
  }
  const mine = { words: "I quoted him." }

  it("is made once by the author, answered by another teacher, and undoes the hiding", async () => {
    const kept = await hidden()
    const { about, author, second, at, reporter, teacher } = kept
    expect((await loadToday(second, now()))[0]?.openReports).toBe(0)
    const presses = Array.from({ length: 3 }, () => appealAct(author, { ...about, ...mine }, now()))
    for (const decision of await Promise.all(presses)) expect(codeOf(decision)).toBe("ok")
    expect((await loadToday(second, now()))[0]?.openReports).toBe(1)
    const grant = { actId: await actId(kept), grant: true, answer: "You did quote him." }
    expect(codeOf(await answerActAppeal(second, grant, now()))).toBe("ok")
    expect(codeOf(await answerActAppeal(second, grant, now()))).toBe("conflict appealDecided")
    expect(await stateOf(kept)).toBe("visible")
    const seen = await loadHowItIsKept(author, at.assignmentId)
    expect(seen.ok && seen.value.acts).toMatchObject([
      {
        kind: "hidden",
        isUndone: true,
        appeal: { granted: true, answer: "You did quote him.", byActor: false },
      },
    ])
    expect(JSON.stringify(seen)).not.toContain("canary of a report")
    for (const name of [reporter.displayName, "Red Kite"]) expect(JSON.stringify(seen)).not.toContain(name)
    expect(JSON.stringify(await loadHowItIsKept(reporter, at.assignmentId))).not.toContain("quote")
    const appealed = await database().event.findMany({
      where: { classId: kept.classId, kind: { startsWith: "post.appeal" } },
      orderBy: { id: "asc" },
    })
    expect(appealed.map((event) => [event.kind, event.actorId])).toEqual([
      ["post.appealed", null],
      ["post.appealDecided", second.userId],
    ])
    // Hidden once more it is another act, with an appeal of its own.
    await hidePost(teacher, { ...about, reason: "Still." }, now())
    expect(codeOf(await appealAct(author, { ...about, ...mine }, now()))).toBe("ok")
    expect(await database().actAppeal.count({ where: { act: { classId: kept.classId } } })).toBe(2)
  })

  it("that somebody else answers meanwhile stays as it was answered", async () => {
    const kept = await hidden()
    await appealAct(kept.author, { ...kept.about, ...mine }, now())
    const where = { actId: await actId(kept) }
    const refused = { granted: false, answer: "It is about him.", decidedAt: now() }
    const answered = await changedMeanwhile({
      change: (tx) => tx.actAppeal.update({ where, data: refused }),
      act: () => answerActAppeal(kept.second, { ...where, grant: true, answer: "He did quote." }, now()),
    })
    expect(codeOf(answered)).toBe("conflict appealDecided")
    expect(await stateOf(kept)).toBe("hidden")
    expect(await database().actAppeal.findUnique({ where })).toMatchObject({ answer: "It is about him." })
  })

  it("that is refused leaves the post hidden, and cannot be made again", async () => {
    const kept = await hidden()
    const { about, author, second } = kept
    await appealAct(author, { ...about, ...mine }, now())
    const refusal = { actId: await actId(kept), grant: false, answer: "It is about him." }
    expect(codeOf(await answerActAppeal(second, refusal, now()))).toBe("ok")
    expect(await stateOf(kept)).toBe("hidden")
    expect(codeOf(await appealAct(author, { ...about, words: "Please." }, now()))).toBe("ok")
    expect(
      await database().actAppeal.findMany({
        where: { act: { classId: kept.classId } },
        select: { words: true, granted: true },
      }),
    ).toEqual([{ words: "I quoted him.", granted: false }])
  })

  it("is answered by whoever hid the post only where there is no other teacher, which is said", async () => {
    const kept = await hidden()
    const { about, author, teacher, secondEnrolment, at } = kept
    await appealAct(author, { ...about, ...mine }, now())
    const grant = { actId: await actId(kept), grant: true, answer: "So it is." }
    expect(codeOf(await answerActAppeal(teacher, grant, now()))).toBe("forbidden appealNotOwn")
    await database().enrolment.update({ where: { id: secondEnrolment.id }, data: { leftAt: now() } })
    expect(codeOf(await answerActAppeal(teacher, grant, now()))).toBe("ok")
    const seen = await loadHowItIsKept(author, at.assignmentId)
    expect(seen.ok && seen.value.acts[0]?.appeal?.byActor).toBe(true)
  })

  it("is granted where a post is shown again meanwhile", async () => {
    const { about, author, second, at } = await hidden()
    await appealAct(author, { ...about, ...mine }, now())
    await showPost(second, about, now())
    const seen = await loadHowItIsKept(author, at.assignmentId)
    expect(seen.ok && seen.value.acts[0]?.appeal?.granted).toBe(true)
  })

  it("is nobody's who works here: what staff wrote and other staff hid is talked about", async () => {
    const { at, teacher, assistant } = await makeKeptClass()
    const own = await answer(teacher, at)
    if (!own.ok) throw new Error(own.refusal.code)
    const about = { postId: own.value.id }
    expect(codeOf(await hidePost(assistant, { ...about, reason: "It is unkind." }, now()))).toBe("ok")
    expect(codeOf(await appealAct(teacher, { ...about, ...mine }, now()))).toBe("missing noSuchPost")
    expect(await database().actAppeal.count({ where: { act: { assignmentId: at.assignmentId } } })).toBe(0)
  })

  it("is offered for an answer to teachers of the class, and not to assistants", async () => {
    const { at, classId, teacher, assistant } = await hidden()
    const offered = async (viewer: Kept["teacher"]) => {
      const ledger = await loadLedger(viewer, ledgerInput.parse({ classId }))
      const posts = await loadModeration(viewer, at.assignmentId)
      return [ledger.ok && ledger.value.mayDecide, posts.ok && posts.value.mayAnswer]
    }
    expect(await offered(teacher)).toEqual([true, true])
    expect(await offered(assistant)).toEqual([false, false])
  })

  it("is forbidden to everybody but the author, and its answer to everybody but teachers of the class", async () => {
    const kept = await makeKeptClass()
    const { about, author, reporter, third, teacher, assistant } = kept
    expect(codeOf(await appealAct(author, { ...about, ...mine }, now()))).toBe("conflict nothingToAppeal")
    // An assistant hid it: they answer no appeal, least of all against what they did.
    await hidePost(assistant, { ...about, reason: "It is unkind." }, now())
    for (const nobody of [reporter, third, teacher, assistant, ...(await strangers())])
      expect(codeOf(await appealAct(nobody, { ...about, ...mine }, now()))).toBe("missing noSuchPost")
    expect(codeOf(await appealAct(author, { ...about, words: " " }, now()))).toBe("invalid whyEmpty")
    expect(codeOf(await appealAct(author, { ...about, ...mine }, now()))).toBe("ok")
    const grant = { actId: await actId(kept), grant: true, answer: "Yes." }
    for (const viewer of [assistant, author, reporter])
      expect(codeOf(await answerActAppeal(viewer, grant, now()))).toBe("forbidden mayNotDecideAppeal")
    for (const nobody of [third, ...(await strangers())])
      expect(codeOf(await answerActAppeal(nobody, grant, now()))).toBe("missing noSuchAppeal")
    expect(codeOf(await answerActAppeal(teacher, { ...grant, answer: "" }, now()))).toBe("invalid whyEmpty")
    expect(await stateOf(kept)).toBe("hidden")
    expect(codeOf(await answerActAppeal(teacher, grant, now()))).toBe("ok")
  })
})
