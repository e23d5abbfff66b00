import { describe, expect, it } from "vitest"
import { GET } from "@/app/api/assignments/[assignmentId]/pulse/route"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { loadPulse } from "@/lib/results/server/load-pulse"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import { makeStance } from "@/tests/support/factories-discussion"
import { cookieOf, makeQuiz, type Quiz, startQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

const pulseOf = async (quiz: Quiz): Promise<string> => {
  const pulse = await loadPulse(await viewerFor(quiz.teacher), quiz.assignment.id)
  if (!pulse.ok) throw new Error(pulse.refusal.code)
  return pulse.value.pulse
}

describe("the pulse of an assignment", () => {
  it("is that of the page made meanwhile, and another with every start, answer, sentence and submission", async () => {
    const [quiz, other] = [await makeQuiz(), await makeQuiz()]
    const seen = [await pulseOf(quiz)]
    const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
    seen.push(await pulseOf(quiz))
    const responses = [{ itemId: quiz.items[1]?.itemId ?? "", saveNumber: 1, value: { text: "silence" } }]
    await saveResponses({ tokenHash, attemptId, responses })
    seen.push(await pulseOf(quiz))
    const place = { assignmentId: quiz.assignment.id, enrolmentId: quiz.enrolments[0].id }
    await database().readingProgress.create({ data: { ...place, sentencesRead: 0 } })
    seen.push(await pulseOf(quiz))
    await submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() })
    seen.push(await pulseOf(quiz))
    expect(new Set(seen).size).toBe(seen.length)
    const results = await loadResults(await viewerFor(quiz.teacher), quiz.assignment.id)
    expect(results).toMatchObject({ ok: true, value: { assignment: { pulse: seen.at(-1) } } })
    await startQuiz(other, other.students[0].id)
    expect(await pulseOf(quiz)).toBe(seen.at(-1))
  })

  it("says nothing of the moment at which a stance was taken", async () => {
    const quiz = await makeQuiz()
    const before = await pulseOf(quiz)
    const subject = { userId: quiz.students[0].id, assignmentId: quiz.assignment.id }
    await makeStance(subject, { moment: "before_reading", position: 2 })
    expect(await pulseOf(quiz)).toBe(before)
  })

  it("forbidden: staff of the class alone hear it", async () => {
    const quiz = await makeQuiz()
    const heard = async (viewer: Viewer) => {
      const pulse = await loadPulse(viewer, quiz.assignment.id)
      return pulse.ok ? "heard" : pulse.refusal.kind
    }
    expect(await heard(await viewerFor(quiz.assistant))).toBe("heard")
    expect(await heard(await viewerFor(quiz.students[0]))).toBe("forbidden")
    expect(await heard(await makeViewer("teacher"))).toBe("missing")
    expect(await heard(await viewerFor(await makeUser("administrator")))).toBe("missing")
    const asked = await GET(new Request("http://localhost/pulse"), {
      params: Promise.resolve({ assignmentId: quiz.assignment.id }),
    })
    expect(asked.status).toBe(401)
  })

  it("is answered over HTTP and kept nowhere", async () => {
    const quiz = await makeQuiz()
    const headers = { cookie: await cookieOf((await makeSession(quiz.teacher.id)).token) }
    const params = Promise.resolve({ assignmentId: quiz.assignment.id })
    const response = await GET(new Request("http://localhost/pulse", { headers }), { params })
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(await response.json()).toEqual({ pulse: await pulseOf(quiz) })
  })
})
