import type { Page } from "@playwright/test"
import { expect, expectNoAxeViolations, test } from "../support/e2e"
import { enrol, makeClass, makeUser } from "../support/factories"

const text = `Who owns the river?

By Amal Idris

The river begins in the hills above the town. For a hundred years nobody asked whose it was.

Then the factory came, and with it a fence. The mayor says a fence is not a wall.

Express your opinion.`

async function makeSchoolClass() {
  const teacher = await makeUser("teacher", { userName: `teacher.${Date.now()}`, displayName: "Amal Haddad" })
  const room = await makeClass(teacher.id, { name: "River class" })
  const student = await makeUser("student", { userName: `student.${Date.now()}`, displayName: "Sara Lund" })
  await enrol(room.id, student.id)
  return { teacher, student }
}

async function importText(page: Page): Promise<void> {
  await page.goto("/teach/library")
  await page.getByRole("link", { name: "Import a text" }).first().click()
  await page.waitForURL("/teach/readings/new")
  await page.waitForLoadState("networkidle")
  await page.getByRole("textbox", { name: /^Paste the text/ }).fill(text)
  await page.getByRole("button", { name: "Read the text" }).click()
  await page.getByRole("button", { name: "Save the reading" }).click()
  await page.getByRole("link", { name: "Make a lesson from this" }).click()
}

async function makeLesson(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "New lesson" })).toBeVisible()
  await expectNoAxeViolations(page)
  await expect(page.getByRole("checkbox", { name: /Express your opinion/ })).toBeChecked()
  await page.getByLabel("Stance statement").fill("The river belongs to everyone.")
  await page.getByRole("button", { name: "Make the lesson" }).click()
  await expect(page.getByRole("link", { name: "Single choice" })).toBeVisible()
  await expectNoAxeViolations(page)
}

async function writeQuestion(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Single choice" }).click()
  await page.getByLabel("Question", { exact: true }).fill("What came with the factory?")

  await page.getByLabel("Option A", { exact: true }).fill("A fence")
  await page.getByLabel("Option B", { exact: true }).fill("A wall")
  for (const letter of ["D", "C"]) await page.getByRole("button", { name: `Remove option ${letter}` }).click()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Save the question" }).click()
  await expect(page.getByRole("link", { name: "What came with the factory?" })).toBeVisible()
  // Without a key it is kept as a draft, and said to be one.
  await expect(page.getByText("Say which answer is right.").first()).toBeVisible()
}

async function refusedUntilKeyed(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Assign", exact: true }).click()
  await expect(page.getByText("Mend what is marked above first.")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("link", { name: "Go there" }).first().click()
  await page.getByRole("radio", { name: "Option A is right" }).check()
  await page.getByRole("button", { name: "Save the question" }).click()
  await expect(page.getByRole("link", { name: "What came with the factory?" })).toBeVisible()
  await expect(page.getByText("Say which answer is right.")).toHaveCount(0)
}

async function assign(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Assign", exact: true }).click()
  await expect(page.getByRole("checkbox", { name: /River class/ })).toBeChecked()
  await expectNoAxeViolations(page)
  const due = await page.getByLabel("Due", { exact: true }).inputValue()
  await page.getByLabel("Closes", { exact: true }).fill("2020-01-01T10:00")
  await page.getByRole("button", { name: "Assign", exact: true }).click()
  await expect(page.getByText("The close cannot come before the due date.")).toBeVisible()
  await expect(page.getByLabel("Due", { exact: true })).toHaveValue(due)
  await page.getByLabel("Closes", { exact: true }).fill(due)
  await page.getByRole("button", { name: "Assign", exact: true }).dblclick()
  await page.waitForURL(/\/teach\/assignments\//)
}

test("from a pasted text to the student's home", async ({ page, browser, signIn, db }) => {
  test.setTimeout(300_000)
  const { teacher, student } = await makeSchoolClass()
  await signIn({ userId: teacher.id })
  await importText(page)
  await makeLesson(page)
  await writeQuestion(page)
  await refusedUntilKeyed(page)
  await assign(page)
  const made = await db.query('SELECT count(*)::int AS n FROM "Assignment" WHERE "createdById" = $1', [
    teacher.id,
  ])
  expect(made.rows).toEqual([{ n: 1 }])

  const home = await (await browser.newContext()).newPage()
  await signIn({ userId: student.id }, home)
  await home.goto("/home")
  await expect(home.getByRole("heading", { name: "Next is “Who owns the river?”" })).toBeVisible()
  await expect(home.getByText("1 question", { exact: true })).toBeVisible()
  await expectNoAxeViolations(home)
  await home.getByRole("link", { name: "Take a stance" }).click()
  await expect(home).toHaveURL(/\/a\/[0-9a-f-]+\/stance$/)
  await expect(home.getByRole("heading", { name: "The river belongs to everyone." })).toBeVisible()

  await changeAfterwards(page)
  await home.goto("/home")
  await expect(home.getByRole("heading", { name: "Next is “Who owns the river?”" })).toBeVisible()
})

/** What is changed after assigning is for the next time: the student keeps what was given. */
async function changeAfterwards(page: Page): Promise<void> {
  await page.goto("/teach/library")
  await page.getByRole("link", { name: "Who owns the river?", exact: true }).first().click()
  await expect(page.getByText("Students of a running assignment keep the version")).toBeVisible()
  await page.getByRole("link", { name: "Details" }).click()
  await page.getByLabel("Title", { exact: true }).fill("The river, again")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByRole("heading", { name: "The river, again" })).toBeVisible()
  await expect(page.getByText("Version 2")).toBeVisible()
}

test("a lesson that was changed in another window is not overwritten", async ({ page, context, signIn }) => {
  const { teacher } = await makeSchoolClass()
  await signIn({ userId: teacher.id })
  await importText(page)
  await makeLesson(page)
  const address = page.url().replace(/\?.*/, "")
  await page.goto(`${address}?part=prompts`)
  const other = await context.newPage()
  await other.goto(`${address}?part=prompts`)
  await other.getByRole("textbox", { name: "Prompt 1" }).fill("From the other window")
  await other.getByRole("button", { name: "Save", exact: true }).click()
  await expect(other.getByText("Saved.")).toBeVisible()
  await page.getByRole("textbox", { name: "Prompt 1" }).fill("From this window")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("This lesson was changed in another window")).toBeVisible()
  await expect(page.getByRole("textbox", { name: "Prompt 1" })).toHaveValue("From this window")
  await expectNoAxeViolations(page)
})

const questions = `::Bridge::What was closed?{=The bridge#So it says. ~The school ~%50%The road}

The river begins in the town.{FALSE}

A text that asks nothing.

Broken {=a`

test("questions of a file are looked at, then put in", async ({ page, signIn }) => {
  const { teacher } = await makeSchoolClass()
  await signIn({ userId: teacher.id })
  await importText(page)
  await makeLesson(page)
  await page.getByRole("link", { name: "Import from a file" }).click()
  await expect(page.getByRole("heading", { name: "Import questions" })).toBeVisible()
  await expectNoAxeViolations(page)
  const file = { name: "river.txt", mimeType: "text/plain", buffer: Buffer.from(questions) }
  await page.getByLabel("Quiz file").setInputFiles(file)
  await page.getByRole("button", { name: "Look at the questions" }).click()
  await expect(page.getByText("Read as GIFT: 2 new questions, 1 new text between questions")).toBeVisible()
  await expect(page.getByRole("heading", { name: "What will be put in" })).toBeFocused()
  await expect(page.getByText("Text between questions", { exact: true })).toBeVisible()
  await expect(page.getByText("line 7:")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("checkbox", { name: "Put in question 2" }).uncheck()
  await page.getByRole("button", { name: "Put 1 question and 1 text into the lesson" }).click()
  await expect(page.getByRole("link", { name: "What was closed?" })).toBeVisible()
  await expect(page.getByRole("link", { name: "The river begins in the town." })).toHaveCount(0)

  // The same file again: what is there is said to be, and what is not is offered.
  await page.getByRole("link", { name: "Import from a file" }).click()
  await page.getByRole("tab", { name: "Paste questions" }).click()
  await page.getByRole("textbox", { name: "Questions" }).fill(questions)
  await page.getByRole("button", { name: "Look at the questions" }).click()
  await expect(page.getByText("The same question is there already.")).toHaveCount(2)
  await expect(page.getByRole("button", { name: "Put 1 question into the lesson" })).toBeVisible()
})
