import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "../support/e2e"
import { makeUser } from "../support/factories"
import { makeLesson } from "../support/factories-lesson"

const gift = [
  "::Silence::Why does a state stay silent?{=To be safe#Yes. ~To be paid}",
  "why does a STATE stay silent?{~To be paid =To be safe}",
  "How many stayed silent?{#35,000}",
  "Who voted for it?{=India ~Nepal",
  "Why does a state stay silent?{=To be fair ~To be feared}",
].join("\n\n")

test("a file is looked at first, line by line, and what can be taken is put in", async ({ page, signIn }) => {
  test.setTimeout(120_000)
  const teacher = await makeUser("teacher", { displayName: "Amal Haddad" })
  const lesson = await makeLesson(teacher.id, { title: "The river" })
  const count = () => database().item.count({ where: { lessonId: lesson.lessonId } })
  await signIn({ userId: teacher.id })
  await page.goto(`/teach/lessons/${lesson.lessonId}`)
  await page.getByRole("link", { name: "Import from a file" }).click()
  const file = { name: "silence.gift", mimeType: "text/plain", buffer: Buffer.from(gift) }
  await page.getByLabel("Quiz file").setInputFiles(file)
  await page.getByRole("button", { name: "Look at the questions" }).click()
  await expect(page.getByRole("heading", { name: "What will be put in" })).toBeVisible()
  await expect(page.getByText("3 new questions, 1 there already, 1 that could not be read.")).toBeVisible()
  const lines = page.getByRole("row")
  await expect(lines.nth(1)).toContainText("is put in")
  await expect(lines.nth(2)).toContainText("The same question is there already.")
  await expect(lines.nth(3)).toContainText("A comma in a number is a decimal comma in GIFT")
  await expect(lines.nth(4)).toContainText("has a question in the same words with other answers")
  await expect(page.getByText("line 7:")).toBeVisible()
  await expect(page.getByText("The answers begin with a brace that is never closed.")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await count()).toBe(0)

  await page.getByRole("checkbox", { name: "Put in question 3" }).uncheck({ force: true })
  await page.getByRole("button", { name: "Put 2 questions into the lesson" }).click()
  await expect(page.getByRole("link", { name: "Why does a state stay silent?" })).toHaveCount(2)
  expect(await count()).toBe(2)
})
