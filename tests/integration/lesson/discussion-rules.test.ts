import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { FIRST_RULES } from "@/lib/discussion/rules/discussion-rules"
import { loadAssignmentSettings } from "@/lib/lesson/server/load-assignment-settings"
import { setDiscussionRules } from "@/lib/lesson/server/set-discussion-rules"
import { database } from "@/lib/platform/database"
import { useTestDatabase } from "@/tests/support/database"
import { viewerFor } from "@/tests/support/factories"
import { makeQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

const written = { ...FIRST_RULES, ownPostBy: "", requiresRestatement: true, slowSeconds: 60 }

const set = (viewer: Viewer, assignmentId: string, more = {}) =>
  setDiscussionRules(viewer, { assignmentId, ...written, ...more })

const rulesOf = async (viewer: Viewer, assignmentId: string) => {
  const settings = await loadAssignmentSettings(viewer, assignmentId)
  return settings.ok ? settings.value.rules : null
}

describe("the rules of a discussion", () => {
  it("are what a discussion begins with, until the teacher sets others", async () => {
    const quiz = await makeQuiz()
    const teacher = await viewerFor(quiz.teacher)
    expect(await rulesOf(teacher, quiz.assignment.id)).toEqual(FIRST_RULES)
    await set(teacher, quiz.assignment.id)
    await set(teacher, quiz.assignment.id, { byGroups: true })
    const rules = { ...FIRST_RULES, requiresRestatement: true, slowSeconds: 60, byGroups: true }
    expect(await rulesOf(teacher, quiz.assignment.id)).toEqual(rules)
    const events = await database().event.findMany({ where: { kind: "discussion.rulesSet" } })
    expect(events.map(({ actorId, assignmentId }) => [actorId, assignmentId])).toEqual(
      Array(2).fill([teacher.userId, quiz.assignment.id]),
    )
  })

  it("are set by teachers of the class alone: not by an assistant, a student or another teacher", async () => {
    const [quiz, other] = [await makeQuiz(), await makeQuiz()]
    const classId = quiz.assignment.classId
    await database().enrolment.updateMany({
      where: { classId, role: "teacher" },
      data: { role: "assistant" },
    })
    const refused = async (viewer: Viewer) => {
      const decision = await set(viewer, quiz.assignment.id)
      return decision.ok ? null : decision.refusal.kind
    }
    expect(await refused(await viewerFor(quiz.teacher))).toBe("forbidden")
    expect(await refused(await viewerFor(quiz.students[0]))).toBe("forbidden")
    expect(await refused(await viewerFor(other.teacher))).toBe("missing")
    const where = { assignmentId: quiz.assignment.id }
    expect(await database().discussionRules.count({ where })).toBe(0)
  })

  it("change nothing where a date is refused", async () => {
    const quiz = await makeQuiz()
    const teacher = await viewerFor(quiz.teacher)
    const refused = await set(teacher, quiz.assignment.id, { ownPostBy: "2099-01-01T10:00" })
    expect(refused).toMatchObject({ ok: false, refusal: { code: "lesson.ownPostAfterClose" } })
    expect(await rulesOf(teacher, quiz.assignment.id)).toEqual(FIRST_RULES)
  })
})
