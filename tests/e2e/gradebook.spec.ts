import { parse } from "csv-parse/sync"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeClass, makeUser } from "@/tests/support/factories"
import { makeQuiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"

/** A class of its own, with one quiz: the first student has one point of four, the second nothing yet. */
async function arrange() {
  const quiz = await makeQuiz({ releasePolicy: "on_submit" })
  await database().user.update({
    where: { id: quiz.students[0].id },
    data: { displayName: '=Ann, "A" O’Hara' },
  })
  await finishQuiz(quiz, quiz.students[0].id, { 0: { option: optionOf(quiz, 0, 0) } })
  return { quiz, path: `/teach/classes/${quiz.class.publicId}/gradebook` }
}

test("a teacher walks the gradebook by keyboard, sets a score, and the student is told", async ({
  page,
  signIn,
}) => {
  const { quiz } = await arrange()
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/classes/${quiz.class.publicId}`)
  await page.getByRole("link", { name: "Gradebook", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Gradebook" })).toBeVisible()
  const table = page.getByRole("grid")
  await expect(table.locator("tbody tr")).toHaveCount(2)
  await expectNoAxeViolations(page)

  // From the first name right over the total to the first score, and in. Once the page's one handler has arrived.
  const name = table.getByRole("link", { name: "=Ann" })
  const cell = table.locator("tbody tr").first().locator("td").nth(1)
  await expect(async () => {
    await name.focus()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    await expect(cell).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(cell).toHaveText("1")
  await page.keyboard.press("ArrowDown")
  await expect(table.locator("tbody tr").nth(1).locator("td").nth(1)).toBeFocused()
  await page.keyboard.press("Home")
  await expect(table.locator("tbody tr").nth(1).getByRole("link")).toBeFocused()
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("End")
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog")
  await expect(dialog.getByText("1 of 4 points")).toBeVisible()
  await expectNoAxeViolations(page)

  await dialog.locator("summary").click()
  await dialog.getByLabel("Score", { exact: true }).fill("5")
  await dialog.getByRole("button", { name: "Set this score" }).click()
  await expect(dialog.getByText("A score lies between 0 and 4.")).toBeVisible()
  await dialog.getByLabel("Score", { exact: true }).fill("3 1/2")
  await dialog.getByRole("textbox", { name: "Reason" }).fill("You explained it aloud.")
  await dialog.getByLabel("The student may read this reason").check()
  await dialog.getByRole("button", { name: "Set this score" }).click()
  await expect(dialog.getByText("3½ of 4 points").first()).toBeVisible()
  await expect(dialog.getByText("Worked out: 1 of 4 points")).toBeVisible()
  await expect(dialog.getByText(/from 1 of 4 points to 3½ of 4 points/)).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(dialog).toHaveCount(0)
  await expect(cell).toContainText("3½")
  await expect(cell).toContainText("set")
  await expect(cell).toBeFocused()
  await expect(table.locator("tbody tr").first()).toContainText("87.5%")

  await signIn({ userId: quiz.students[0].id })
  await page.goto(`/a/${quiz.assignment.id}/results`)
  await expect(page.getByText("Your teacher has set this score: 3½ of 4.")).toBeVisible()
  await expect(page.getByText("Reason: You explained it aloud.")).toBeVisible()
})

test("a class counts as its teacher says, in the teacher's words", async ({ page, signIn }) => {
  const { quiz, path } = await arrange()
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`${path}/settings`)
  await page.getByRole("button", { name: "Add a category" }).click()
  await page.getByLabel("Name").fill("Quizzes")
  await page.getByLabel("Weight").fill("60")
  await page.getByRole("combobox", { name: "Fake neutrality?" }).selectOption({ label: "Quizzes" })
  await page.getByLabel("Excused").fill("excused: medical")
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Saved.")).toBeVisible()
  const { id } = quiz.enrolments[1]
  await database().assignmentException.create({
    data: { assignmentId: quiz.assignment.id, enrolmentId: id, excused: true },
  })
  await page.goto(path)
  const table = page.getByRole("grid")
  await expect(table.getByText("Quizzes: weight 60")).toBeVisible()
  await expect(table.getByText("excused: medical")).toBeVisible()
  await expect(page.getByText("categories count by their weight")).toBeVisible()
})

test("one student's page can be read with a parent and taken away as a file that runs nothing", async ({
  page,
  signIn,
}) => {
  const { quiz } = await arrange()
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/classes/${quiz.class.publicId}/students/${quiz.enrolments[0].id}`)
  await expect(page.getByRole("heading", { level: 1, name: '=Ann, "A" O’Hara' })).toBeVisible()
  await expect(page.getByText("Total: 25%")).toBeVisible()
  await expect(page.getByText("1 handed in, 0 missing, 0 excused, 0 still ahead")).toBeVisible()
  await expectNoAxeViolations(page)
  const href = await page.getByRole("link", { name: "Download this student (CSV)" }).getAttribute("href")
  const rows: string[][] = parse(await (await page.request.get(href ?? "")).text(), {
    bom: true,
    relax_column_count: true,
  })
  expect(rows[0]).toEqual(["Student", `'=Ann, "A" O’Hara`])
  expect(rows[2]?.slice(5, 8)).toEqual(["1", "4", "25"])
})

test("on a phone one assignment is chosen; an empty class says what comes next", async ({ page, signIn }) => {
  const { quiz, path } = await arrange()
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn({ userId: quiz.teacher.id })
  await page.goto(path)
  const row = page.getByRole("grid").locator("tbody tr").first()
  await expect(row.locator("td:visible")).toHaveCount(1)
  await page
    .getByRole("combobox", { name: "Show one assignment" })
    .selectOption({ label: "Fake neutrality?" })
  await page.getByRole("button", { name: "Show" }).click()
  await expect(row.locator("td:visible")).toHaveCount(2)
  await expectNoAxeViolations(page)

  const teacher = await makeUser("teacher")
  const empty = await makeClass(teacher.id)
  await signIn({ userId: teacher.id })
  await page.goto(`/teach/classes/${empty.publicId}/gradebook`)
  await expect(page.getByRole("link", { name: "Choose a lesson" })).toBeVisible()
  await expectNoAxeViolations(page)
})
