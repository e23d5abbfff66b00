import { expect, expectNoAxeViolations, test } from "../support/e2e"

test("an administrator sees what is wrong with the server first, and how to mend it", async ({
  page,
  signIn,
  db,
}) => {
  await signIn("administrator")
  await page.goto("/admin/school")
  await page.getByRole("link", { name: "How the server is" }).click()
  await expect(page.getByRole("heading", { name: "How the server is", level: 1 })).toBeVisible()
  await expect(page.getByRole("row", { name: /^Database Good PostgreSQL 18/ })).toBeVisible()
  await expect(page.getByRole("row", { name: /^Close attempts whose time is over/ })).toBeVisible()
  // Which routes are the slowest depends on what the other tests ask for.
  await expect(page.getByRole("row", { name: /^[A-Z]+ \/.* ms/ }).first()).toBeVisible()
  await expectNoAxeViolations(page)

  // Commands that other tests run at the same time do not mind one too many.
  await db.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_x', now())`,
  )
  try {
    await page.getByRole("link", { name: "Look again" }).click()
    const wrong = page.getByRole("alert").filter({ hasText: "Migrations: The database knows a migration" })
    await expect(wrong).toContainText("Install the newer Colloquy again")
    await expectNoAxeViolations(page)
  } finally {
    await db.query(`DELETE FROM _prisma_migrations WHERE id = 'x'`)
  }
  await page.getByRole("link", { name: "Look again" }).click()
  await expect(page.getByText("The database knows a migration")).toHaveCount(0)
})

test("a teacher is not shown how the server is", async ({ page, signIn }) => {
  await signIn("teacher")
  expect((await page.goto("/admin/status"))?.status()).toBe(403)
})
