import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"
import { fixingOf } from "@/tests/support/fixing"
import { openQuiz } from "@/tests/support/open-quiz"

test("a teacher changes a key after looking at what it does, is told what came meanwhile, and takes it back", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz()
  const [right, wrong] = quiz.students
  await finishQuiz(quiz, right.id, { 0: { option: optionOf(quiz, 0, 0) }, 1: { text: "noise" } })
  await finishQuiz(quiz, wrong.id, { 0: { option: optionOf(quiz, 0, 1) } })
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/assignments/${quiz.assignment.id}/items`)
  await page.getByRole("link", { name: "Put question 1 right" }).press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: "Put question 1 right" })).toBeVisible()
  await expect(page.getByText("Nothing so far.")).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole("link", { name: /^Change the key/ }).press("Enter")
  await page.getByRole("radio", { name: /To be safe/ }).press("Space")
  await page.getByRole("button", { name: "Show what this changes" }).press("Enter")
  await expect(
    page.getByText("2 scores change. 1 student gains 1. 1 student loses 1. None stays as it is."),
  ).toBeVisible()
  const lines = page.getByRole("table", { name: "Scores that change" })
  await expect(lines.getByRole("row", { name: right.displayName })).toHaveText(`${right.displayName}10−1`)
  await expect(lines.getByRole("row", { name: wrong.displayName })).toHaveText(`${wrong.displayName}01+1`)
  await expectNoAxeViolations(page)
  expect(await database().scoringBatch.count({ where: { assignmentId: quiz.assignment.id } })).toBe(0)

  // Something else is put right meanwhile: nothing is done, and the preview is a fresh one.
  await fixingOf(quiz, 1).applied({ kind: "points", points: 3 })
  await page.getByRole("textbox", { name: /^Reason/ }).fill("The text says so in 3.2.")
  await page.getByRole("button", { name: "Apply to 2 scores" }).press("Enter")
  const stale = page.getByText(
    /put something right in this quiz since this was shown\. Nothing of yours was changed/,
  )
  await expect(stale).toBeVisible()
  await expect(page.getByRole("columnheader", { name: "Then, of 6" })).toBeVisible()
  await expectNoAxeViolations(page)
  expect(await database().scoringBatch.count({ where: { assignmentId: quiz.assignment.id } })).toBe(1)
  await expect(page.getByRole("textbox", { name: /^Reason/ })).toHaveValue("The text says so in 3.2.")
  await page.getByRole("button", { name: "Apply to 2 scores" }).press("Enter")
  await expect(page.getByText("Done. 2 scores changed. Students read it by the question.")).toBeVisible()
  await expect(page.getByText("The text says so in 3.2.")).toBeVisible()
  await expect(page.getByRole("link", { name: "Go to the question in the lesson" })).toBeVisible()
  await expectNoAxeViolations(page)

  await signIn({ userId: wrong.id })
  await page.goto("/home")
  await expect(
    page.getByText(/Your teacher put a question right on .*: your score went from 0 to 1\./),
  ).toBeVisible()
  await page.goto(`/a/${quiz.assignment.id}/results`)
  const told = page.locator("#q1")
  await expect(
    told.getByText(/^Your teacher changed the key of this question on .*; your score went from 0 to 1\.$/),
  ).toBeVisible()
  await expect(told.getByText("1 of 1")).toBeVisible()
  await expectNoAxeViolations(page)

  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/assignments/${quiz.assignment.id}/items/${quiz.items[0]?.itemId}/fix`)
  await page.getByRole("button", { name: "Take it back" }).press("Enter")
  const dialog = page.getByRole("alertdialog", { name: "Take this back?" })
  await expect(dialog.getByText(/^2 scores changed by it\./)).toBeVisible()
  await expectNoAxeViolations(page)
  await dialog.getByRole("button", { name: "Take it back" }).press("Enter")
  await expect(page.getByText(/^Taken back by /)).toBeFocused()
  await signIn({ userId: wrong.id })
  await page.goto(`/a/${quiz.assignment.id}/results`)
  await expect(
    told.getByText(/^Your teacher took back a change to this question on .*; your score went from 1 to 0\.$/),
  ).toBeVisible()
})

test("a question is taken out, and says so; one more wording is accepted from what students wrote", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz()
  const [student] = quiz.students
  await finishQuiz(quiz, student.id, { 0: { option: optionOf(quiz, 0, 1) }, 1: { text: "noise" } })
  await signIn({ userId: quiz.teacher.id })
  const fix = (item: number) =>
    `/teach/assignments/${quiz.assignment.id}/items/${quiz.items[item]?.itemId}/fix`
  await page.goto(fix(0))
  await page.getByRole("link", { name: /^Take it out/ }).press("Enter")
  await expect(page.getByText("The quiz is out of 3 points instead of 4.")).toBeVisible()
  await page.getByRole("button", { name: "Apply, no score changes" }).press("Enter")
  await expect(page.getByText("This question was taken out: it counts for nobody.")).toBeVisible()

  await page.goto(fix(1))
  await page.getByRole("link", { name: /^Accept another answer/ }).press("Enter")
  await page.getByRole("radio", { name: /noise/ }).press("Space")
  await page.getByRole("button", { name: "Show what this changes" }).press("Enter")
  await page.getByRole("button", { name: "Apply to 1 score" }).press("Enter")
  await expect(page.getByText("Done. 1 score changed. Students read it by the question.")).toBeVisible()
  await page.goto(`/teach/assignments/${quiz.assignment.id}/items`)
  await expect(
    page.locator("#question-1").getByText("This question was taken out: it counts for nobody."),
  ).toBeVisible()
  await expectNoAxeViolations(page)

  await signIn({ userId: student.id })
  await page.goto(`/a/${quiz.assignment.id}/results`)
  await expect(
    page.locator("#q1").getByText("Your teacher took this question out. It does not count."),
  ).toBeVisible()
  await expect(page.locator("#q2").getByText(/accepted another answer to this question/)).toBeVisible()
  await expectNoAxeViolations(page)
})
