import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"

import { firstKey, makeQuiz } from "@/tests/support/factories-quiz"
import { itemsInPlaces } from "@/tests/support/items-in-places"
import { openQuiz } from "@/tests/support/open-quiz"

const makePlaces = () => makeQuiz({ shuffleOptions: false }, firstKey, itemsInPlaces)
const openPlaces = () => openQuiz({ shuffleOptions: false }, firstKey, itemsInPlaces)
const saved = (page: Page) => page.getByText("Saved at school")
const steps = (page: Page) => page.locator("li[data-step]")

test("rows, an order, gaps and a long answer are given by keyboard, and results tell each place", async ({
  page,
  signIn,
}) => {
  const quiz = await openPlaces()
  await signIn({ userId: quiz.students[0].id })
  await page.goto(`/a/${quiz.assignment.id}/quiz`)
  await page.getByRole("button", { name: "Start the quiz" }).click()

  await page.getByLabel("India").selectOption("stays silent")
  await expect(saved(page)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByLabel("Kadyrov").selectOption("sends fighters")
  await page.getByLabel("Mir").selectOption("votes against")

  await page.getByRole("button", { name: "Question 2", exact: true }).click()
  await expect(page.getByText("Not answered yet")).toBeVisible()
  await expectNoAxeViolations(page)
  const [first, second] = await steps(page).allInnerTexts()
  const down = page.getByRole("button", { name: "Move down" }).first()
  await down.focus()
  await page.keyboard.press("Enter")
  await expect(steps(page).first()).toContainText(second?.split("\n").at(-1) ?? "?")
  // The button that was pressed still has the focus: a second press moves the same line on.
  await expect(page.getByRole("status").filter({ hasText: "now 2 of 4" })).toBeAttached()
  await page.keyboard.press("Enter")
  await expect(steps(page).nth(2)).toContainText(first?.split("\n").at(-1) ?? "?")
  await expect(saved(page)).toBeVisible()

  await page.getByRole("button", { name: "Question 3", exact: true }).click()
  await page.getByLabel(/^Gap 1/).fill("“Silence”")
  await page.getByLabel(/^Gap 2/).selectOption("second")
  await expect(saved(page)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole("button", { name: "Question 4", exact: true }).click()
  await expect(page.getByText("Your teacher reads this one.")).toBeVisible()
  await page.getByRole("textbox", { name: "Was it neutral?" }).fill("It was not.\n\nMir says so.")
  const sentence = page.getByRole("button", { name: "Mir asks what neutrality is worth." })
  await sentence.focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("button", { name: "Stop citing 1.1" })).toBeVisible()
  await expect(saved(page)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.reload()
  await expect(page.getByRole("textbox", { name: "Was it neutral?" })).toHaveValue(
    "It was not.\n\nMir says so.",
  )
  await page.getByRole("button", { name: "Review and submit" }).click()
  await page.getByRole("button", { name: "Submit 4 answers" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Submit 4 answers" }).click()
  await expect(page).toHaveURL(/results$/)
  await expect(page.getByText("With your teacher").first()).toBeVisible()
  await expect(page.getByText("Partly right").first()).toBeVisible()
  await expect(page.locator("#q1")).toContainText("writes a column")
  await expect(page.locator("#q3")).toContainText("Right: first")
  await expectNoAxeViolations(page)
})

test("a line is dragged to its place by its handle, and Escape breaks it off", async ({ page, signIn }) => {
  const quiz = await openPlaces()
  await signIn({ userId: quiz.students[0].id })
  await page.goto(`/a/${quiz.assignment.id}/quiz`)
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await page.getByRole("button", { name: "Question 2", exact: true }).click()
  const before = await steps(page).evaluateAll((list) => list.map((line) => line.getAttribute("data-step")))
  const drag = async (end: () => Promise<void>) => {
    const from = await page.locator("[data-handle]").first().boundingBox()
    const to = await steps(page).nth(2).boundingBox()
    if (!from || !to) throw new Error("nothing to drag")
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x, to.y + to.height - 2, { steps: 4 })
    await end()
    await page.mouse.up()
  }
  const now = () => steps(page).evaluateAll((list) => list.map((line) => line.getAttribute("data-step")))
  await drag(() => page.keyboard.press("Escape"))
  expect(await now()).toEqual(before)
  await expect(page.getByText("Not answered yet")).toBeVisible()
  await drag(async () => {})
  await expect.poll(now).toEqual([before[1], before[2], before[0], before[3]])
  await expect(saved(page)).toBeVisible()
})

test("an author marks gaps in a text, and hears what is missing at its field", async ({ page, signIn }) => {
  const quiz = await makeQuiz({}, firstKey, () => [])
  const { lessonId } = quiz.lesson
  await signIn({ userId: quiz.teacher.id })
  const open = (type: string) => page.goto(`/teach/lessons/${lessonId}?part=items&item=new-${type}`)
  const save = () => page.getByRole("button", { name: "Save the question" }).click()

  await open("gap")
  await page.getByLabel("Question", { exact: true }).fill("Fill the gaps.")
  const text = page.getByLabel("Text with gaps")
  await text.fill("India [[abstained and came [[*first|second]].")
  await save()
  await expect(page.getByText("A double bracket is left open")).toBeVisible()
  await expectNoAxeViolations(page)
  await text.fill("India [[]] and came [[*first|second]].")
  await expect(page.getByText("Gap 1, typed: no answer yet")).toBeVisible()
  await expect(page.getByText("A gap has no answer.")).toBeVisible()
  await text.fill("India [[abstained|did not vote]] and came [[*first|second]].")
  await expect(page.getByText("Gap 1, typed: abstained, did not vote")).toBeVisible()
  await save()
  await expect(page.getByRole("link", { name: "Fill the gaps." })).toBeVisible()
  const { content } = await database().itemVersion.findFirstOrThrow({
    where: { item: { lessonId }, type: "gap" },
  })
  expect(JSON.stringify(content)).not.toContain("abstained")

  await page.getByRole("link", { name: "Fill the gaps." }).click()
  await expect(text).toHaveValue("India [[abstained|did not vote]] and came [[*first|second]].")
})

test("an author writes an order, rows and a rubric, and finds them as they were", async ({
  page,
  signIn,
}) => {
  const quiz = await makeQuiz({}, firstKey, () => [])
  await signIn({ userId: quiz.teacher.id })
  const open = (type: string) =>
    page.goto(`/teach/lessons/${quiz.lesson.lessonId}?part=items&item=new-${type}`)
  const save = () => page.getByRole("button", { name: "Save the question" }).click()
  await open("ordering")
  await page.getByLabel("Question", { exact: true }).fill("What came first?")
  for (const [at, line] of ["The attack", "The vote", "The letter", "The motion"].entries())
    await page.getByLabel(`Line ${at + 1}`, { exact: true }).fill(line)
  await page.getByRole("button", { name: "Move line 4 up" }).click()
  await expectNoAxeViolations(page)
  await save()
  await page.getByRole("link", { name: "What came first?" }).click()
  await expect(page.getByLabel("Line 3", { exact: true })).toHaveValue("The motion")

  await open("matching")
  await page.getByLabel("Question", { exact: true }).fill("Who does what?")
  for (const [at, line] of ["stays silent", "sends fighters", "writes", "votes"].entries())
    await page.getByLabel(`Option ${"ABCD"[at]}`, { exact: true }).fill(line)
  for (const [at, line] of ["India", "Kadyrov", "Mir"].entries())
    await page.getByLabel(`Row ${at + 1}`, { exact: true }).fill(line)
  await page.getByLabel("What is right for row 1").selectOption({ index: 1 })
  await page.getByLabel("What is right for row 2").selectOption({ index: 2 })
  await expectNoAxeViolations(page)
  await save()
  await page.getByRole("link", { name: "Who does what?" }).click()
  await save()
  await page.getByRole("link", { name: "Who does what?" }).click()
  await expect(page.getByLabel("What is right for row 2")).not.toHaveValue("")

  await open("long")
  await page.getByLabel("Question", { exact: true }).fill("Was it neutral?")
  await page.getByLabel("Criterion 1", { exact: true }).fill("Takes a position")
  await save()
  await page.getByRole("link", { name: "Was it neutral?" }).click()
  await expect(page.getByLabel("Points", { exact: true })).toHaveValue("2")
  await page.getByLabel("Criterion 1, level 3: points").fill("3")
  await expect(page.getByLabel("Points", { exact: true })).toHaveValue("3")
  await expectNoAxeViolations(page)
})

test("the preview copes with every type", async ({ page, signIn }) => {
  const quiz = await makePlaces()
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/lessons/${quiz.lesson.lessonId}/preview/quiz`)
  await page.getByLabel("India").selectOption("votes against")
  for (const at of [2, 3, 4]) {
    await page.getByRole("button", { name: `Question ${at}`, exact: true }).click()
    await expect(page.getByText(new RegExp(`^Question ${at} ·`))).toBeVisible()
  }
  await page.getByRole("textbox", { name: "Was it neutral?" }).fill("A try.")
  await page.getByRole("button", { name: "Review and submit" }).click()
  await expect(page.getByText("2 questions answered")).toBeVisible()
})
