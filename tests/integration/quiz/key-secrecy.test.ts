import { describe, expect, it } from "vitest"
import { saveResponsesRoute, startAttemptRoute, submitAttemptRoute } from "@/app/api/attempts/attempt-routes"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, isKeyed, itemProblems } from "@/lib/quiz/authored-item"
import { itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import { loadSitting } from "@/lib/quiz/server/load-sitting"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession } from "@/tests/support/factories"
import { HINT } from "@/tests/support/factories-item-types"
import { cookieOf, firstKey, makeQuiz, otherKey, type Quiz } from "@/tests/support/factories-quiz"
import { anyAnswer, everyType } from "@/tests/support/items-in-places"
import { firstDifference, inTwoDatabases, maskIds } from "@/tests/support/two-databases"

useTestDatabase()

const site = { host: "school.test", origin: "http://school.test" }

function ask(method: string, cookie: string, body?: unknown): Request {
  const headers = { ...site, cookie, "idempotency-key": "the same key in both" }
  return new Request("http://school.test/", { method, headers, body: JSON.stringify(body) })
}

/** All that a student's programs receive from start to submission, in order, headers and all. */
async function transcript(quiz: Quiz): Promise<string> {
  const seen: string[] = []
  const note = async (response: Response) => {
    const text = await response.text()
    seen.push(JSON.stringify([response.status, [...response.headers], text]))
    return JSON.parse(text)
  }
  const cookie = await cookieOf((await makeSession(quiz.students[0].id)).token)
  const assignmentId = quiz.assignment.id
  const { attemptId } = await note(await startAttemptRoute(ask("POST", cookie, { assignmentId }), {}))
  // The shuffle is drawn for each sitting: the same draw in both, so that the rest can be compared.
  await database().attemptItem.updateMany({ where: { attemptId }, data: { optionSeed: 4711 } })
  const open = async () => JSON.stringify(await loadSitting(assignmentId, quiz.enrolments[0].id, new Date()))
  const save = (responses: unknown[]) => saveResponsesRoute(ask("PUT", cookie, { responses }), { attemptId })
  for (const saveNumber of [1, 2, 3]) {
    await note(await save(answers(quiz, saveNumber)))
    seen.push(await open())
  }
  await note(await save(answers(quiz, 2)))
  await note(await save([{ itemId: quiz.items[0]?.itemId, saveNumber: 4, value: "not an answer" }]))
  await note(await submitAttemptRoute(ask("POST", cookie), { attemptId }))
  await note(await submitAttemptRoute(ask("POST", cookie), { attemptId }))
  await note(await save(answers(quiz, 9)))
  await note(await startAttemptRoute(ask("POST", cookie, { assignmentId }), {}))
  return seen.join("\n")
}

/**
 * What a key says, without ids that differ anyway: which places of the options are right, what is right at each
 * place, and all else.
 */
function whatIsRight(item: AuthoredItem | undefined): string {
  const type = itemTypeOf(item?.type ?? "")
  const options = type.options(item?.content)
  const places = type.parts(item?.content, null, item?.key ?? null).map(({ rightText }) => rightText)
  const text = JSON.stringify([item?.key, places])
  return maskIds(options.reduce((masked, { id }, at) => masked.replaceAll(id, `option ${at}`), text))
}

/** The same answers in both: in one they are right, in the other not. */
const answers = (quiz: Quiz, saveNumber: number) =>
  quiz.items.map((item) => ({
    itemId: item.itemId,
    saveNumber,
    value: anyAnswer(item, quiz.sentenceIds, saveNumber - 1),
  }))

describe("the answer key before release", () => {
  it("is in no byte a student's programs receive: two databases that differ in nothing else", async () => {
    // The clock of the process is not masked out of nothing: dates of the assignment are the same in both.
    const dates = {
      opensAt: new Date(Date.now() - 3_600_000),
      dueAt: new Date(Date.now() + 3_600_000),
      closesAt: new Date(Date.now() + 7_200_000),
    }
    const policy = { ...dates, releasePolicy: "by_teacher" as const, attemptsAllowed: 1 }
    const runs = await inTwoDatabases(async (variant) =>
      transcript(await makeQuiz(policy, variant === 0 ? firstKey : otherKey, everyType)),
    )
    expect(firstDifference(runs)).toBeNull()
    expect(runs[0]).toContain("Why does a state stay silent?")
    for (const text of [HINT, "sends fighters", "The letter arrives", "and came ", "Was it neutral?"])
      expect(runs[0]).toContain(text)
    for (const { words } of [firstKey, otherKey]) expect(runs[0]).not.toContain(words)
  })

  it("is kept for every type of item there is, and each type has another key in the other database", () => {
    const sentenceIds = Array.from({ length: 7 }, newRandomId)
    const [one, other] = [firstKey, otherKey].map((choice) => everyType(sentenceIds, choice))
    expect(new Set(one?.map(({ type }) => type))).toEqual(new Set(itemTypeNames))
    for (const [at, item] of one?.entries() ?? []) {
      expect(itemProblems(item, new Set(sentenceIds))).toEqual([])
      if (isKeyed(item.level)) expect(whatIsRight(item)).not.toEqual(whatIsRight(other?.[at]))
    }
  })

  it("would be found by this comparison, were it there", async () => {
    const runs = await inTwoDatabases(async (variant) => {
      const quiz = await makeQuiz({}, variant === 0 ? firstKey : otherKey)
      const [single] = quiz.items as [Quiz["items"][0], ...Quiz["items"]]
      // An order that depends on the key: the right one first.
      const right = (single.key as { answer: string }).answer
      const texts = (single.content as { options: { id: string; text: string }[] }).options
      return JSON.stringify([...texts].sort((a, b) => Number(b.id === right) - Number(a.id === right)))
    })
    expect(firstDifference(runs)).not.toBeNull()
  })
})
