import { readFileSync } from "node:fs"
import type { Page } from "@playwright/test"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"

const PAGE = "/teach/library/from-file"

const choose = (page: Page, name: string, text: string) =>
  page.getByLabel("The lesson’s file").setInputFiles({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(text),
  })

const look = (page: Page) => page.getByRole("button", { name: "Look at the lesson" }).click()

/** Saves the lesson that comes with the program from its own page, and answers with what the file holds. */
async function saveFirstLesson(page: Page): Promise<string> {
  await page.goto("/teach/library")
  await page.getByRole("link", { name: "Fake neutrality?", exact: true }).first().click()
  const saving = page.waitForEvent("download")
  await page.getByRole("link", { name: "Save as a file" }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe("fake-neutrality.colloquy.json")
  return readFileSync(await download.path(), "utf8")
}

test("a teacher saves the first lesson as a file, brings it in and opens it", async ({
  page,
  signIn,
  db,
}) => {
  await signIn("teacher")
  const text = await saveFirstLesson(page)
  const { items } = JSON.parse(text) as { items: unknown[] }

  await page.goto("/teach/library")
  await page.getByRole("link", { name: "Bring in a lesson from a file" }).click()
  await expect(page).toHaveURL(PAGE)
  await expectNoAxeViolations(page)
  await choose(page, "lesson.colloquy.json", text)
  await page.getByRole("button", { name: "Look at the lesson" }).press("Enter")

  const heading = page.getByRole("heading", { name: "What comes in" })
  await expect(heading).toBeFocused()
  await expect(page.getByText(`${items.length} questions`, { exact: true })).toBeVisible()
  await expect(page.getByText("is in your library already")).toBeVisible()
  await expectNoAxeViolations(page)
  const bring = page.getByRole("button", { name: "Bring in another copy" })
  await bring.press("Enter")
  await expect(page.getByRole("heading", { name: "The lesson is in your library" })).toBeFocused()
  await expectNoAxeViolations(page)

  await page.getByRole("link", { name: "Open the lesson" }).press("Enter")
  await expect(page.getByRole("heading", { name: "Fake neutrality?", level: 1 })).toBeVisible()
  const lessonId = new URL(page.url()).pathname.split("/").at(-1) ?? ""
  const { rows } = await db.query(`SELECT slug, shared FROM "Lesson" WHERE id = $1`, [lessonId])
  expect(rows).toEqual([{ slug: expect.stringMatching(/^fake-neutrality-/), shared: false }])
  const again = await page.evaluate(async (id) => {
    const reply = await fetch(`/api/lessons/${id}/file`)
    return { text: await reply.text(), kept: reply.headers.get("cache-control") }
  }, lessonId)
  expect(again).toEqual({ text, kept: "no-store" })
})

test("what cannot be read is told with its place, and the rest is brought in", async ({ page, signIn }) => {
  await signIn("teacher")
  const file = JSON.parse(await saveFirstLesson(page))
  await page.goto(PAGE)
  await choose(page, "quiz.txt", "::Who::Who went to Moscow?{=Khan ~Mir}")
  await look(page)
  await expect(page.getByRole("alert").filter({ hasText: "seems to be a quiz in GIFT" })).toBeFocused()
  await expectNoAxeViolations(page)

  await choose(page, "a.colloquy.json", JSON.stringify({ ...file, prompts: ["x".repeat(601)] }))
  await look(page)
  await expect(page.getByText("It is longer than 600 characters.")).toBeVisible()
  await expect(page.getByText("discussion prompt 1:")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Choose another file" }).click()

  file.items[1].type = "hotspot"
  file.title = "Without one question"
  await choose(page, "a.colloquy.json", JSON.stringify(file))
  await look(page)
  await expect(page.getByText("question 2, kind of question:")).toBeVisible()
  await expect(page.getByText("no kind of question called “hotspot”")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Bring it in without that question" }).click()
  await page.getByRole("link", { name: "Open the lesson" }).click()
  await expect(page.getByRole("heading", { name: "Without one question", level: 1 })).toBeVisible()
})
