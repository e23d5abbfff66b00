import type { Browser } from "@playwright/test"
import { recordTried, tries } from "@/tests/assurance/record"
import { expect, test } from "@/tests/support/e2e"
import { keptInBrowser, rememberFetched } from "@/tests/support/everything-fetched"
import { planOf } from "@/tests/support/sittings/plan"
import { play } from "@/tests/support/sittings/play"
import { readerOf } from "@/tests/support/sittings/readers"
import { makeScene, type Scene, studentAt } from "@/tests/support/sittings/scene"
import { fitted, type Secret, secrets, variationOf } from "@/tests/support/sittings/variation"
import { maskIds } from "@/tests/support/two-databases"

// The server as it runs at a school, and a browser: HTML, Next's own payload, replies and what stays in the browser.
// Two classes of one school differ in the secret alone. A sitting is the same as in tests/integration/leaks, at one moment.

const SITTINGS = tries(1, 5)

/** The sitting of a seed in one of two classes; the secret's own words do not matter here, only that it differs. */
async function played(secret: Secret, seed: number, variant: 0 | 1, now: Date): Promise<Scene> {
  const plan = fitted(planOf(seed), secret)
  // Each class of the school has a short id of its own; chance falls the same in both.
  const atOnce = { ...plan, seed: 1_000 * (1 + secrets.indexOf(secret)) + 2 * seed + variant }
  const still = (acts: typeof plan.acts) => acts.map((act) => ({ ...act, minutes: 0 }))
  const scene = await makeScene(
    { ...atOnce, acts: still(plan.acts), otherActs: still(plan.otherActs) },
    variationOf(secret, variant),
    now,
  )
  scene.plan.seed = plan.seed
  await play(scene, () => {})
  return scene
}

const pagesOf = ({ assignmentId, prompts }: Scene): string[] => {
  const steps = ["", "/stance", "/read", "/quiz", "/results", "/discuss", "/reflect"].map(
    (step) => `/a/${assignmentId}${step}`,
  )
  const threads = prompts.flatMap((id) => [
    `/a/${assignmentId}/discuss/${id}`,
    `/a/${assignmentId}/discuss/${id}/map`,
  ])
  return ["/home", "/notices", ...steps, ...threads, `/a/${assignmentId}/discuss?find=think`]
}

/** Everything that a student's browser was sent on all pages, and keeps, by address. */
async function browsed(browser: Browser, scene: Scene, part: number): Promise<Map<string, string>> {
  const base = process.env.COLLOQUY_E2E_URL ?? ""
  const context = await browser.newContext({ baseURL: base })
  const { cookie } = studentAt(scene, part)
  const [name = "", ...value] = cookie.split("=")
  await context.addCookies([{ name, value: value.join("="), url: base, httpOnly: true, sameSite: "Lax" }])
  const seen = new Map<string, string>()
  for (const path of pagesOf(scene)) {
    const page = await context.newPage()
    const { fetched } = rememberFetched(page)
    await page.goto(path)
    // What a page fetches of itself comes soon after.
    await page.waitForLoadState("load")
    const [document] = (await fetched()).filter(({ url }) => !url.searchParams.has("_rsc"))
    const key = masked(scene, path)
    seen.set(`page ${key}`, wordsOf(masked(scene, document?.body ?? "")))
    seen.set(`payload ${key}`, wordsOf(masked(scene, await payloadOf(base, path, cookie))))
    seen.set(`kept ${key}`, masked(scene, await keptInBrowser(page)))
    await page.close()
  }
  await context.close()
  return seen
}

/** What Next sends instead of a page when somebody comes from another one. */
async function payloadOf(base: string, path: string, cookie: string): Promise<string> {
  const reply = await fetch(new URL(path, base), { headers: { cookie, rsc: "1" }, redirect: "manual" })
  return `${reply.status} ${reply.headers.get("cache-control")} ${await reply.text()}`
}

/** Ids, nonces, clocks, and the short id of a class. */
const masked = ({ room }: Scene, text: string): string =>
  maskIds(text.replaceAll(room.class.publicId, "class"))
    .replace(/nonce(=\\?"|\\?":\\?")[^"\\]+/g, "nonce$1")
    .replace(/\b\d{1,2}:\d\d(:\d\d)?\b/g, ":")
    .replace(/\b1[789]\d{11}(\.\d+)?\b/g, ".")
    .replace(/"id\\?":\\?"\d+/g, '"id":".')
    .replace(/\/notices\/\d+/g, "/notices/.")

/** The words of a reply, sorted: its parts come in the order in which they were ready. */
const wordsOf = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !/^[0-9a-f]{1,3}$/.test(word) && !/^L[0-9a-f]{1,3}$/.test(word))
    .sort()
    .join(" ")

/** What the two browsers were sent that differs, by address. */
function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...one].flatMap(([address, text]) => {
    const twin = other.get(address) ?? ""
    if (twin === text) return []
    const words = new Set(twin.split(" "))
    const own = text.split(" ").filter((word) => !words.has(word))
    return [`${address}: ${own.slice(0, 8).join(" ")} (${text.length} against ${twin.length})`]
  })
}

for (const secret of secrets)
  test(`a browser that must not know it gets the same of two classes: ${secret}`, async ({ browser }) => {
    test.setTimeout(120_000 + SITTINGS * 120_000)
    const found: string[] = []
    let tried = 0
    for (let seed = 1; seed <= SITTINGS; seed += 1) {
      const now = new Date()
      const one = await played(secret, seed, 0, now)
      const other = await played(secret, seed, 1, now)
      const part = (await readerOf(one))?.part ?? 0
      const [first, second] = [await browsed(browser, one, part), await browsed(browser, other, part)]
      found.push(...differences(first, second).map((line) => `seed ${seed}, ${line}`))
      tried += first.size
    }
    recordTried({
      promise: "browsers-tell-nothing",
      tried,
      of: "replies and stores compared",
      lost: found.length,
    })
    expect(found).toEqual([])
    expect(tried).toBeGreaterThan(30 * SITTINGS)
  })
