import { createHash, randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Browser, Page } from "@playwright/test"
import pg from "pg"
import { expect, expectNoAxeViolations, test } from "../support/e2e"
import { makeUser } from "../support/factories"
import { startColloquy } from "../support/start-server"

/** A school of its own, not set up yet, and a link that sets it up. */
async function startEmptySchool() {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "colloquy-people-"))
  const server = await startColloquy({ dataFolder, args: ["--no-demo"] })
  const token = randomBytes(32).toString("base64url")
  const db = new pg.Client({ connectionString: server.ready.databaseUrl })
  await db.connect()
  const tokenHash = createHash("sha256").update(token).digest()
  await db.query(`INSERT INTO "SetupLink" VALUES ($1, now() + interval '1 hour')`, [tokenHash])
  const stop = async () => {
    await db.end()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { address: server.ready.address, link: `${server.ready.address}/set-up/${token}`, stop }
}

const signInAs = async (page: Page, name: string, password: string) => {
  await page.getByLabel("User name or email").fill(name)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}

const choosePassword = async (page: Page, password: string) => {
  await expect(page.getByRole("heading", { name: "Choose a password of your own" })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByLabel("New password").fill(password)
  await page.getByRole("button", { name: "Keep this password" }).click()
}

const newPage = async (browser: Browser) => (await browser.newContext()).newPage()

test("from the set-up link to a student who signs in with a slip", async ({ browser }) => {
  test.setTimeout(300_000)
  const school = await startEmptySchool()
  try {
    const administrator = await newPage(browser)
    const teacherSlip = await setUpSchool(administrator, school.link)
    const teacher = await newPage(browser)
    const { code, studentSlip } = await startClass(teacher, school.address, teacherSlip)
    const student = await newPage(browser)
    await student.goto(`${school.address}/account`)
    await signInAs(student, "amina.khan", studentSlip)
    await choosePassword(student, "plover by the grey sea")
    await expect(student).toHaveURL(/\/account$/)
    await joinWithCode(await newPage(browser), teacher, school.address, code)
    await resetInTwoPresses(teacher, student)
  } finally {
    await school.stop()
  }
})

/** Sets the school up and makes a teacher. Resolves to the teacher's one-time password. */
async function setUpSchool(page: Page, link: string): Promise<string> {
  await page.goto(link)
  await expectNoAxeViolations(page)
  await page.getByLabel("Name of the school").fill("City School")
  await page.getByLabel("Time zone").selectOption("Asia/Karachi")
  await page.getByLabel("Your name").fill("Rehana Siddiqui")
  await page.getByLabel("User name").fill("rehana")
  await page.getByLabel("Password", { exact: true }).fill("too short")
  await page.getByRole("button", { name: "Set up the school" }).click()
  await expect(page.getByText("Make it longer")).toBeVisible()
  await expect(page.getByLabel("Name of the school")).toHaveValue("City School")
  await page.getByLabel("Password", { exact: true }).fill("quiet kestrel on a wire")
  await page.getByRole("button", { name: "Set up the school" }).dblclick()
  await expect(page.getByRole("heading", { name: "People", exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Add somebody" }).click()
  await page.getByLabel("Name", { exact: true }).fill("Tariq Mahmood")
  await page.getByRole("button", { name: "Make account" }).click()
  await expect(page.getByRole("heading", { name: "Account made for Tariq Mahmood" })).toBeVisible()
  await expectNoAxeViolations(page)
  const password = await page.locator("dd[data-one-time-password]").innerText()
  await page.getByRole("button", { name: "Done" }).click()
  await page.goto(link)
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible()
  await expectNoAxeViolations(page)
  return password
}

/** A class with two students from a pasted list. Resolves to its code and one student's password. */
async function startClass(page: Page, address: string, slip: string) {
  await page.goto(`${address}/teach/classes`)
  await signInAs(page, "TARIQ.Mahmood", slip)
  await choosePassword(page, "a heron over wet fields")
  await page.getByLabel("Name of the class").fill("Grade 10 B")
  await page.getByRole("button", { name: "Make class" }).dblclick()
  await expect(page.getByRole("heading", { name: "Grade 10 B", level: 1 })).toBeVisible()
  await expectNoAxeViolations(page)
  const code = await page.locator("[data-join-code]").innerText()
  await page.getByRole("link", { name: "Add students from a list" }).click()
  await page.getByLabel("One student per line").fill("Khan, Amina\nBilal Ahmed\n12345")
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Look at the list" }).click()
  await expect(page.getByText("This does not look like a name.")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Add 2 students" }).click()
  await expect(page.getByRole("heading", { name: "2 students added" })).toBeFocused()
  await expectNoAxeViolations(page)
  const studentSlip = await page
    .getByRole("listitem")
    .filter({ hasText: "Amina Khan" })
    .locator("dd")
    .last()
    .innerText()
  page.on("dialog", (dialog) => dialog.accept())
  await page.getByRole("link", { name: "Back to the class" }).click()
  await expect(page.getByRole("rowheader", { name: "Bilal Ahmed" })).toBeVisible()
  await expectNoAxeViolations(page)
  return { code, studentSlip }
}

async function joinWithCode(page: Page, teacher: Page, address: string, code: string): Promise<void> {
  await page.goto(`${address}/join`)
  await expectNoAxeViolations(page)
  await page.getByLabel("Class code").fill("ZZZZ-ZZZZ")
  await page.getByLabel("Your name").fill("Dina Roy")
  await page.getByLabel("User name").fill("dina")
  await page.getByLabel("Password", { exact: true }).fill("three owls in a barn")
  await page.getByRole("button", { name: "Make my account and join" }).click()
  await expect(page.getByText("No class has this code.")).toBeVisible()
  await page.getByLabel("Class code").fill(code.toLowerCase().replace("-", " "))
  await page.getByRole("button", { name: "Make my account and join" }).click()
  await expect(page).toHaveURL(/\/home$/)
  await page.goto(`${address}/join`)
  await expect(page.getByText("Waiting for Tariq Mahmood to let you in")).toBeVisible()
  await expectNoAxeViolations(page)
  await teacher.reload()
  await teacher.getByRole("button", { name: "Let Dina Roy in" }).click()
  await expect(teacher.getByRole("rowheader", { name: "Dina Roy" })).toBeVisible()
  await page.reload()
  await expect(page.getByText("You are in")).toBeVisible()
}

async function resetInTwoPresses(teacher: Page, student: Page): Promise<void> {
  await teacher.getByRole("button", { name: "Reset the password of Amina Khan" }).click()
  await expectNoAxeViolations(teacher)
  await teacher.getByRole("button", { name: "Make a new password" }).click()
  await expect(teacher.getByRole("heading", { name: "New password for Amina Khan" })).toBeVisible()
  const password = await teacher.locator("dd[data-one-time-password]").innerText()
  await teacher.getByRole("button", { name: "Done" }).click()
  await student.reload()
  await expect(student).toHaveURL(/\/sign-in/)
  await signInAs(student, "amina.khan", "plover by the grey sea")
  await expect(student.getByText("do not belong together")).toBeVisible()
  await signInAs(student, "amina.khan", password)
  await choosePassword(student, "an otter under the pier")
  await expect(student).toHaveURL(/\/account$/)
}

test("signing out leaves nothing behind Back, and a stale cookie leads to sign-in", async ({
  page,
  signIn,
  db,
}) => {
  const teacher = { userId: (await makeUser("teacher")).id }
  await signIn(teacher)
  const shown = await page.goto("/account")
  expect(shown?.headers()["cache-control"]).toContain("no-store")
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible()
  await expectNoAxeViolations(page)
  await page
    .locator('form[action="/sign-out"] button')
    .first()
    .evaluate((button: HTMLButtonElement) => button.click())
  await expect(page.getByText("You are signed out.")).toBeVisible()
  await page.goBack()
  await expect(page.getByRole("heading", { name: "Your account" })).toHaveCount(0)
  await expect(page).toHaveURL(/\/sign-in/)

  await signIn(teacher)
  await page.goto("/teach/classes")
  await page.getByLabel("Name of the class").fill("Never made")
  await db.query('DELETE FROM "Session" WHERE "userId" = $1', [teacher.userId])
  await page.getByRole("button", { name: "Make class" }).click()
  await expect(page.getByText("You are signed out. Sign in again to go on")).toBeVisible()
  await expect(page.getByLabel("Name of the class")).toHaveValue("Never made")
  await page.goto("/teach/classes")
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fteach%2Fclasses/)
})

test("the sign-in page says what is wrong, keeps what was typed, and leads nowhere else", async ({
  page,
}) => {
  await page.goto("/sign-in?next=//evil.example/")
  await expectNoAxeViolations(page)
  await signInAs(page, "nobody.here", "not a password")
  await expect(page.getByText("This name and this password do not belong together.")).toBeVisible()
  await expect(page.getByLabel("User name or email")).toHaveValue("nobody.here")
  await expectNoAxeViolations(page)
})

test("next-auth's own door obeys the same rules", async ({ request, page, signIn, db }) => {
  const student = { userId: (await makeUser("student")).id }
  await signIn(student)
  const session = await page.request.get("/api/auth/session")
  expect(Object.keys((await session.json()).user)).toEqual(["name"])
  await db.query('DELETE FROM "Session" WHERE "userId" = $1', [student.userId])
  expect(await (await page.request.get("/api/auth/session")).json()).toEqual({})
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json()
  const { origin } = new URL(process.env.COLLOQUY_E2E_URL ?? "")
  const form = { csrfToken, name: "nobody.here", password: "wrong", json: "true" }
  const refused = await request.post("/api/auth/callback/credentials", { form, headers: { origin } })
  expect(refused.status()).toBe(401)
  expect((await refused.json()).url).toContain("people.signInWrong")
})

test("next-auth's own doors take nobody's words for faults of ours, and tell nobody of the database", async ({
  request,
}) => {
  const origin = new URL(process.env.COLLOQUY_E2E_URL ?? "").origin
  const post = (door: string, form: Record<string, string>) =>
    request.post(`/api/auth/${door}`, { form, headers: { origin }, maxRedirects: 0 })
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json()
  const written = await post("_log", { level: "error", code: "Amina failed", message: "words" })
  expect(written.status()).toBe(404)

  const zero = await post("callback/credentials", {
    csrfToken,
    name: "no\u0000body",
    password: "x",
    json: "true",
  })
  expect(zero.status()).toBe(401)
  expect((await zero.json()).url).toBe(`${origin}/api/auth/error?error=people.signInWrong`)

  for (const callbackUrl of ["'", "http://[", "javascript:alert(1)", "/é\u202e"]) {
    const form = { csrfToken, name: "nobody.here", password: "wrong", json: "true", callbackUrl }
    expect((await post("callback/credentials", form)).status()).toBe(401)
    const asked = await request.get(`/api/auth/csrf?${new URLSearchParams({ callbackUrl })}`)
    expect([callbackUrl, asked.status()]).toEqual([callbackUrl, callbackUrl.startsWith("/") ? 200 : 422])
  }
  for (const error of ["é\u202e", "a\r\nb: c", "Callback", "people.signInWrong"]) {
    const led = await request.get(`/api/auth/error?${new URLSearchParams({ error })}`, { maxRedirects: 0 })
    expect(led.status()).toBe(302)
    expect(led.headers().location).toBe(`/sign-in?error=${encodeURIComponent(error)}`)
  }
})

test("nobody is signed out by a link or from another site", async ({ page, signIn }) => {
  await signIn("teacher")
  await page.goto("/sign-out")
  await expect(page).toHaveURL(/\/account$/)
  const foreign = await page.request.post("/sign-out", {
    headers: { origin: "http://evil.example" },
    maxRedirects: 0,
  })
  expect(foreign.headers().location).toBe("/account")
  await page.reload()
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible()
})

test("a class list in a file is looked at, put right, and looked at again", async ({ page, signIn, db }) => {
  await signIn("teacher")
  const tag = randomBytes(4).toString("hex").replace(/\d/g, "x")
  const userName = `known-${tag}`
  await page.goto("/teach/classes")
  await page.getByLabel("Name of the class").fill(`File ${tag}`)
  await page.getByRole("button", { name: "Make class" }).click()
  await page.getByRole("link", { name: "Add students from a list" }).click()
  const choose = async (name: string, text: string, encoding: BufferEncoding = "utf8") => {
    await page.getByRole("tab", { name: "Choose a file" }).click()
    const buffer = Buffer.from(text, encoding)
    await page.getByLabel("CSV or Excel file").setInputFiles({ name, mimeType: "text/csv", buffer })
    await page.getByRole("button", { name: "Look at the list" }).click()
  }
  await page.getByRole("tab", { name: "Choose a file" }).click()
  await expectNoAxeViolations(page)
  await choose("large.csv", "x".repeat(2_000_000))
  await expect(page.getByText("500 kB are taken at most")).toBeVisible()
  await choose("list.csv", `Nom;Prénom;Login\nMüller;Zoë;${userName}\nKhan;Amina;\n;;\n;12;\n`, "latin1")
  await expect(page.getByRole("rowheader", { name: "Zoë Müller" })).toBeVisible()
  await expect(page.getByText("2 new students · 1 row cannot be used")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Change the list" }).click()
  await expect(page.getByText("Chosen before: list.csv")).toBeVisible()
  await page.getByRole("button", { name: "Look at the list" }).click()
  await page.getByRole("button", { name: "Add 2 students" }).click()
  await expect(page.getByRole("heading", { name: "2 students added" })).toBeFocused()
  page.on("dialog", (dialog) => dialog.accept())
  await page.getByRole("link", { name: "Back to the class" }).click()
  await page.getByRole("link", { name: "Add students from a list" }).click()
  await choose("list.csv", `Name,User name\nZoë Müller-Roth,${userName}\nAmina Khan,\n`)
  await expect(page.getByRole("deletion")).toHaveText("Zoë Müller")
  await expect(page.getByRole("insertion")).toHaveText("Zoë Müller-Roth")
  await expectNoAxeViolations(page)
  const stored = () =>
    db.query(`SELECT "displayName" FROM "User" WHERE "userName" = $1`, [userName]).then(({ rows }) => rows)
  expect(await stored()).toEqual([{ displayName: "Zoë Müller" }])
  await page.getByRole("button", { name: "Save 1 change" }).click()
  await expect(page.getByRole("heading", { name: "1 change saved" })).toBeFocused()
  expect(await stored()).toEqual([{ displayName: "Zoë Müller-Roth" }])
})

test("a class is copied with its staff, put away and taken out again", async ({ page, signIn }) => {
  await signIn("teacher")
  const name = `Copied ${randomBytes(4).toString("hex")}`
  await page.goto("/teach/classes")
  await page.getByRole("rowheader").filter({ hasText: "Civics" }).getByRole("link").first().click()
  await expect(page.getByRole("heading", { name: "10B Civics", level: 1 })).toBeVisible()
  const staff = page.getByRole("region", { name: "Teachers and assistants" }).getByRole("listitem")
  const names = await staff.allInnerTexts()
  expect(names.length).toBeGreaterThan(1)
  await page.getByText("Copy this class").click()
  await expectNoAxeViolations(page)
  await page.getByLabel("Name of the new class").fill(name)
  await page.getByRole("button", { name: "Make the copy" }).click()
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()
  await expect(page.getByText("No students yet").first()).toBeVisible()
  await expect(staff).toHaveCount(names.length)
  await page.getByRole("button", { name: "Put this class away" }).click()
  await page.getByRole("button", { name: "Put away" }).click()
  await expect(page.getByText("This class is put away. Nobody can join it.")).toBeVisible()
  await page.getByRole("button", { name: "Take it out again" }).click()
  await expect(page.getByText("This class is put away. Nobody can join it.")).toHaveCount(0)
})

test("an administrator erases a closed account, having typed its user name", async ({ page, signIn }) => {
  const name = `Leaver ${randomBytes(4).toString("hex")}`
  const person = await makeUser("student", { displayName: name, disabledAt: new Date() })
  await signIn("administrator")
  await page.goto(`/admin/people?q=${person.userName}`)
  await page.getByRole("button", { name: `Erase ${name} for good` }).click()
  await expectNoAxeViolations(page)
  const question = page.getByRole("alertdialog")
  const erase = question.getByRole("button", { name: "Erase for good" })
  await question.getByLabel(`Type ${person.userName} to erase`).fill("somebody.else")
  await erase.click()
  await expect(question.getByText("That is not the user name. Nothing was erased.")).toBeVisible()
  await question.getByLabel(`Type ${person.userName} to erase`).fill(person.userName)
  await erase.click()
  await expect(page.getByText("Nobody found").first()).toBeVisible()
})

test("anybody takes their own data away from their account page", async ({ page, signIn }) => {
  await signIn("student")
  await page.goto("/account")
  const taken = page.waitForEvent("download")
  await page.getByRole("link", { name: "Take it away (zip)" }).click()
  expect((await taken).suggestedFilename()).toBe("my-data.zip")
})
