import { saveResponsesRoute, startAttemptRoute, submitAttemptRoute } from "@/app/api/attempts/attempt-routes"
import { database } from "@/lib/platform/database"
import { someAnswer } from "@/tests/support/factories-item-types"
import type { Act } from "./plan"
import { type Scene, studentAt } from "./scene"

const site = { host: "school.test", origin: "http://school.test" }

/** A student begins, saves or hands in, by the route; the reply goes to what they were told. */
export async function actInQuiz(scene: Scene, act: Act): Promise<void> {
  const { cookie, enrolment } = studentAt(scene, act.part)
  const { assignmentId } = scene
  const ask = (method: string, body?: unknown) => {
    const headers = { ...site, cookie, "idempotency-key": `the key of ${act.target} and ${act.choice}` }
    return new Request("http://school.test/", { method, headers, body: JSON.stringify(body) })
  }
  const note = async (reply: Response) =>
    scene.told[act.part]?.push(JSON.stringify([reply.status, [...reply.headers], await reply.text()]))
  if (act.kind === "start")
    return void (await note(await startAttemptRoute(ask("POST", { assignmentId }), {})))
  const attemptId = (await newestAttempt(assignmentId, enrolment.id))?.id ?? ""
  if (act.kind === "submit") return void (await note(await submitAttemptRoute(ask("POST"), { attemptId })))
  const responses = answersOf(scene, act)
  await note(
    await saveResponsesRoute(ask("PUT", { responses, reached: 1 + (act.choice % 9) }), { attemptId }),
  )
}

/** The student's newest attempt, or null. */
export const newestAttempt = (assignmentId: string, enrolmentId: string) =>
  database().attempt.findFirst({ where: { assignmentId, enrolmentId }, orderBy: { number: "desc" } })

/** Now and then an answer that is none. */
function answersOf(scene: Scene, { target, choice }: Act) {
  const { items, sentenceIds } = scene
  return items
    .filter((_, at) => (target + at) % 3 > 0)
    .map((item, at) => {
      const isOdd = choice % 11 === 0 && at === 0
      const value = isOdd ? "no answer" : answerTo(item, sentenceIds, choice)
      return { itemId: item.itemId, saveNumber: 1 + (choice % 40), value, confidence: 1 + (choice % 3) }
    })
}

const answerTo = (item: Scene["items"][number], sentenceIds: readonly string[], choice: number): unknown =>
  item.type === "long"
    ? { text: `It was not, for ${choice} reasons.`, sentences: sentenceIds.slice(0, choice % 2) }
    : someAnswer(item, sentenceIds, choice)
