import type { Page } from "@playwright/test"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeUser } from "@/tests/support/factories"
import { everyItem, HINT } from "@/tests/support/factories-item-types"
import { makeLesson } from "@/tests/support/factories-lesson"
import { firstKey } from "@/tests/support/factories-quiz"
import { openQuiz } from "@/tests/support/open-quiz"

const saved = (page: Page) => page.getByText("Saved at school")

/** Opens a question by its number in the strip, by keyboard. */
async function openQuestion(page: Page, position: number): Promise<void> {
  const strip = page.getByRole("button", { name: new RegExp(`^Question ${position}, `) })
  await strip.focus()
  await page.keyboard.press("Enter")
  await expect(page.getByText(`Question ${position} ·`)).toBeVisible()
}

test("a student answers every type of question by keyboard, opens a hint, and sees what came out", async ({
  page,
  signIn,
}) => {
  test.setTimeout(180_000)
  const quiz = await openQuiz({ shuffleOptions: false }, firstKey, everyItem)
  await signIn({ userId: quiz.students[0].id })
  await page.goto(`/a/${quiz.assignment.id}/quiz`)
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await expect(page.getByText("Question 1 ·")).toBeVisible()

  await openQuestion(page, 5)
  await expect(page.getByText(HINT)).toBeHidden()
  await page.getByText("Show a hint").focus()
  await page.keyboard.press("Enter")
  await expect(page.getByText(HINT)).toBeVisible()
  const boxes = page.getByRole("checkbox")
  await boxes.first().focus()
  for (const key of ["1", "b", "3"]) await page.keyboard.press(key)
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3)
  await page.keyboard.press("c")
  await expect(boxes.nth(2)).not.toBeChecked()
  await page.keyboard.press("2")
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1)
  await expect(saved(page)).toBeVisible()
  await expectNoAxeViolations(page)

  await openQuestion(page, 6)
  await expect(page.getByText(HINT)).toBeHidden()
  await page.getByRole("radio", { name: "True" }).focus()
  await page.keyboard.press("2")
  await expect(page.getByRole("radio", { name: "False" })).toBeChecked()
  await expectNoAxeViolations(page)

  await openQuestion(page, 7)
  const number = page.getByRole("textbox", { name: "Number" })
  await number.focus()
  await page.keyboard.type("thirty-five")
  await expect(page.getByText("Not a number yet.")).toBeVisible()
  await expect(number).toHaveAttribute("aria-invalid", "true")
  await expectNoAxeViolations(page)
  await expect(page.getByRole("button", { name: /^Question 7, not answered/ })).toBeVisible()
  await number.fill("35,0")
  await expect(page.getByText("Read as 35")).toBeVisible()
  await expect(page.getByRole("button", { name: /^Question 7, half answered/ })).toBeVisible()
  await page.keyboard.press("Tab")
  await page.keyboard.type("votes")
  await expect(page.getByRole("button", { name: /^Question 7, answered/ })).toBeVisible()

  await openQuestion(page, 8)
  await expect(page.getByText("Choose up to 2 sentences in the text.")).toBeVisible()
  await expect(page.getByText("Choose a sentence with a click, or")).toBeVisible()
  await page.getByRole("button", { name: quiz.lesson.sentences[0]?.text ?? "" }).focus()
  for (const key of ["Enter", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key)
  await expect(page.getByText("your sentence")).toHaveCount(2)
  await expectNoAxeViolations(page)

  await openQuestion(page, 9)
  await expect(page.getByText("Question 9 · your view, not scored")).toBeVisible()
  await page.getByRole("radio", { name: "Sometimes" }).focus()
  await page.keyboard.press("Space")
  await expect(saved(page)).toBeVisible()

  await page.goto(`/a/${quiz.assignment.id}/quiz/review`)
  await page.getByRole("button", { name: "Submit 5 answers" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Submit 5 answers" }).click()
  await expect(page).toHaveURL(/results$/)
  const result = (position: number) => page.locator(`#q${position}`)
  await expect(result(5)).toContainText("Partly right")
  await expect(result(5)).toContainText("B is right too. Pakistan")
  await expect(result(6)).toContainText("The answer is A. True")
  await expect(result(7)).toContainText("The number is right, the unit is not.")
  await expect(result(8)).toContainText("You chose 2 sentences.")
  await expect(result(8)).toContainText("Your sentence proves it")
  await expect(result(9)).toContainText("Your view, not scored")
  await expectNoAxeViolations(page)

  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/assignments/${quiz.assignment.id}/items`)
  const pollTable = page.getByRole("table", { name: /May trade outweigh principle/ })
  await expect(pollTable.getByRole("row", { name: /B Sometimes/ })).toContainText("1 student")
  await expect(page.getByRole("table", { name: /How many states abstained/ })).toContainText("35,0 votes")
  await expectNoAxeViolations(page)
  await page.goto(`/teach/assignments/${quiz.assignment.id}/students/${quiz.enrolments[0].id}`)
  await expect(page.getByText("35 ± 0.5 states")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("an author writes each type: what is missing is said at its field, and a preview can be answered", async ({
  page,
  signIn,
}) => {
  test.setTimeout(180_000)
  const teacher = await makeUser("teacher")
  const lesson = await makeLesson(teacher.id)
  const editor = `/teach/lessons/${lesson.lessonId}`
  const save = () => page.getByRole("button", { name: "Save the question" }).click()
  const isListed = (prompt: string) => expect(page.getByRole("link", { name: prompt })).toBeVisible()
  await signIn({ userId: teacher.id })

  await page.goto(`${editor}?part=items&item=new-numeric`)
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("How many states abstained?")
  await page.getByRole("textbox", { name: "The right number" }).fill("thirty-five")
  await page.getByRole("textbox", { name: "Hint" }).fill("It stands in the second paragraph.")
  await save()
  await expect(page.getByText("This is not a number.")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("textbox", { name: "The right number" }).fill("35")
  await page.getByRole("checkbox", { name: "Ask for the unit too" }).check()
  await page.getByRole("textbox", { name: "Units that count as right" }).fill("states, countries")
  await save()
  await isListed("How many states abstained?")

  await page.goto(`${editor}?part=items&item=new-multiple`)
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("Which states abstained?")
  for (const [letter, text] of [
    ["A", "India"],
    ["B", "Pakistan"],
    ["C", "Poland"],
    ["D", "Chad"],
    ["E", "Peru"],
  ] as const)
    await page.getByRole("textbox", { name: `Option ${letter}`, exact: true }).fill(text)
  await page.getByRole("checkbox", { name: "Option A is right" }).check()
  await page.getByRole("checkbox", { name: "Option B is right" }).check()
  await expectNoAxeViolations(page)
  await save()
  await isListed("Which states abstained?")

  await page.goto(`${editor}?part=items&item=new-true-false`)
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("Mir welcomes it.")
  await page.getByRole("radio", { name: "Option B is right" }).check()
  await expect(page.getByRole("button", { name: "Add an option" })).toHaveCount(0)
  await save()
  await isListed("Mir welcomes it.")

  await page.goto(`${editor}?part=items&item=new-poll`)
  await expect(page.getByRole("radio", { name: "What the author says" })).toHaveCount(0)
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("May trade outweigh principle?")
  for (const [at, text] of ["Always", "Sometimes", "Never"].entries())
    await page.getByRole("textbox", { name: `Option ${"ABC"[at]}`, exact: true }).fill(text)
  await expect(page.getByRole("textbox", { name: "Why it is so" })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await save()
  await isListed("May trade outweigh principle?")

  await page.goto(`${editor}?part=items&item=new-evidence`)
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("Which sentence says so?")
  await page.getByRole("combobox", { name: "Sentences a student may choose" }).selectOption("2")
  await page
    .getByRole("textbox", { name: "Or type a phrase" })
    .fill(lesson.sentences[1]?.text.slice(0, 20) ?? "")
  await page.getByRole("button", { name: "Add", exact: true }).click()
  await expectNoAxeViolations(page)
  await save()
  await isListed("Which sentence says so?")

  await page.goto(`${editor}/preview/quiz`)
  await openQuestion(page, 1)
  await page.getByRole("textbox", { name: "Number" }).fill("1 500,5")
  await expect(page.getByText("Read as 1500.5")).toBeVisible()
  for (const position of [2, 3, 4, 5]) await openQuestion(page, position)
  await expectNoAxeViolations(page)
})
