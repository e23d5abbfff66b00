import type { Page } from "@playwright/test"
import type pg from "pg"
import { expect, expectNoAxeViolations, test } from "../support/e2e"
import { makeUser } from "../support/factories"
import { makeItem, makeLesson } from "../support/factories-lesson"

/**
 * In every table, how many rows name one of these ids in any column. Other tests write to the same database, but not
 * about this teacher, this lesson or this text; and whatever a preview wrote would have to name one of them.
 */
async function countRowsAbout(db: pg.Pool, ids: string[]): Promise<Record<string, number>> {
  const tables = await db.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const found = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${name}" row WHERE row::text ~ $1`,
      [ids.join("|")],
    )
    counts[name] = found.rows[0]?.n ?? 0
  }
  return counts
}

async function expectPreview(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByText("Preview: nothing is saved.")).toBeVisible()
  await expectNoAxeViolations(page)
}

async function takeStance(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Strongly agree" }).check({ force: true })
  await page.getByRole("radio", { name: "Certain" }).check({ force: true })
  await page.getByRole("button", { name: "Keep this stance" }).click()
  await expect(page.getByRole("button", { name: "Keep this stance" })).toHaveCount(0)
}

// Pressed again until it has been heard: the first press may come before the page's script.
async function answer(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole("radio", { name: "It ends the war" }).click()
    await expect(page.getByText(/1 answered/)).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

async function post(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole("textbox", { name: "Your words" }).fill("It favours the stronger side.")
    await page.getByRole("button", { name: "Post your answer" }).click()
    const posted = page.getByRole("article").getByText("It favours the stronger side.")
    await expect(posted).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

test("a preview writes no row in any table", async ({ page, signIn, db }) => {
  test.setTimeout(180_000)
  const teacher = await makeUser("teacher", { userName: `preview.${Date.now()}` })
  const lesson = await makeLesson(teacher.id, { title: "River" })
  const items = [await makeItem(lesson, teacher.id), await makeItem(lesson, teacher.id)]
  await signIn({ userId: teacher.id })
  const { lessonId, lessonVersionId, readingId, revisionId } = lesson
  const itemIds = items.flatMap((item) => [item.itemId, item.itemVersionId])
  const ids = [teacher.id, lessonId, lessonVersionId, readingId, revisionId, ...itemIds]
  const before = await countRowsAbout(db, ids)
  expect(before).toMatchObject({ Lesson: 1, LessonVersion: 1, ItemKey: 2, Attempt: 0, Stance: 0, Post: 0 })

  const address = `/teach/lessons/${lessonId}/preview`
  await expectPreview(page, `${address}/stance`)
  await takeStance(page)
  await expectPreview(page, `${address}/read`)
  await expectPreview(page, `${address}/quiz`)
  await answer(page)
  await expectPreview(page, `${address}/quiz/review`)
  await expectPreview(page, `${address}/discuss`)
  await post(page)
  await expectPreview(page, `${address}/reflect`)
  await takeStance(page)
  expect(await countRowsAbout(db, ids)).toEqual(before)
})

test("forbidden: a lesson that is somebody else's cannot be previewed, nor can anything by a student", async ({
  page,
  signIn,
}) => {
  const owner = await makeUser("teacher", { userName: `owner.${Date.now()}` })
  const other = await makeUser("teacher", { userName: `other.${Date.now()}` })
  const student = await makeUser("student", { userName: `pupil.${Date.now()}` })
  const { lessonId } = await makeLesson(owner.id)
  await signIn({ userId: other.id })
  expect((await page.goto(`/teach/lessons/${lessonId}/preview/read`))?.status()).toBe(404)
  await signIn({ userId: student.id })
  expect((await page.goto(`/teach/lessons/${lessonId}/preview/read`))?.status()).toBe(403)
})
