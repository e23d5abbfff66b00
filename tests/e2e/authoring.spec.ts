import type { Page } from "@playwright/test"
import type { Pool } from "pg"
import { expect, expectNoAxeViolations, test } from "../support/e2e"
import { makeUser } from "../support/factories"
import { makeItem, makeLesson } from "../support/factories-lesson"
import { pressKey, tabTo } from "../support/keyboard"

const prompts = ["What does he ask?", "Do you agree with Mir?", "What is listed?", "What is the reason?"]

/** A teacher with a lesson of four questions, and a colleague with a shared one of one. */
async function makeLessons(db: Pool) {
  const stamp = Date.now()
  const teacher = await makeUser("teacher", { userName: `author.${stamp}`, displayName: "Amal Haddad" })
  const colleague = await makeUser("teacher", { userName: `colleague.${stamp}`, displayName: "Sara Lund" })
  const own = await makeLesson(teacher.id, { title: "The river", shared: true })
  const shared = await makeLesson(colleague.id, { title: `The sea ${stamp}`, shared: true })
  const ask = (prompt: string, itemVersionId: string) =>
    db.query('UPDATE "ItemVersion" SET prompt = $1 WHERE id = $2', [prompt, itemVersionId])
  for (const prompt of prompts) await ask(prompt, (await makeItem(own, teacher.id)).itemVersionId)
  await ask("Who owns the sea?", (await makeItem(shared, colleague.id)).itemVersionId)
  return { teacher, colleague, lessonId: own.lessonId, sharedTitle: `The sea ${stamp}` }
}

const expectOrder = (page: Page, questions: string[]) =>
  expect(page.getByRole("link", { name: /^(What|Do you|Who)/ })).toHaveText(questions)
const choose = (page: Page, number: number) =>
  page.getByRole("checkbox", { name: `Choose question ${number}`, exact: true })

test("what may be unfair is listed, led to, and gone once it is mended", async ({ page, signIn, db }) => {
  test.setTimeout(120_000)
  const { teacher, lessonId } = await makeLessons(db)
  await signIn({ userId: teacher.id })
  await page.goto(`/teach/lessons/${lessonId}`)
  await page.getByRole("link", { name: "Fairness" }).click()
  await expect(page.getByRole("heading", { name: "One thing to look at again" })).toBeVisible()
  await expect(page.getByText("It asks for the student’s own view (“do you agree”)")).toBeVisible()
  await expect(page.getByText("4 lists of options: too few to say.")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("link", { name: "Open question 2" }).click()
  await page.getByLabel("Question", { exact: true }).fill("What does Mir call it?")
  await page.getByRole("button", { name: "Save the question" }).click()
  await expect(page.getByRole("link", { name: "What does Mir call it?" })).toBeVisible()
  await page.getByRole("link", { name: "Fairness" }).click()
  await expect(page.getByText("Nothing stands out")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("several questions are changed, pooled and withdrawn by keyboard alone", async ({
  page,
  signIn,
  db,
}) => {
  test.setTimeout(180_000)
  const { teacher, lessonId } = await makeLessons(db)
  await signIn({ userId: teacher.id })
  await page.goto(`/teach/lessons/${lessonId}`)
  await tabTo(page, choose(page, 1))
  await page.keyboard.press("Space")
  await tabTo(page, choose(page, 3))
  await page.keyboard.press("Shift+Space")
  await expect(page.getByText("3 chosen")).toBeVisible()
  await expectNoAxeViolations(page)

  await pressKey(page, page.getByRole("button", { name: "Points", exact: true }))
  const points = page.getByRole("spinbutton", { name: "Points each" })
  await tabTo(page, points)
  await page.keyboard.press("Control+A")
  await page.keyboard.type("3")
  await expectNoAxeViolations(page)
  await page.keyboard.press("Enter")
  await expect(page.getByText("3 questions changed.")).toBeVisible()
  await expect(page.getByText("· 3 points")).toHaveCount(3)

  await pressKey(page, page.getByRole("button", { name: "Pool", exact: true }))
  await expect(page.getByRole("menuitem", { name: "Make a pool of them…" })).toBeFocused()
  await page.keyboard.press("Enter")
  await tabTo(page, page.getByRole("textbox", { name: "Name" }))
  await page.keyboard.type("Sources")
  await page.keyboard.press("Enter")
  await expect(page.getByText("each student gets 2 of 3")).toBeVisible()
  await expectNoAxeViolations(page)

  await pressKey(page, page.getByRole("button", { name: "Move", exact: true }))
  await expect(page.getByRole("menuitem", { name: "To the top" })).toBeFocused()
  await page.keyboard.press("ArrowDown")
  await expect(page.getByRole("menuitem", { name: "To the bottom" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByText("3 questions moved.")).toBeVisible()
  await expectOrder(page, ["What is the reason?", ...prompts.slice(0, 3)])

  await pressKey(page, page.getByRole("button", { name: "Withdraw", exact: true }).last())
  await expect(page.getByText("3 questions were withdrawn.")).toBeVisible()
  await expectOrder(page, ["What is the reason?"])
  await pressKey(page, page.getByRole("button", { name: "Bring back" }))
  await expect(page.getByText("The questions are back where they were.")).toBeVisible()
  await expect(page.getByText("each student gets 2 of 3")).toBeVisible()
  await expectOrder(page, ["What is the reason?", ...prompts.slice(0, 3)])
})

test("a question is taken from a colleague's lesson, and an earlier version of it brought back", async ({
  page,
  signIn,
  db,
}) => {
  test.setTimeout(180_000)
  const { teacher, lessonId, sharedTitle } = await makeLessons(db)
  await signIn({ userId: teacher.id })
  await page.goto(`/teach/lessons/${lessonId}`)
  await page.getByRole("link", { name: "Take from other lessons" }).click()
  await expect(page.getByText("Questions are taken into “The river”, at its end.")).toBeVisible()
  await page.getByLabel("Lesson", { exact: true }).selectOption({ label: sharedTitle })
  await page.getByRole("button", { name: "Find", exact: true }).click()
  await expect(page.getByText("Who owns the sea?")).toBeVisible()
  await page.getByText("Answers and evidence").click()
  await expect(page.getByText("It favours the stronger")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Take “Who owns the sea?”" }).click()
  await expect(page.getByText("Already in this lesson")).toBeVisible()
  await page.getByRole("link", { name: "Open it" }).click()

  await page.getByLabel("Question", { exact: true }).fill("Whose is the sea?")
  await page.getByRole("button", { name: "Save the question" }).click()
  await page.getByRole("link", { name: "Whose is the sea?" }).click()
  await page.getByRole("link", { name: "Earlier versions" }).click()
  await expect(page.getByRole("heading", { name: "Version 2" })).toBeVisible()
  await expect(page.getByRole("deletion").filter({ hasText: "Who owns the sea?" })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Bring back version 1" }).click()
  await expect(page.getByRole("heading", { name: "Version 3" })).toBeVisible()
  await page.getByRole("link", { name: "Back to the question" }).click()
  await expect(page.getByLabel("Question", { exact: true })).toHaveValue("Who owns the sea?")

  await page.goto("/teach/library/questions?q=nobody+asks+this")
  await expect(page.getByText("No question is like that")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("a colleague signs the questions off, and the owner sees it until something is edited", async ({
  page,
  browser,
  signIn,
  db,
}) => {
  test.setTimeout(120_000)
  const { teacher, colleague, lessonId } = await makeLessons(db)
  await signIn({ userId: colleague.id })
  await page.goto(`/teach/lessons/${lessonId}?part=details`)
  await page.getByLabel("A note to the lesson’s owner").fill("Question 2 asks for an opinion.")
  await page.getByRole("button", { name: "I have gone through these 4 questions" }).click()
  await expect(page.getByRole("link", { name: "Signed off by Sara Lund" })).toBeVisible()
  await expect(page.getByText("Question 2 asks for an opinion.")).toBeVisible()
  await expectNoAxeViolations(page)

  const own = await (await browser.newContext()).newPage()
  await signIn({ userId: teacher.id }, own)
  await own.goto(`/teach/lessons/${lessonId}?part=stance`)
  await expect(own.getByRole("link", { name: "Signed off by Sara Lund", exact: true })).toBeVisible()
  await own.getByLabel("Stance statement").fill("The river is everybody’s.")
  await own.getByRole("button", { name: "Save", exact: true }).first().click()
  await expect(own.getByRole("link", { name: "Signed off by Sara Lund, edited since" })).toBeVisible()

  await page.reload()
  await page.getByRole("button", { name: "Take back what I signed" }).click()
  await expect(page.getByText("Signed off by")).toHaveCount(0)
})
