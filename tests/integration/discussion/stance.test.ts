import { describe, expect, it } from "vitest"
import { saveStanceInput } from "@/lib/discussion/input"
import { loadStanceStep } from "@/lib/discussion/server/load-stance-step"
import { loadStanceSummary } from "@/lib/discussion/server/load-stance-summary"
import { saveStance } from "@/lib/discussion/server/save-stance"
import { database } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"
import { makeViewer, viewerFor } from "../../support/factories"
import {
  makeDiscussion,
  makePost,
  makeStance,
  makeSummary,
  openText,
} from "../../support/factories-discussion"
import { failBeforeCommit } from "../../support/failing-statement"
import { changedMeanwhile, untilWaiting } from "../../support/meanwhile"

useTestDatabase()

const now = () => new Date()

async function scene(options: Parameters<typeof makeDiscussion>[0] = {}) {
  const room = await makeDiscussion(options)
  const [me] = room.students
  const [prompt] = room.prompts
  if (!me || !prompt) throw new Error("no people")
  const assignmentId = room.assignment.id
  return { room, me, prompt, assignmentId, viewer: await viewerFor(me.user) }
}

const said = (assignmentId: string, moment = "before_reading", position = 1) =>
  saveStanceInput.parse({
    assignmentId,
    moment,
    declined: false,
    position,
    confidence: 3,
    reason: "Because.",
  })

const codeOf = (decision: Awaited<ReturnType<typeof saveStance>>) =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code}`

describe("taking a stance", () => {
  it("keeps it without time, event or order, and changes it until the text is opened", async () => {
    const { me, assignmentId, viewer } = await scene()
    expect(await saveStance(viewer, said(assignmentId), now())).toEqual({
      ok: true,
      value: { moment: "before_reading", moved: false },
    })
    expect(codeOf(await saveStance(viewer, said(assignmentId, "before_reading", -2), now()))).toBe("ok")
    const [kept] = await database().stance.findMany({ where: { subject: { assignmentId } } })
    expect(Object.keys(kept ?? {}).sort()).toEqual(
      [
        "confidence",
        "moment",
        "movedBy",
        "movedByPostId",
        "movedBySentenceId",
        "position",
        "reason",
        "subjectId",
      ].sort(),
    )
    expect(kept).toMatchObject({ position: -2, confidence: 3, reason: "Because." })
    expect(kept?.subjectId[14]).toBe("4")
    expect(
      await database().event.count({ where: { OR: [{ actorId: viewer.userId }, { assignmentId }] } }),
    ).toBe(0)
    await openText(assignmentId, me.enrolment.id)
    expect(codeOf(await saveStance(viewer, said(assignmentId), now()))).toBe("conflict discussion.stanceKept")
  })

  it("completes a step for whoever prefers not to say, and forgets what they said before", async () => {
    const { assignmentId, viewer } = await scene()
    await saveStance(viewer, said(assignmentId), now())
    const declined = saveStanceInput.parse({ assignmentId, moment: "before_reading", declined: true })
    expect(codeOf(await saveStance(viewer, declined, now()))).toBe("ok")
    const [kept] = await database().stance.findMany({ where: { subject: { assignmentId } } })
    expect(kept).toMatchObject({ position: null, confidence: null, reason: null, movedBy: null })
    const step = await loadStanceStep(
      viewer,
      { assignmentId, moment: "before_reading", changing: false },
      now(),
    )
    expect(step.ok && step.value.state).toBe("changeable")
  })

  it("asks the three moments in their order", async () => {
    const { me, prompt, assignmentId, viewer } = await scene()
    const take = async (moment: string) => codeOf(await saveStance(viewer, said(assignmentId, moment), now()))
    expect(await take("after_reading")).toBe("conflict discussion.stanceLater")
    expect(await take("before_reading")).toBe("ok")
    await openText(assignmentId, me.enrolment.id)
    expect(await take("after_discussion")).toBe("conflict discussion.stanceLater")
    expect(await take("after_reading")).toBe("ok")
    await makePost({ assignmentId, promptId: prompt.id, enrolmentId: me.enrolment.id })
    expect(await take("after_reading")).toBe("conflict discussion.stanceKept")
    expect(await take("after_discussion")).toBe("ok")
  })

  it("shows one's own answer while it is changed, and at no other time", async () => {
    const { assignmentId, viewer } = await scene()
    await saveStance(viewer, said(assignmentId), now())
    const asked = { assignmentId, moment: "before_reading" as const }
    const shown = await loadStanceStep(viewer, { ...asked, changing: true }, now())
    expect(shown.ok && shown.value.own?.position).toBe(1)
    const other = await loadStanceStep(viewer, { ...asked, changing: false }, now())
    expect(other.ok && other.value.own).toBeNull()
  })

  it("is refused where the summary of the class is made meanwhile", async () => {
    const { assignmentId, viewer } = await scene()
    const saved = await changedMeanwhile({
      change: (tx) => makeSummary(tx, assignmentId),
      act: () => saveStance(viewer, said(assignmentId), now()),
    })
    expect(codeOf(saved)).toBe("conflict discussion.stanceClosed")
    expect(await database().stance.count({ where: { subject: { assignmentId } } })).toBe(0)
  })

  it("two presses at once keep one row", async () => {
    const { assignmentId, viewer } = await scene()
    await Promise.all(Array.from({ length: 8 }, () => saveStance(viewer, said(assignmentId), now())))
    expect(await database().stance.count({ where: { subject: { assignmentId } } })).toBe(1)
  })
})

describe("forbidden", () => {
  it("strangers, staff, whoever left, and a student whom a row calls teacher", async () => {
    const { room, me, assignmentId, viewer } = await scene()
    for (const role of ["student", "teacher", "administrator"] as const)
      expect(codeOf(await saveStance(await makeViewer(role), said(assignmentId), now()))).toBe(
        "missing discussion.noStanceAsked",
      )
    expect(codeOf(await saveStance(await viewerFor(room.teacher), said(assignmentId), now()))).toBe(
      "forbidden discussion.mayNotTakeStance",
    )
    await database().enrolment.update({ where: { id: me.enrolment.id }, data: { role: "teacher" } })
    expect(codeOf(await saveStance(viewer, said(assignmentId), now()))).toBe(
      "missing discussion.noStanceAsked",
    )
    expect((await loadStanceSummary(viewer, { assignmentId }, now())).ok).toBe(false)
    await database().enrolment.update({
      where: { id: me.enrolment.id },
      data: { role: "student", leftAt: now() },
    })
    expect(codeOf(await saveStance(viewer, said(assignmentId), now()))).toBe(
      "missing discussion.noStanceAsked",
    )
    expect(await database().stance.count({ where: { subject: { assignmentId } } })).toBe(0)
  })

  it("before the opening, from the close on, and where no stance is asked", async () => {
    const { room, assignmentId, viewer } = await scene()
    const { opensAt, closesAt } = room.assignment
    const early = new Date(opensAt.getTime() - 1)
    expect(codeOf(await saveStance(viewer, said(assignmentId), early))).toBe(
      "conflict discussion.stanceLater",
    )
    expect(codeOf(await saveStance(viewer, said(assignmentId), closesAt))).toBe(
      "conflict discussion.stanceClosed",
    )
    const silent = await scene({ stanceStatement: null })
    expect(codeOf(await saveStance(silent.viewer, said(silent.assignmentId), now()))).toBe(
      "missing discussion.noStanceAsked",
    )
  })

  it("offers it to students; staff look at the page without taking it", async () => {
    const { room, assignmentId, viewer } = await scene()
    const asked = { assignmentId, moment: "before_reading" as const, changing: false }
    const mayTake = async (asker: typeof viewer) => {
      const step = await loadStanceStep(asker, asked, now())
      return step.ok && step.value.mayTake
    }
    expect(await mayTake(viewer)).toBe(true)
    expect(await mayTake(await viewerFor(room.teacher))).toBe(false)
  })

  it("where no stance is asked there is neither a page of it nor a summary", async () => {
    const { room, assignmentId, viewer } = await scene({ stanceStatement: null })
    const asked = { assignmentId, moment: "before_reading" as const, changing: false }
    for (const asker of [viewer, await viewerFor(room.teacher)])
      for (const decision of [
        await loadStanceStep(asker, asked, now()),
        await loadStanceSummary(asker, { assignmentId }, room.assignment.closesAt),
      ])
        expect(decision.ok ? "seen" : decision.refusal.code).toBe("discussion.noStanceAsked")
    expect(await database().stanceSummary.count({ where: { assignmentId } })).toBe(0)
  })

  it("the summary is for the class alone, and a student is not told whose close it waits for", async () => {
    const { assignmentId, viewer } = await scene()
    for (const asker of [
      await makeViewer("student"),
      await makeViewer("teacher"),
      await makeViewer("administrator"),
    ]) {
      const decision = await loadStanceSummary(asker, { assignmentId }, now())
      expect(decision.ok ? "seen" : decision.refusal.kind).toBe("missing")
    }
    const own = await loadStanceSummary(viewer, { assignmentId }, now())
    expect(own.ok && own.value).toMatchObject({ closesAt: null, summaries: null })
  })
})

describe("the summary of a class", () => {
  /** Of `count` students the first `moved` went from agree to disagree while reading; all stayed afterwards. */
  async function polled(count: number, moved: number) {
    const room = await makeDiscussion({ students: count })
    const { id: assignmentId, closesAt } = room.assignment
    for (const [index, { user }] of room.students.entries()) {
      const of = { userId: user.id, assignmentId }
      await makeStance(of, { moment: "before_reading", position: 1 })
      await makeStance(of, { moment: "after_reading", position: index < moved ? -1 : 1 })
      await makeStance(of, { moment: "after_discussion", position: index < moved ? -1 : 1 })
    }
    return { room, assignmentId, closesAt, teacher: await viewerFor(room.teacher) }
  }

  it("does not exist before the last student's own close", async () => {
    const { room, assignmentId, closesAt, teacher } = await polled(12, 6)
    const later = new Date(closesAt.getTime() + 3_600_000)
    const [late] = room.students
    if (!late) throw new Error("no people")
    await database().assignmentException.create({
      data: { assignmentId, enrolmentId: late.enrolment.id, closesAt: later },
    })
    for (const time of [now(), closesAt, new Date(later.getTime() - 1)]) {
      const early = await loadStanceSummary(teacher, { assignmentId }, time)
      expect(early.ok && early.value).toMatchObject({ summaries: null, closesAt: later })
    }
    expect(await database().stanceSummary.count({ where: { assignmentId } })).toBe(0)
    const open = await loadStanceSummary(teacher, { assignmentId }, later)
    expect(open.ok && open.value.summaries).toHaveLength(2)
  })

  it("counts every stance that was acknowledged, also one on its way while the summary is made", async () => {
    const { room, assignmentId, closesAt, teacher } = await polled(12, 6)
    const [slow] = room.students
    if (!slow) throw new Error("no people")
    const subject = { userId: slow.user.id, assignmentId }
    await database().stance.deleteMany({ where: { subject, moment: "after_discussion" } })
    await openText(assignmentId, slow.enrolment.id)
    const at = { assignmentId, promptId: room.prompts[0]?.id ?? "" }
    await makePost({ ...at, enrolmentId: slow.enrolment.id })
    const viewer = await viewerFor(slow.user)
    const both = await database().$transaction(async (tx) => {
      // Whoever holds this keeps the stance in the middle of being written.
      await tx.$queryRaw`SELECT 1 FROM "StanceSubject" WHERE "userId" = ${slow.user.id}::uuid FOR UPDATE`
      const saving = saveStance(viewer, said(assignmentId, "after_discussion"), now())
      await untilWaiting(1)
      const summing = loadStanceSummary(teacher, { assignmentId }, closesAt)
      await untilWaiting(2)
      return { saving, summing }
    })
    expect(codeOf(await both.saving)).toBe("ok")
    const made = await both.summing
    expect(made.ok && made.value.summaries?.map(({ summary }) => summary.answered)).toEqual([12, 12])
  })

  it("is made whole or not at all: half of it would stay half for ever", async () => {
    const [kept, other] = [await polled(12, 6), await polled(12, 6)]
    const look = ({ teacher, assignmentId, closesAt }: typeof kept) =>
      loadStanceSummary(teacher, { assignmentId }, closesAt)
    await failBeforeCommit({ rehearse: () => look(other), act: () => look(kept) })
    const made = ({ assignmentId }: typeof kept) =>
      database().stanceSummary.count({ where: { assignmentId } })
    expect([await made(kept), await made(other)]).toEqual([0, 2])
    const again = await look(kept)
    expect(again.ok && again.value.summaries).toHaveLength(2)
  })

  it("is made once: nothing that happens later changes a number", async () => {
    const { room, assignmentId, closesAt, teacher } = await polled(14, 8)
    const first = await Promise.all(
      Array.from({ length: 5 }, () => loadStanceSummary(teacher, { assignmentId }, closesAt)),
    )
    expect(first[0]?.ok && first[0].value.summaries).toEqual([
      {
        from: "before_reading",
        to: "after_reading",
        summary: { answered: 14, toward: null, stayed: null, away: 8 },
        moved: { toward: [], away: [] },
      },
      {
        from: "after_reading",
        to: "after_discussion",
        summary: { answered: 14, toward: null, stayed: null, away: null },
        moved: { toward: [], away: [] },
      },
    ])
    for (const other of first) expect(other).toEqual(first[0])
    const [gone] = room.students
    await database().enrolment.update({ where: { id: gone?.enrolment.id ?? "" }, data: { leftAt: now() } })
    await database().assignment.update({
      where: { id: assignmentId },
      data: { closesAt: new Date(closesAt.getTime() + 9e6) },
    })
    expect((await loadStanceSummary(teacher, { assignmentId }, closesAt)).ok).toBe(true)
    const again = await loadStanceSummary(teacher, { assignmentId }, closesAt)
    expect(again.ok && again.value.summaries).toEqual(first[0]?.ok && first[0].value.summaries)
    const still = room.students[1]
    if (!still) throw new Error("no people")
    const reopened = await saveStance(
      await viewerFor(still.user),
      said(assignmentId, "after_discussion"),
      now(),
    )
    expect(codeOf(reopened)).toBe("conflict discussion.stanceKept")
  })
})
