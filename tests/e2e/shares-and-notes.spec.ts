import type { Page } from "@playwright/test"
import { newRandomId } from "@/lib/platform/ids"
import { blankItem } from "@/lib/quiz/authored-item"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { NOTE } from "@/tests/support/factories-item-types"
import { firstKey, makeQuiz } from "@/tests/support/factories-quiz"
import { classifiedItem } from "@/tests/support/item-classified"
import { itemsWithShares } from "@/tests/support/items-with-shares"
import { openQuiz } from "@/tests/support/open-quiz"

const note = () => ({ ...blankItem("note", newRandomId), prompt: NOTE })
const saved = (page: Page) => page.getByText("Saved at school")
const next = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last().click()
const save = (page: Page) => page.getByRole("button", { name: "Save the question" }).click()

test("statements go into categories by keyboard, and a text between questions counts nowhere", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz({ shuffleOptions: false }, firstKey, (ids, choice) => [
    note(),
    classifiedItem(ids, choice),
    note(),
    ...itemsWithShares().slice(0, 1),
  ])
  await signIn({ userId: quiz.students[0].id })
  await page.goto(`/a/${quiz.assignment.id}/quiz`)
  await expect(page.getByRole("heading", { name: "2 questions on the text" })).toBeVisible()
  await page.getByRole("button", { name: "Start the quiz" }).click()

  await expect(page.getByText(NOTE)).toBeVisible()
  await expect(page.getByRole("button", { name: "Flag" })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await next(page, "Next")

  await expect(page.getByText(/^Question 1 · 4 points/)).toBeVisible()
  await expect(page.getByText("0 of 4 placed")).toBeVisible()
  await page.getByRole("radiogroup", { name: "It is fake neutrality." }).getByRole("radio").first().focus()
  await page.keyboard.press("Space")
  await page.keyboard.press("Tab")
  await page.keyboard.press("ArrowDown")
  await expect(
    page.getByRole("radiogroup", { name: "It takes no side." }).getByLabel("Others claim it"),
  ).toBeChecked()
  await expect(page.getByText("2 of 4 placed")).toBeVisible()
  await expect(saved(page)).toBeVisible()
  await expect(page.getByRole("button", { name: /^Question 1, half answered/ })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.reload()
  await expect(page.getByRole("radio", { name: "Mir claims it" }).first()).toBeChecked()
  await page
    .getByRole("radiogroup", { name: "35 countries abstained." })
    .getByLabel("A fact")
    .check({ force: true })
  await page
    .getByRole("radiogroup", { name: "He was voted out." })
    .getByLabel("A fact")
    .check({ force: true })
  await expect(saved(page)).toBeVisible()

  await next(page, "Next")
  await expect(page.getByText(NOTE)).toBeVisible()
  await next(page, "Next")
  await page.getByRole("radio", { name: "Almost neutral" }).check({ force: true })
  await expect(saved(page)).toBeVisible()
  await page.getByRole("button", { name: "Review and submit" }).click()
  await expect(page.getByText("2 questions answered, none left open.")).toBeVisible()
  await page.getByRole("button", { name: "Submit 2 answers" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Submit 2 answers" }).click()
  await expect(page).toHaveURL(/results$/)
  // Three of four places, and half of two points.
  await expect(page.getByText("4 of 6 points")).toBeVisible()
  await expect(page.locator("#q1")).toContainText("Right: Mir claims it")
  await expect(page.locator("#q2")).toContainText("That is right in part.")
  await expect(page.locator("#q2")).toContainText("Almost is not enough.")
  await expect(page.getByText(NOTE)).toHaveCount(2)
  await expectNoAxeViolations(page)
})

test("a part of the points is earned, and its own words are said to it", async ({ page, signIn }) => {
  const quiz = await openQuiz({ shuffleOptions: false }, firstKey, () => itemsWithShares())
  await signIn({ userId: quiz.students[0].id })
  await page.goto(`/a/${quiz.assignment.id}/quiz`)
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await page.getByRole("radio", { name: "Not neutral" }).check({ force: true })
  await next(page, "Question 2")
  await page.getByRole("checkbox", { name: "India" }).check({ force: true })
  await page.getByRole("checkbox", { name: "Poland" }).check({ force: true })
  await next(page, "Question 3")
  await page.getByRole("textbox", { name: "What does Mir call it?" }).fill("Neutrality.")
  await next(page, "Question 4")
  await page.getByLabel("Number").fill("37")
  await next(page, "Question 5")
  await page.getByLabel(/^Gap 1/).fill("did not vote")
  await page.getByLabel(/^Gap 2/).selectOption("first")
  await expect(saved(page)).toBeVisible()
  await page.getByRole("button", { name: "Review and submit" }).click()
  await page.getByRole("button", { name: "Submit 5 answers" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Submit 5 answers" }).click()
  await expect(page).toHaveURL(/results$/)
  await expect(page.locator("#q1")).toContainText("0 of 2")
  await expect(page.locator("#q2")).toContainText("½ of 2")
  await expect(page.locator("#q3")).toContainText("1 of 2")
  await expect(page.locator("#q3")).toContainText("Which neutrality?")
  await expect(page.locator("#q4")).toContainText("Count again.")
  await expect(page.locator("#q5")).toContainText("1¼ of 2")
  await expect(page.locator("#q5")).toContainText("One word is enough.")
  await expectNoAxeViolations(page)
})

test("an author sorts statements, writes a text between questions, and finds both as they were", async ({
  page,
  signIn,
}) => {
  const quiz = await makeQuiz({}, firstKey, () => [])
  await signIn({ userId: quiz.teacher.id })
  const open = (type: string) =>
    page.goto(`/teach/lessons/${quiz.lesson.lessonId}?part=items&item=new-${type}`)
  await open("classification")
  await page.getByLabel("Question", { exact: true }).fill("Whose claim is it?")
  await page.getByLabel("Category A", { exact: true }).fill("Mir")
  await page.getByLabel("Category B", { exact: true }).fill("Others")
  for (const at of [1, 2, 3, 4]) await page.getByLabel(`Statement ${at}`, { exact: true }).fill(`Claim ${at}`)
  await page.getByLabel("Where statement 1 belongs").selectOption({ index: 1 })
  await save(page)
  await page.getByRole("link", { name: "Whose claim is it?" }).click()
  await save(page)
  await page.getByRole("link", { name: "Whose claim is it?" }).click()
  await expect(page.getByLabel("Where statement 1 belongs")).not.toHaveValue("")
  await expectNoAxeViolations(page)

  await open("note")
  await expect(page.getByLabel("Points", { exact: true })).toHaveCount(0)
  await page.getByLabel("Text", { exact: true }).fill(NOTE)
  await expectNoAxeViolations(page)
  await save(page)
  await expect(page.getByRole("link", { name: NOTE })).toBeVisible()
  await page.getByRole("button", { name: "Withdraw" }).last().click()
  await expect(page.getByText("Withdraw the text between questions?")).toBeVisible()
})

test("an author gives answers a part of the points only when asked for, and finds it again", async ({
  page,
  signIn,
}) => {
  const quiz = await makeQuiz({ shuffleOptions: false }, firstKey, () => itemsWithShares())
  await signIn({ userId: quiz.teacher.id })
  const list = `/teach/lessons/${quiz.lesson.lessonId}?part=items`
  await page.goto(`${list}&item=${quiz.items[0]?.itemId}`)
  const ofC = page.getByLabel("Part of the points for “Option C”, in percent")
  await expect(page.getByLabel("Part of the points for “Option B”, in percent")).toHaveValue("50")
  await expect(page.getByText("Earns all the points.")).toBeVisible()
  await expectNoAxeViolations(page)
  await ofC.fill("-25")
  await save(page)
  await page.getByRole("link", { name: "What was it?" }).click()
  await expect(ofC).toHaveValue("-25")
  await page.getByLabel("Let options earn a part of the points").uncheck()
  await expect(ofC).toHaveCount(0)

  await page.goto(`${list}&item=${quiz.items[2]?.itemId}`)
  await expect(page.getByLabel("Answer 2", { exact: true })).toHaveValue("neutrality")
  await page.getByLabel("Part of the points for “Answer 2”, in percent").fill("33,3")
  await page.getByLabel("What to say to whoever answered “Answer 2”").fill("Say which.")
  await expectNoAxeViolations(page)
  await save(page)
  await page.getByRole("link", { name: "What does Mir call it?" }).click()
  await expect(page.getByLabel("Part of the points for “Answer 2”, in percent")).toHaveValue("33.3")
  await expect(page.getByLabel("What to say to whoever answered “Answer 2”")).toHaveValue("Say which.")

  await page.goto(`${list}&item=${quiz.items[3]?.itemId}`)
  await expect(page.getByLabel("Number 2", { exact: true })).toHaveValue("35")
  await expectNoAxeViolations(page)
  await page.goto(`${list}&item=${quiz.items[4]?.itemId}`)
  await expect(page.getByLabel("Weight of this gap").first()).toHaveValue("3")
  await page
    .getByLabel("Text with gaps")
    .fill("India [[abstained|did not vote|stayed out]] and came [[*first|second]].")
  await expect(page.getByLabel("Part of the points for “did not vote”, in percent")).toHaveValue("50")
  await expect(page.getByLabel("Part of the points for “stayed out”, in percent")).toHaveValue("100")
  await expectNoAxeViolations(page)
})
