import type { Page } from "@playwright/test"
import { ownTerms } from "@/lib/lesson/own-terms"
import { database } from "@/lib/platform/database"
import { startAttempt } from "@/lib/quiz/server/start-attempt"
import { cookieFor, expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeSession } from "@/tests/support/factories"
import { everyItem, HINT } from "@/tests/support/factories-item-types"
import { firstKey, optionIds, otherKey, type Quiz } from "@/tests/support/factories-quiz"
import { openQuiz } from "@/tests/support/open-quiz"
import { firstDifference, maskIds } from "@/tests/support/two-databases"

const address = (quiz: Quiz, page = "quiz") => `/a/${quiz.assignment.id}/${page}`
const saved = (page: Page) => page.getByText("Saved at school")

test("a student takes the quiz by keyboard alone, and sees what came out", async ({ page, signIn }) => {
  const quiz = await openQuiz({ timeLimitMinutes: 30, shuffleOptions: false })
  await signIn({ userId: quiz.students[0].id })
  await page.goto(address(quiz))
  await expect(page.getByText("30 minutes from when you start")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Start the quiz" }).focus()
  await page.keyboard.press("Enter")

  await expect(page.getByText(/Question 1 ·/)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("radio").first().focus()
  await page.keyboard.press("b")
  await expect(page.getByRole("radio").nth(1)).toBeChecked()
  await page.keyboard.press("1")
  await expect(page.getByRole("radio").first()).toBeChecked()
  await expect(saved(page)).toBeVisible()

  await page.getByRole("button", { name: "Question 2", exact: true }).focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "What does Mir call it?" })).toBeFocused()
  await page.keyboard.press("Tab")
  await page.keyboard.type("Silence")
  await expect(saved(page)).toBeVisible()

  await page.getByRole("button", { name: "Question 3", exact: true }).focus()
  await page.keyboard.press("Enter")
  await page.getByRole("radio").first().focus()
  await page.keyboard.press("Space")
  const first = page.getByRole("button", { name: "Mir asks what neutrality is worth." })
  await first.focus()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(page.getByText("your sentence")).toBeVisible()
  await expect(saved(page)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole("button", { name: "Review all 4" }).focus()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/quiz\/review$/)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look it over before you submit")
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Submit 3 answers" }).focus()
  await page.keyboard.press("Enter")
  const window = page.getByRole("alertdialog")
  await expect(window).toContainText("Question 4 is not answered.")
  await window.getByRole("button", { name: "Submit 3 answers" }).focus()
  await page.keyboard.press("Enter")

  await expect(page).toHaveURL(/results$/)
  await expect(page.getByText("Right answer, wrong evidence").first()).toBeVisible()
  await expect(page.getByText("You know what the text says.")).toBeVisible()
  await expect(page.getByText("2⅔").first()).toBeVisible()
  await expectNoAxeViolations(page)
  await page.goto(address(quiz))
  await expect(page).toHaveURL(/results$/)
})

test("answers survive a dropped connection, a reload, and signing out", async ({ page, signIn, context }) => {
  const quiz = await openQuiz({ shuffleOptions: false })
  const student = { userId: quiz.students[0].id }
  await signIn(student)
  await page.goto(address(quiz))
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await expect(page.getByText(/Question 1 ·/)).toBeVisible()
  await page.route("**/responses", (route) => route.abort())
  await page.getByRole("radio").nth(1).check({ force: true })
  await expect(page.getByText("On this device.", { exact: false }).first()).toBeVisible()
  await expect(page.getByText("The school cannot be reached").first()).toBeVisible()
  await expectNoAxeViolations(page)

  await page.reload()
  await expect(page.getByRole("radio").nth(1)).toBeChecked()
  await page.unroute("**/responses")
  await page.getByRole("radio").nth(2).check({ force: true })
  await expect(saved(page)).toBeVisible()

  await database().session.deleteMany({ where: { userId: student.userId } })
  await page.getByRole("radio").nth(0).check({ force: true })
  await expect(page.getByText("You are signed out").first()).toBeVisible()
  await expect(page.getByRole("link", { name: "Sign in again" })).toHaveAttribute("href", /next=.*quiz/)
  await signIn(student)
  await page.goto(address(quiz))
  await expect(page.getByRole("radio").nth(0)).toBeChecked()
  await expect(saved(page)).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("quiz")))).toEqual(
    [],
  )
  await context.clearCookies()
})

test("two devices with the same save number: both are kept, and the student says which counts", async ({
  page,
  signIn,
  browser,
  db,
}) => {
  const quiz = await openQuiz({ shuffleOptions: false })
  const student = { userId: quiz.students[0].id }
  await signIn(student)
  await page.goto(address(quiz))
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await expect(page.getByText(/Question 1 ·/)).toBeVisible()

  const context = await browser.newContext()
  const other = await context.newPage()
  const url = process.env.COLLOQUY_E2E_URL ?? ""
  const value = await cookieFor(db, student)
  await context.addCookies([{ name: "next-auth.session-token", value, url, httpOnly: true }])
  await other.goto(`${url}${address(quiz)}`)
  await expect(other.getByText(/Question 1 ·/)).toBeVisible()

  await page.getByRole("radio").nth(0).check({ force: true })
  await expect(saved(page)).toBeVisible()
  await other.getByRole("radio").nth(1).check({ force: true })
  await expect(other.getByText("You answered this on another device too")).toBeVisible()
  await expectNoAxeViolations(other)
  await other.getByRole("button", { name: "Take the one above" }).click()
  await expect(saved(other)).toBeVisible()
  await page.reload()
  await expect(page.getByRole("radio").nth(1)).toBeChecked()
  await context.close()
})

test("on a phone, one question at a time with the text at hand", async ({ page, signIn }) => {
  const quiz = await openQuiz({})
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn({ userId: quiz.students[0].id })
  await page.goto(address(quiz))
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await page.getByRole("button", { name: "Show the text" }).click()
  await expect(page.getByText("Mir asks what neutrality is worth.")).toBeInViewport()
  await page.getByRole("button", { name: "Hide the text" }).click()
  await expect(page.getByText("Mir asks what neutrality is worth.")).not.toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expectNoAxeViolations(page)
})

/** Every byte of the pages a student gets before release: HTML, and what navigation within the app fetches. */
async function pagesOf(page: Page, quiz: Quiz): Promise<string> {
  const { tokenHash } = await makeSession(quiz.students[0].id)
  const asked = { tokenHash, assignmentId: quiz.assignment.id, now: new Date(), ownTerms }
  const fetchPage = async (name: string, headers: Record<string, string> = {}) =>
    (await page.request.get(address(quiz, name), { headers })).text()
  const both = async (name: string) => `${await fetchPage(name)}\n${await fetchPage(name, { rsc: "1" })}`
  const before = await both("quiz")
  const started = await startAttempt(asked)
  if (!started.ok) throw new Error(started.refusal.code)
  const { attemptId } = started.value
  await database().attemptItem.updateMany({ where: { attemptId }, data: { optionSeed: 4711 } })
  const put = async (saveNumber: number, right: boolean) => {
    const [single] = quiz.items as [Quiz["items"][0], ...Quiz["items"]]
    const value = { option: optionIds(single)[right ? 0 : 2] ?? null }
    const origin = process.env.COLLOQUY_E2E_URL ?? ""
    const data = { responses: [{ itemId: single.itemId, saveNumber, value }] }
    const answer = await page.request.put(`/api/attempts/${attemptId}/responses`, {
      data,
      headers: { origin },
    })
    return answer.text()
  }
  const seen = [
    before,
    await put(1, true),
    await put(2, false),
    await both("quiz"),
    await both("quiz/review"),
  ]
  const headers = { origin: process.env.COLLOQUY_E2E_URL ?? "", "idempotency-key": "the same in both" }
  seen.push(await (await page.request.post(`/api/attempts/${attemptId}/submit`, { headers })).text())
  seen.push(await both("results"), await both("quiz"))
  return maskPage(seen.join("\n"))
}

/**
 * What differs from one answer of the server to the next: nonces, the build's own ids, people's and class's names, and
 * which part of a page was ready first (then its style sheets and scripts are announced in another place).
 */
const maskPage = (text: string): string =>
  maskIds(text)
    .replace(/<link rel="(stylesheet|preload)"[^>]*>/g, "")
    .replace(/\$R[A-Z]\([^)]*\)/g, "$R()")
    .replace(/nonce(="|\\?":\\?")[A-Za-z0-9+/=_-]+/g, "nonce$1.")
    .replace(/__next_r="[^"]+"/g, "")
    // The number Next gives each answer, with a letter for each of its boundaries.
    .replace(/"[\w-]{21}[a-z](\\?")/g, '".$1')
    .replace(/\b\d{2}:\d{2}\b/g, ".")
    .replace(/\$D[0-9TZ:.-]+/g, "$D.")
    .replace(/(durationMs|"t"|startTime|time)\\?":[\d.]+/g, "$1:.")

/** A key that shows differs every time; what only came in another order does not. */
const ROUNDS = 3

test("the key is in no byte of a page before release", async ({ page, signIn }) => {
  test.setTimeout(120_000)
  const dates = {
    dueAt: new Date(Date.now() + 6 * 3_600_000),
    closesAt: new Date(Date.now() + 9 * 3_600_000),
  }
  const policy = { ...dates, releasePolicy: "by_teacher" as const, timeLimitMinutes: 240 }
  const differences: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const runs: string[] = []
    for (const key of [firstKey, otherKey]) {
      const quiz = await openQuiz(policy, key, everyItem)
      await signIn({ userId: quiz.students[0].id })
      runs.push(await pagesOf(page, quiz))
    }
    const [one = "", other = ""] = runs
    expect(one).toContain("Why does a state stay silent?")
    expect(one).toContain(HINT)
    expect(one).toContain("The results come when your teacher releases them")
    for (const { words } of [firstKey, otherKey]) expect(one + other).not.toContain(words)
    const difference = firstDifference([one, other])
    if (difference === null) return
    differences.push(difference)
  }
  expect(differences).toEqual([])
})
