import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import type { Quiz } from "@/tests/support/factories-quiz"
import { openQuiz } from "@/tests/support/open-quiz"

const address = (quiz: Quiz, page = "quiz") => `/a/${quiz.assignment.id}/${page}`
const saved = (page: Page) => page.getByText("Saved at school")
const DAY = 86_400_000

async function start(page: Page, quiz: Quiz): Promise<void> {
  await page.goto(address(quiz))
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await expect(page.getByText(/Question 1 ·/)).toBeVisible()
}

test("what waits on the device at the end counts in the grace, and the quiz hands itself in", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz({ timeLimitMinutes: 30, graceMinutes: 2, shuffleOptions: false })
  const mine = { enrolmentId: quiz.enrolments[0].id }
  await signIn({ userId: quiz.students[0].id })
  await page.goto(address(quiz))
  await expect(page.getByText("if a bad connection brings it up to 2 minutes later")).toBeVisible()
  await start(page, quiz)
  await page.route("**/responses", (route) => route.abort())
  await page.getByRole("radio").first().check({ force: true })
  await expect(page.getByText("1 on this device only")).toBeVisible()
  const deadlineAt = new Date(Date.now() + 5_000)
  await database().attempt.updateMany({ where: mine, data: { deadlineAt } })
  await page.reload()

  await expect(page.getByText("Time is over").first()).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText("it counts if it arrives within 2 minutes of the end")).toBeVisible()
  await expect(page.getByRole("radio").first()).toBeDisabled()
  await expectNoAxeViolations(page)
  await page.unroute("**/responses")
  await expect(page.getByText("Everything you answered is at school.")).toBeVisible({ timeout: 40_000 })
  const ended = { state: "submitted", endedBy: "deadline", submittedAt: deadlineAt }
  await expect
    .poll(() => database().attempt.findFirst({ where: mine }), { timeout: 15_000 })
    .toMatchObject(ended)
  expect(await database().responseSave.count({ where: { attempt: mine, late: true } })).toBe(0)
  expect(await database().scoring.count({ where: { attempt: mine } })).toBe(1)
  await page.getByRole("link", { name: "See how it stands" }).click()
  await expect(page).toHaveURL(/results$/)
})

for (const days of [1, -1])
  test(`a device whose clock is off by ${days} day keeps the school's time and loses nothing`, async ({
    page,
    signIn,
  }) => {
    const quiz = await openQuiz({ timeLimitMinutes: 30, shuffleOptions: false })
    await page.addInitScript((off: number) => {
      const Right = Date
      const now = () => Right.now() + off
      window.Date = new Proxy(Right, {
        construct: (_, given) => Reflect.construct(Right, given.length > 0 ? given : [now()]) as Date,
        get: (date, name) => (name === "now" ? now : Reflect.get(date, name)),
      })
    }, days * DAY)
    await signIn({ userId: quiz.students[0].id })
    await start(page, quiz)
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now() - days * DAY)).toBeLessThan(60_000)
    await expect(page.getByText(/\b(29|30) min left/).first()).toBeVisible()
    await page.context().setOffline(true)
    await page.getByRole("radio").nth(1).check({ force: true })
    await expect(page.getByText("1 on this device only")).toBeVisible()
    await page.context().setOffline(false)
    await expect(saved(page)).toBeVisible()
    const save = await database().responseSave.findFirstOrThrow({
      where: { attempt: { enrolmentId: quiz.enrolments[0].id } },
    })
    expect(save.late).toBe(false)
    expect(Math.abs(save.savedAt.getTime() - Date.now())).toBeLessThan(60_000)
  })

test("two tabs of one quiz bring what each of them was given", async ({ page, signIn, context }) => {
  const quiz = await openQuiz({ shuffleOptions: false })
  await signIn({ userId: quiz.students[0].id })
  await start(page, quiz)
  const other = await context.newPage()
  await other.goto(address(quiz))
  // Once it is alive: a tab that wakes later takes up what lies on the device, and then counts both.
  await expect(async () => {
    await other.getByRole("button", { name: "Question 2", exact: true }).click()
    await expect(other.getByRole("textbox")).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await context.setOffline(true)
  await page.getByRole("radio").nth(2).check({ force: true })
  await expect(page.getByText("1 on this device only")).toBeVisible()
  await other.getByRole("textbox").fill("Silence")
  await expect(other.getByText("1 on this device only")).toBeVisible()
  await context.setOffline(false)
  const values = () =>
    database().response.findMany({
      where: { attempt: { enrolmentId: quiz.enrolments[0].id } },
      select: { itemId: true, value: true },
    })
  await expect.poll(async () => (await values()).length, { timeout: 40_000 }).toBe(2)
  expect((await values()).find(({ itemId }) => itemId === quiz.items[1]?.itemId)?.value).toEqual({
    text: "Silence",
  })
  await page.reload()
  await expect(page.getByRole("radio").nth(2)).toBeChecked()
  await page.getByRole("button", { name: "Question 2", exact: true }).click()
  await expect(page.getByRole("textbox")).toHaveValue("Silence")
})

test("without encryption the first page says what it would add, and with it nothing", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz({})
  await signIn({ userId: quiz.students[0].id })
  await page.goto(address(quiz))
  await expect(page.getByRole("button", { name: "Start the quiz" })).toBeVisible()
  await expect(page.getByText("This page came without encryption")).toBeHidden()
  await page.addInitScript(() => Object.defineProperty(window, "isSecureContext", { value: false }))
  await page.reload()
  await expect(page.getByText("This page came without encryption")).toBeVisible()
  await expect(page.getByText("An address with https adds both: ask your school.")).toBeVisible()
  await expectNoAxeViolations(page)
})
