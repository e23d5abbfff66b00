import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { firstKey } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"
import { openQuiz } from "@/tests/support/open-quiz"

test("a student says that a score is wrong, the teacher upholds it, and the student sees new points", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz()
  const [student] = quiz.students
  await finishQuiz(quiz, student.id, { 0: { option: optionOf(quiz, 0, 1) } })
  const results = `/a/${quiz.assignment.id}/results`
  await signIn({ userId: student.id })
  await page.goto(results)
  const first = page.locator("#q1")
  await expect(first.getByText("0 of 1")).toBeVisible()
  await first.getByRole("button", { name: "I think this is wrong: question 1" }).press("Enter")
  const reason = first.getByRole("textbox", { name: /What is wrong/ })
  await expect(reason).toBeFocused()
  await reason.fill("Too short")
  await first.getByRole("button", { name: "Send to my teacher" }).click()
  await expect(first.getByText("Say what is wrong in at least 10 characters").last()).toBeVisible()
  await reason.fill("Sentence 3.2 says what I answered.")
  await expectNoAxeViolations(page)
  await first.getByRole("button", { name: "Send to my teacher" }).click()
  await expect(first.getByText(/Sent \d\d:\d\d\. Your teacher will look at it/)).toBeVisible()
  // Back, and once more.
  await first.getByRole("button", { name: "Take back what you sent about question 1" }).click()
  await first.getByRole("button", { name: "I think this is wrong: question 1" }).click()
  await first.getByRole("textbox", { name: /What is wrong/ }).fill("Sentence 3.2 says what I answered.")
  await first.getByRole("button", { name: "Send to my teacher" }).click()
  await expect(first.getByText(/Sent \d\d:\d\d\./)).toBeVisible()
  await expectNoAxeViolations(page)

  await signIn({ userId: quiz.teacher.id })
  await page.goto("/teach")
  await expect(page.getByText("student thinks a score is wrong")).toBeVisible()
  await page.goto(`/teach/assignments/${quiz.assignment.id}`)
  await page.getByRole("link", { name: "Look at it" }).click()
  await expect(page.getByText("Sentence 3.2 says what I answered.")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Decline" }).click()
  await expect(page.getByText("Say why the score stays.").last()).toBeVisible()
  await page.getByRole("textbox", { name: /Your answer to/ }).fill("You are right, 3.2 says it.")
  await page.getByLabel("Points for this answer").selectOption({ label: "1 of 1" })
  await page.getByRole("button", { name: "Uphold and give the points" }).click()
  await expect(page.getByText("Upheld")).toBeVisible()
  await expect(page.getByText("1 of 1 points now")).toBeVisible()
  await expectNoAxeViolations(page)

  await signIn({ userId: student.id })
  await page.goto(results)
  await expect(first.getByText("1 of 1")).toBeVisible()
  await expect(first.getByText("Your teacher agreed")).toBeVisible()
  await expect(first.getByText("You are right, 3.2 says it.")).toBeVisible()
  expect(await database().scoring.count({ where: { source: "teacher", createdById: quiz.teacher.id } })).toBe(
    1,
  )
})

test("a student practises what was missed, by keyboard and through a lost connection, for nobody else", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz()
  const [student] = quiz.students
  await finishQuiz(quiz, student.id, { 0: { option: optionOf(quiz, 0, firstKey.option) } })
  await signIn({ userId: student.id })
  await page.goto(`/a/${quiz.assignment.id}/results`)
  await page.getByRole("button", { name: "Practise the 2 you missed" }).press("Enter")
  await expect(page).toHaveURL(/\/practice\//)
  await expect(page.getByText("Not graded. Nobody but you sees this.")).toBeVisible()
  await expect(page.getByText("1 of 2")).toBeVisible()
  const typed = page.getByRole("textbox")
  await typed.fill("trade")
  await page.context().setOffline(true)
  await typed.press("Enter")
  await expect(page.getByText("Your answer was not stored")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.context().setOffline(false)
  await page.getByRole("button", { name: "Try again" }).press("Enter")
  const verdict = page.getByText("Not right", { exact: true })
  await expect(verdict).toBeFocused()
  await expect(page.getByText(firstKey.words).first()).toBeVisible()
  await expectNoAxeViolations(page)
  // It goes on where it was left.
  await page.reload()
  await expect(page.getByText("2 of 2")).toBeVisible()
  await page.getByRole("radio").nth(0).check({ force: true })
  await page.locator("[data-s]").nth(firstKey.sentence).press("Enter")
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Check my answer" }).click()
  await expect(page.getByText("Stored and checked")).toBeVisible()
  await page.getByRole("button", { name: "See how it went" }).press("Enter")
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused()
  await expect(page.getByRole("row", { name: /What does Mir call it/ })).toContainText("Not answered")
  await expectNoAxeViolations(page)
  await page.getByRole("link", { name: "Back to my results" }).click()
  await expect(page).toHaveURL(/\/results$/)
})

test("what stayed is offered at home after a week, and put away by one press", async ({ page, signIn }) => {
  const quiz = await openQuiz()
  const [student] = quiz.students
  const attemptId = await finishQuiz(quiz, student.id, { 0: { option: optionOf(quiz, 0, 1) } })
  const submittedAt = new Date(Date.now() - 9 * 86_400_000)
  await database().attempt.update({ where: { id: attemptId }, data: { submittedAt } })
  await signIn({ userId: student.id })
  await page.goto("/home")
  await expect(page.getByText("Two minutes: what stayed of “Fake neutrality?”")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: /^Try it/ }).click()
  await expect(page.getByRole("heading", { name: "What stayed after a week" })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.goto("/home")
  await page.getByRole("button", { name: /^Not now/ }).click()
  await expect(page.getByText(/what stayed of/)).toHaveCount(0)
})
