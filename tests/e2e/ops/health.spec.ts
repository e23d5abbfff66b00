import { expect, test } from "../../support/e2e"

test("health is answered as JSON with each check's name, state and time", async ({ request }) => {
  const live = await request.get("/livez")
  expect(live.status()).toBe(200)
  const ready = await request.get("/readyz")
  expect(ready.status()).toBe(200)
  const { checks } = await ready.json()
  expect(checks.map((check: { name: string }) => check.name)).toEqual(["database", "disk"])
  for (const check of checks) expect(check).toMatchObject({ state: "ok", milliseconds: expect.any(Number) })
})

test("a page runs no script without this response's nonce", async ({ page }) => {
  const complaints: string[] = []
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text())
  })
  const first = await page.goto("/sign-in")
  const policy = first?.headers()["content-security-policy"] ?? ""
  expect(policy).toMatch(/script-src [^;]*'nonce-[^']+'/)
  const second = await page.reload()
  expect(second?.headers()["content-security-policy"]).not.toBe(policy)
  expect(complaints).toEqual([])
})

test("somebody signed out is led to sign in, somebody signed in is not", async ({ page, signIn }) => {
  await page.goto("/")
  await expect(page).toHaveURL(/\/sign-in/)
  await signIn("teacher")
  await page.goto("/")
  await expect(page).toHaveURL(/\/teach/)
})
