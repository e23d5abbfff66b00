import { randomBytes, randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { appCode } from "../support/authenticator"
import { expect, expectNoAxeViolations, test } from "../support/e2e"

const password = "quiet kestrel on a wire"
const STEP = 30_000

const signInAs = async (page: Page, name: string) => {
  await page.goto("/sign-in")
  await page.getByLabel("User name or email").fill(name)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}

test("a teacher switches a second step on, signs in with it, loses the telephone, switches it off", async ({
  page,
  db,
  browser,
  request,
}) => {
  // Argon2 a dozen times over, on a computer that may be busy.
  test.setTimeout(240_000)
  const userName = `second.${randomBytes(4).toString("hex")}`
  await db.query(
    `INSERT INTO "User" (id, "userName", "displayName", role, "passwordHash") VALUES ($1, $2, 'Second Step', 'teacher', $3)`,
    [randomUUID(), userName, await hashPassword(password)],
  )
  await signInAs(page, userName)
  await expect(page).toHaveURL(/\/teach$/)
  await page.goto("/account")
  await page.getByLabel("Your password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Set up the second step" }).click()
  await expect(page.getByAltText("QR code for your authenticator app.")).toBeVisible()
  await expectNoAxeViolations(page)
  const secret = await page.locator("[data-factor-secret]").innerText()
  await page.getByLabel("Code", { exact: true }).fill("000000")
  await page.getByRole("button", { name: "Switch the second step on" }).click()
  await expect(page.getByText("This code is not good")).toBeVisible()
  await page.getByLabel("Code", { exact: true }).fill(appCode(secret, new Date()))
  await page.getByRole("button", { name: "Switch the second step on" }).click()
  await expect(page.getByRole("heading", { name: "Keep these recovery codes" })).toBeFocused()
  await expectNoAxeViolations(page)
  const codes = await page.locator("[data-recovery-code]").allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.getByRole("button", { name: "I have kept them" }).click()
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible()
  await expectNoAxeViolations(page)

  const elsewhere = await (await browser.newContext()).newPage()
  await signInAs(elsewhere, userName)
  await expect(elsewhere.getByLabel("Code of your second step")).toBeFocused()
  await expectNoAxeViolations(elsewhere)
  // A step later, so that it is not the code that switched it on.
  await elsewhere.getByLabel("Code of your second step").fill(appCode(secret, new Date(Date.now() + STEP)))
  await elsewhere.getByRole("button", { name: "Sign in" }).click()
  await expect(elsewhere).toHaveURL(/\/teach$/)

  const { csrfToken } = await (await request.get("/api/auth/csrf")).json()
  const { origin } = new URL(process.env.COLLOQUY_E2E_URL ?? "")
  const form = { csrfToken, name: userName, password, json: "true" }
  const refused = await request.post("/api/auth/callback/credentials", { form, headers: { origin } })
  expect(refused.status()).toBe(401)
  expect((await refused.json()).url).toContain("people.secondStepNeeded")

  const lost = await (await browser.newContext()).newPage()
  await signInAs(lost, userName)
  await lost.getByLabel("Code of your second step").fill(codes[0]?.toLowerCase() ?? "")
  await lost.getByRole("button", { name: "Sign in" }).click()
  await expect(lost).toHaveURL(/\/teach$/)
  await lost.goto("/account")
  await expect(lost.getByText("9 recovery codes are left.")).toBeVisible()
  await lost.getByText("Switch the second step off").click()
  await lost.getByLabel("Your password", { exact: true }).fill(password)
  await lost.getByLabel("Code", { exact: true }).fill(codes[0] ?? "")
  await lost.getByRole("button", { name: "Switch it off" }).click()
  await expect(lost.getByText("This code is not good")).toBeVisible()
  await lost.getByLabel("Code", { exact: true }).fill(codes[1] ?? "")
  await lost.getByRole("button", { name: "Switch it off" }).click()
  await expect(lost.getByRole("button", { name: "Set up the second step" })).toBeVisible()
})

test("students are offered no second step", async ({ page, signIn }) => {
  await signIn("student")
  await page.goto("/account")
  await expect(page.getByRole("heading", { name: "Change your password" })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Second step at sign-in" })).toHaveCount(0)
})

test("an administrator ends the second step of somebody who lost everything", async ({
  page,
  signIn,
  db,
}) => {
  const id = randomUUID()
  const name = `Lost ${id.slice(0, 8)}`
  await db.query(`INSERT INTO "User" (id, "userName", "displayName", role) VALUES ($1, $2, $3, 'teacher')`, [
    id,
    `lost-${id.slice(0, 8)}`,
    name,
  ])
  await db.query(`INSERT INTO "SecondFactor" ("userId", secret, "confirmedAt") VALUES ($1, '\\x00', now())`, [
    id,
  ])
  await signIn("administrator")
  await page.goto(`/admin/people?q=${encodeURIComponent(name)}`)
  await expect(page.getByText("second step on")).toBeVisible()
  await page.getByRole("button", { name: `End the second step of ${name}` }).click()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "End second step", exact: true }).click()
  await expect(page.getByText("second step on")).toHaveCount(0)
})
