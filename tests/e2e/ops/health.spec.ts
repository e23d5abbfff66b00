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

test("what a browser takes smaller comes smaller: pages made now, and parts of the app as the build packed them", async ({
  baseURL,
}) => {
  const packingOf = async (place: string, accepted: string) => {
    const reply = await fetch(`${baseURL}${place}`, { headers: { "accept-encoding": accepted } })
    expect(reply.status).toBe(200)
    return { packing: reply.headers.get("content-encoding"), text: await reply.text() }
  }
  const page = await packingOf("/sign-in", "gzip, deflate, br")
  expect(page.packing).toBe("br")
  const scripts = [...page.text.matchAll(/src="(\/_next\/static\/chunks\/[^"]+\.js)"/g)].map(
    ([, place]) => place ?? "",
  )
  expect(scripts.length).toBeGreaterThan(3)
  for (const script of scripts) {
    const { packing, text } = await packingOf(script, "gzip, deflate, br")
    expect([script, packing]).toEqual([script, "br"])
    expect((await packingOf(script, "gzip")).text).toBe(text)
  }
})
