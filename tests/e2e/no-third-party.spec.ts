import { recordTried, tries } from "@/tests/assurance/record"
import { idsOfDemonstration } from "@/tests/support/demonstration-ids"
import { type DemonstrationRole, expect, test } from "@/tests/support/e2e"
import { type Fetched, keptInBrowser, rememberFetched } from "@/tests/support/everything-fetched"
import { type Actor, routeMatrix } from "@/tests/support/route-matrix"

const visitors: [actor: Actor, role: DemonstrationRole][] = [
  ["student", "student"],
  ["teacher", "teacher"],
  ["administrator", "administrator"],
]

/** Pages without those whose address holds something made for the test alone. */
const pages = routeMatrix.filter(({ route, method }) => !method && !route.startsWith("/api/"))

/** Pages that this actor sees; in `npm test` each page for the first who does. */
const pagesOf = (actor: Actor, at: number): string[] =>
  pages
    .filter(({ expected }) => expected[actor] === "ok")
    .filter(
      ({ expected }) => tries(0, 1) || visitors.slice(0, at).every(([other]) => expected[other] !== "ok"),
    )
    .map(({ route }) => route)

/** Private is what some cache may not keep: every reply that is not a file with its content in its name. */
const isKeepable = ({ headers }: Fetched): boolean => !headers["cache-control"]?.includes("no-store")

test("no page asks anybody but the school's own server, and nothing private may be kept on the way", async ({
  browser,
  db,
  signIn,
}) => {
  test.setTimeout(600_000)
  const base = process.env.COLLOQUY_E2E_URL ?? ""
  const ids = await idsOfDemonstration(db)
  const seen = {
    pages: 0,
    replies: 0,
    foreign: new Set<string>(),
    keepable: new Set<string>(),
    kept: new Set<string>(),
  }
  for (const [at, [actor, role]] of visitors.entries()) {
    const context = await browser.newContext({ baseURL: base })
    const page = await context.newPage()
    await signIn(role, page)
    const { origins, fetched } = rememberFetched(page)
    for (const route of pagesOf(actor, at)) {
      await page.goto(route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => ids[name] ?? "nothing"))
      seen.pages += 1
    }
    for (const origin of origins) if (origin !== new URL(base).origin) seen.foreign.add(origin)
    const replies = await fetched()
    seen.replies += replies.length
    for (const reply of replies)
      if (isKeepable(reply)) seen.keepable.add(`${reply.method} ${reply.url.pathname}`)
    seen.kept.add(JSON.stringify(JSON.parse(await keptInBrowser(page)).caches))
    await context.close()
  }
  recordTried({ promise: "no-third-party", tried: seen.pages, of: "pages opened", lost: seen.foreign.size })
  recordTried({
    promise: "no-third-party",
    tried: seen.replies,
    of: "private replies",
    lost: seen.keepable.size,
  })
  expect([...seen.foreign]).toEqual([])
  expect([...seen.keepable]).toEqual([])
  expect([...seen.kept]).toEqual(["[]"])
  expect(seen.pages).toBeGreaterThan(tries(50, 60))
})

test("a request to somebody else would be seen", async ({ browser, signIn }) => {
  // Without the pages' own policy, which would refuse it before it is one.
  const context = await browser.newContext({ baseURL: process.env.COLLOQUY_E2E_URL, bypassCSP: true })
  const page = await context.newPage()
  await signIn("student", page)
  const { origins } = rememberFetched(page)
  await page.goto("/home")
  await page.evaluate(() => fetch("http://elsewhere.test/").catch(() => null))
  expect(origins).toContain("http://elsewhere.test")
  await context.close()
})
