import { database } from "@/lib/platform/database"
import { cookieFor, expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import type { Quiz } from "@/tests/support/factories-quiz"
import { openQuiz } from "@/tests/support/open-quiz"

const address = (quiz: Quiz, page = "quiz") => `/a/${quiz.assignment.id}/${page}`

test("a class waits for its teacher, then goes one way through the quiz and says how sure it is", async ({
  page,
  signIn,
  browser,
  db,
}) => {
  const quiz = await openQuiz({
    teacherStarts: true,
    itemOrder: "one_way",
    asksConfidence: true,
    shuffleOptions: false,
  })
  await signIn({ userId: quiz.students[0].id })
  await page.goto(address(quiz))
  await expect(page.getByText("and cannot go back to one that you left")).toBeVisible()
  await page.getByRole("button", { name: "I am ready" }).press("Enter")
  await expect(page.getByText("Waiting for your teacher")).toBeVisible()
  await expectNoAxeViolations(page)

  const baseURL = process.env.COLLOQUY_E2E_URL ?? ""
  const staff = await browser.newContext({ baseURL })
  const value = await cookieFor(db, { userId: quiz.teacher.id })
  await staff.addCookies([{ name: "next-auth.session-token", value, url: baseURL, httpOnly: true }])
  const desk = await staff.newPage()
  await desk.goto(`/teach/assignments/${quiz.assignment.id}`)
  await expect(desk.getByText("The quiz waits for you to start it")).toBeVisible()
  await desk.getByRole("button", { name: "Start the quiz" }).click()
  await expect(desk.getByRole("button", { name: "Let nobody else start" })).toBeVisible()
  await staff.close()

  // By itself, within a few seconds.
  await expect(page.getByText(/Question 1 ·/)).toBeVisible()
  await expect(page.getByRole("button", { name: /^Question 2/ }).first()).toBeDisabled()
  await page.getByRole("radio").first().press("a")
  await expect(page.getByText("Saved at school")).toBeVisible()
  await page.getByRole("radio", { name: "Sure", exact: true }).check()
  await expect(page.getByText("You cannot come back to this question.")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Question 2", exact: true }).click()
  await expect(page.getByText(/Question 2 ·/)).toBeVisible()

  // Neither a reload, nor an address, nor another device leads back.
  await page.reload()
  await expect(page.getByText(/Question 2 ·/)).toBeVisible()
  await page.goto(`${address(quiz)}#q1`)
  await expect(page.getByText(/Question 2 ·/)).toBeVisible()
  await expect
    .poll(
      async () =>
        (await database().attempt.findFirst({ where: { assignmentId: quiz.assignment.id } }))?.reached,
    )
    .toBe(2)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.getByText(/Question 2 ·/)).toBeVisible()

  for (const next of ["Question 3", "Question 4"])
    await page.getByRole("button", { name: next, exact: true }).click()
  await page.getByRole("button", { name: "Review and submit" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look it over before you submit")
  await expect(page.getByRole("button", { name: "Back to the questions" })).toHaveCount(0)
  await page.getByRole("button", { name: "Submit 1 answer" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Submit 1 answer" }).click()
  await expect(page).toHaveURL(/results$/)
  await expect(page.getByText("Sure of 1 answer: 1 right")).toBeVisible()
  await expect(page.getByText("You were sure.")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("attempts rest, the best one counts, and what lateness costs is said", async ({ page, signIn }) => {
  const hour = 3_600_000
  const quiz = await openQuiz({
    attemptsAllowed: 2,
    countedAttempt: "best",
    coolDownMinutes: 10,
    latePercentPerDay: 10,
    opensAt: new Date(Date.now() - 50 * hour),
    dueAt: new Date(Date.now() - hour),
    shuffleOptions: false,
  })
  await signIn({ userId: quiz.students[0].id })
  await page.goto(address(quiz))
  await expect(page.getByText("Your best attempt counts.")).toBeVisible()
  await expect(page.getByText("10% of the points are taken off for each day")).toBeVisible()
  const sit = async (option: number) => {
    await expect(page.getByText(/Question 1 ·/)).toBeVisible()
    await page.waitForLoadState("networkidle")
    await page.getByRole("radio").nth(option).check({ force: true })
    await expect(page.getByText("Saved at school")).toBeVisible()
    await page.goto(address(quiz, "quiz/review"))
    await page.getByRole("button", { name: "Submit 1 answer" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Submit 1 answer" }).click()
    await expect(page).toHaveURL(/results$/)
  }
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await sit(0)
  await page.goto(address(quiz))
  await expect(page.getByRole("button", { name: /You can start in (9|10) minutes/ })).toBeVisible()
  await expectNoAxeViolations(page)
  const where = { assignmentId: quiz.assignment.id }
  const before = new Date(Date.now() - 11 * 60_000)
  await database().attempt.updateMany({ where, data: { submittedAt: before } })
  await page.reload()
  await page.getByRole("button", { name: "Start another attempt" }).click()
  await sit(1)
  await database().assignment.update({ where: { id: where.assignmentId }, data: { releasedAt: new Date() } })
  await page.reload()
  await expect(page.getByText("Your best attempt counts. It is shown here.")).toBeVisible()
  await expect(page.getByText("Attempt 1, shown here")).toBeVisible()
  await expect(page.getByText("10% off, late").first()).toBeVisible()
  await expectNoAxeViolations(page)
})

test("all questions on one page: the text serves the one that has the focus", async ({ page, signIn }) => {
  const quiz = await openQuiz({ shuffleOptions: false })
  await signIn({ userId: quiz.students[0].id })
  await page.goto(address(quiz))
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await expect(page.getByText(/Question 1 ·/)).toBeVisible()
  await expect(page.getByText(/Question 3 ·/)).toHaveCount(0)
  await page.getByRole("button", { name: "All", exact: true }).press("Enter")
  await expect(page.getByText(/Question 4 ·/)).toBeAttached()
  await expectNoAxeViolations(page)

  await page.getByRole("button", { name: /^Question 3,/ }).press("Enter")
  await expect(page.getByRole("heading", { name: "What does abstaining do?" })).toBeFocused()
  await page.getByRole("button", { name: "Mir asks what neutrality is worth." }).click()
  await expect(page.getByText("your sentence")).toBeVisible()
  await page.getByRole("heading", { name: "Why does a state stay silent?" }).click()
  await page.getByRole("radio").first().check({ force: true })
  await expect
    .poll(() => database().response.count({ where: { attempt: { assignmentId: quiz.assignment.id } } }))
    .toBe(2)

  // Chosen on this device, kept over a reload; and back to one at a time.
  await page.reload()
  await expect(page.getByText(/Question 4 ·/)).toBeAttached()
  await page.getByRole("button", { name: "Review and submit" }).click()
  await page.getByRole("button", { name: /What does Mir call it/ }).click()
  await expect(page.getByRole("heading", { name: "What does Mir call it?" })).toBeFocused()
  await page.getByRole("button", { name: "One at a time" }).click()
  await expect(page.getByText(/Question 2 ·/)).toBeVisible()
  await expect(page.getByText(/Question 1 ·/)).toHaveCount(0)
})
