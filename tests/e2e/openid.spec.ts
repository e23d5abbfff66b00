import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Browser, Page } from "@playwright/test"
import pg from "pg"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { expect, expectNoAxeViolations, test } from "../support/e2e"
import { type Mischief, type OidcProvider, startOidcProvider } from "../support/oidc-provider"
import { startColloquy } from "../support/start-server"

const password = "quiet kestrel on a wire"
const newFolder = () => mkdtempSync(path.join(os.tmpdir(), "colloquy-openid-"))

type School = { address: string; db: pg.Client; provider: OidcProvider; stop: () => Promise<void> }

/** A school of its own with two teachers, whose people may sign in with a provider on this machine. */
async function startSchool(): Promise<School> {
  const provider = await startOidcProvider()
  const dataFolder = newFolder()
  const environment = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: "the district",
  }
  const server = await startColloquy({ dataFolder, args: ["--no-demo"], environment })
  const db = new pg.Client({ connectionString: server.ready.databaseUrl })
  await db.connect()
  await db.query(`INSERT INTO "School" (id, name, "timeZone") VALUES (1, 'City School', 'UTC')`)
  const passwordHash = await hashPassword(password)
  for (const name of ["amina", "bilal"])
    await db.query(
      `INSERT INTO "User" (id, "userName", email, "displayName", role, "passwordHash") VALUES ($1, $2, $3, $2, 'teacher', $4)`,
      [randomUUID(), name, `${name}@x.example`, passwordHash],
    )
  const stop = async () => {
    await db.end()
    await server.stop()
    await provider.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { address: server.ready.address, db, provider, stop }
}

const newPage = async (browser: Browser) => (await browser.newContext()).newPage()

const signInHere = async (page: Page, address: string, name: string) => {
  await page.goto(`${address}/sign-in?next=/account`)
  await page.getByLabel("User name or email").fill(name)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible()
}

const signInThere = async (
  page: Page,
  { address, provider }: School,
  subject: string,
  mischief?: Mischief,
) => {
  provider.next(subject, mischief)
  await page.goto(`${address}/sign-in?next=/account`)
  await page.getByRole("button", { name: "Sign in with the district" }).click()
}

const link = async (page: Page) => {
  await page.getByLabel("Password you have here").fill(password)
  await page.getByRole("button", { name: "Link with the district", exact: true }).click()
}

const identities = async ({ db }: School) => (await db.query('SELECT provider, subject FROM "Identity"')).rows
const sessions = async ({ db }: School) =>
  Number((await db.query('SELECT count(*) FROM "Session"')).rows[0].count)

test("people sign in with the school's provider once they have linked it, and nobody else does", async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const school = await startSchool()
  try {
    await refusesStrangers(await newPage(browser), school)
    await linksAndSignsIn(browser, school)
    await refusesBadTokens(await newPage(browser), school)
    await refusesReusedAnswers(browser, school)
    await keepsLinksApart(await newPage(browser), school)
  } finally {
    await school.stop()
  }
})

async function refusesStrangers(page: Page, school: School): Promise<void> {
  // The address of somebody who has an account here: it links nothing.
  const claims = { email: "amina@x.example", email_verified: true, name: "amina" }
  await signInThere(page, school, "subject-1", { claims })
  await expect(page.getByText("Nobody here is linked with that sign-in.")).toBeVisible()
  await expectNoAxeViolations(page)
  expect(await sessions(school)).toBe(0)
  expect(await identities(school)).toEqual([])
}

async function linksAndSignsIn(browser: Browser, school: School): Promise<void> {
  const page = await newPage(browser)
  await signInHere(page, school.address, "amina")
  await expectNoAxeViolations(page)
  await page.getByLabel("Password you have here").fill("not the password")
  await page.getByRole("button", { name: "Link with the district", exact: true }).click()
  await expect(page.getByText("That is not your current password.")).toBeVisible()
  school.provider.next("subject-1")
  await link(page)
  await expect(page.getByText("Linked. From now on you can sign in there.")).toBeVisible()
  await expectNoAxeViolations(page)
  expect(await identities(school)).toEqual([{ provider: school.provider.issuer, subject: "subject-1" }])
  const other = await newPage(browser)
  await signInThere(other, school, "subject-1")
  await expect(other.getByRole("heading", { name: "Your account" })).toBeVisible()
  await expect(other.getByText("amina@x.example")).toBeVisible()
  // A row like any other: gone, it signs out at once.
  await school.db.query('DELETE FROM "Session"')
  await other.reload()
  await expect(other).toHaveURL(/\/sign-in/)
}

/** Threat: stale and foreign tokens; config error. Whatever is wrong with a token, it opens nothing. */
async function refusesBadTokens(page: Page, school: School): Promise<void> {
  const past = Math.floor(Date.now() / 1000) - 3_600
  const wrongs: Mischief[] = [
    { claims: { nonce: "another nonce" } },
    { claims: { aud: "another client" } },
    { claims: { iat: past - 300, exp: past } },
    { claims: { iss: "https://evil.example" } },
    { foreignKey: true },
  ]
  for (const mischief of wrongs) {
    await signInThere(page, school, "subject-1", mischief)
    await expect(page.getByText("Signing in elsewhere did not work")).toBeVisible()
    expect(await sessions(school)).toBe(0)
  }
  await expectNoAxeViolations(page)
}

async function refusesReusedAnswers(browser: Browser, school: School): Promise<void> {
  const page = await newPage(browser)
  const answers: string[] = []
  page.on("request", (request) => {
    if (request.url().includes("/api/auth/callback/oidc")) answers.push(request.url())
  })
  await signInThere(page, school, "subject-1")
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible()
  const before = await sessions(school)
  // In the same browser, and in one that never asked.
  const stranger = await newPage(browser)
  await page.context().clearCookies({ name: "next-auth.session-token" })
  for (const again of [page, stranger]) {
    await again.goto(answers[0] ?? "")
    await expect(again.getByText("Signing in elsewhere did not work")).toBeVisible()
  }
  expect(await sessions(school)).toBe(before)
}

async function keepsLinksApart(page: Page, school: School): Promise<void> {
  await signInHere(page, school.address, "bilal")
  school.provider.next("subject-1")
  await link(page)
  await expect(page.getByText("That sign-in is linked with another account here.")).toBeVisible()
  school.provider.next("subject-2")
  await link(page)
  await expect(page.getByText("Linked. From now on")).toBeVisible()
  await page.getByLabel("Password you have here").fill(password)
  await page.getByRole("button", { name: "End the link with the district" }).click()
  await expect(page.getByRole("button", { name: "Link with the district", exact: true })).toBeVisible()
  expect(await identities(school)).toEqual([{ provider: school.provider.issuer, subject: "subject-1" }])
}

test("a provider that is half set starts no server", async () => {
  const dataFolder = newFolder()
  const environment = { OIDC_ISSUER: "https://login.x.example", OIDC_CLIENT_ID: "colloquy" }
  await expect(startColloquy({ dataFolder, environment })).rejects.toThrow("Missing: OIDC_CLIENT_SECRET.")
  rmSync(dataFolder, { recursive: true, force: true })
})
