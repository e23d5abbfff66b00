import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import type { BrowserContext, Page } from "@playwright/test"
import pg from "pg"
import { recordTried, tries } from "@/tests/assurance/record"
import { poison } from "@/tests/hostile/poison"
import { scriptPayloads } from "@/tests/hostile/script-payloads"
import { fillLine, type Ids, idsOfDemonstration } from "@/tests/support/demonstration-ids"
import { expect, test } from "@/tests/support/e2e"
import { type Cookies, signInActors } from "@/tests/support/matrix-actors"
import { type Actor, routeMatrix } from "@/tests/support/route-matrix"
import { startColloquy } from "@/tests/support/start-server"

// A server of its own: what is put into every text of its database would be in the way of every other test.

const READERS: Actor[] = ["student", "teacher", "assistant", "administrator"]

/** Every page for somebody who may open it; in the long form for everybody who may. */
function views(ids: Ids): { actor: Actor; path: string }[] {
  return routeMatrix
    .filter(({ route, method }) => !method && !route.startsWith("/api/") && route !== "/sign-out")
    .flatMap((line) => {
      const may = READERS.filter((actor) => line.expected[actor] === "ok")
      return may.slice(0, tries(1, may.length)).map((actor) => ({ actor, path: fillLine(line, ids).route }))
    })
}

/** What a page is asked that has been opened: what ran, what the policy stopped, and what would run on a press. */
const findScripts = () => {
  const seen = window as unknown as { pwned?: number; stopped?: string[] }
  const found: string[] = []
  if (seen.pwned) found.push(`ran ${seen.pwned} times`)
  for (const stopped of seen.stopped ?? []) found.push(`stopped: ${stopped}`)
  for (const element of document.querySelectorAll("*"))
    for (const { name, value } of element.attributes) {
      const isHandler = /^on/i.test(name)
      const leads = /^(href|src|action|formaction|data|xlink:href)$/i.test(name)
      // React's own, on a form that its script answers: by the server, and by the browser.
      if (
        /^javascript:throw new Error\('(?:React form|A React form was) unexpectedly submitted\./.test(value)
      )
        continue
      if (isHandler || (leads && /^\s*(javascript|data:text\/html|vbscript):?/i.test(value)))
        found.push(`<${element.localName} ${name}="${value.slice(0, 40)}">`)
    }
  for (const script of document.querySelectorAll("script"))
    if (script.textContent?.trimStart().startsWith("pwn(")) found.push("a script of ours")
  for (const name of [
    "base",
    "meta[http-equiv=refresh]",
    "iframe",
    "object",
    "embed",
    "xmp",
    "plaintext",
    "math",
  ])
    if (document.querySelector(name)) found.push(`<${name}>`)
  return found
}

async function openOne(page: Page, address: string): Promise<string[]> {
  const reply = await page.goto(address, { waitUntil: "load" })
  const policy = reply?.headers()["content-security-policy"] ?? ""
  const found = await page.evaluate(findScripts)
  if (!policy.includes("script-src")) found.push("no policy")
  if ((reply?.status() ?? 0) >= 400) found.push(`status ${reply?.status()}`)
  return found
}

async function contextFor(context: BrowserContext, base: string, cookie: string | undefined): Promise<Page> {
  const [name = "", value = ""] = (cookie ?? "=").split(/=(.*)/)
  await context.addCookies([{ name, value, url: base }])
  await context.addInitScript(() => {
    const seen = window as unknown as { pwn: () => void; pwned: number; stopped: string[] }
    seen.pwned = 0
    seen.stopped = []
    seen.pwn = () => {
      seen.pwned += 1
    }
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      seen.stopped.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    )
  })
  return context.newPage()
}

/** Files that leave: what a browser does with them is said by their heads. */
async function filesOf(base: string, ids: Ids, cookies: Cookies): Promise<string[]> {
  const lost: string[] = []
  for (const line of routeMatrix) {
    if (line.method || !line.route.startsWith("/api/") || line.route.endsWith("/events")) continue
    const actor = READERS.find((one) => line.expected[one] === "ok")
    if (!actor) continue
    const reply = await fetch(base + fillLine(line, ids).route, { headers: { cookie: cookies[actor] ?? "" } })
    const [type, sniff] = ["content-type", "x-content-type-options"].map(
      (name) => reply.headers.get(name) ?? "",
    )
    await reply.body?.cancel()
    if (reply.status !== 200 || /html|svg|xhtml/.test(type ?? "") || sniff !== "nosniff")
      lost.push(`${line.route}: ${reply.status} ${type} ${sniff}`)
  }
  return lost
}

test("no text that people write runs as a script on any page", async ({ browser }) => {
  test.setTimeout(tries(900_000, 3_600_000))
  const before = { ...process.env }
  const turns = tries(1, Math.ceil(scriptPayloads.length / 20))
  const lost: string[] = []
  let opened = 0
  let fields: string[] = []
  try {
    for (let turn = 0; turn < turns; turn++) {
      const dataFolder = mkdtempSync(path.join(os.tmpdir(), "colloquy-scripts-"))
      const server = await startColloquy({ dataFolder })
      const { address, databaseUrl } = server.ready
      process.env.COLLOQUY_DATA = dataFolder
      process.env.NEXTAUTH_SECRET = JSON.parse(
        readFileSync(path.join(dataFolder, "secrets.json"), "utf8"),
      ).sessionSecret
      const db = new pg.Pool({ connectionString: databaseUrl, max: 2 })
      try {
        const cookies = await signInActors(db)
        const ids = await idsOfDemonstration(db)
        const { done, kept } = await poison(db, turn)
        fields = done
        expect(kept).toEqual([])
        const pages = new Map<Actor, Page>()
        for (const { actor, path: place } of views(ids)) {
          const page =
            pages.get(actor) ?? (await contextFor(await browser.newContext(), address, cookies[actor]))
          pages.set(actor, page)
          opened++
          lost.push(...(await openOne(page, address + place)).map((what) => `${actor} ${place}: ${what}`))
        }
        lost.push(...(await filesOf(address, ids, cookies)))
        await Promise.all([...pages.values()].map((page) => page.context().close()))
      } finally {
        await db.end()
        await server.stop()
        rmSync(dataFolder, { recursive: true, force: true })
      }
    }
  } finally {
    for (const name of ["COLLOQUY_DATA", "NEXTAUTH_SECRET"]) process.env[name] = before[name]
  }
  console.log(`${fields.length} columns with ${scriptPayloads.length} payloads, ${opened} pages opened`)
  recordTried({
    promise: "text-stays-text",
    tried: opened,
    of: "pages opened with scripts in every text",
    lost: lost.length,
  })
  expect(lost.slice(0, 40)).toEqual([])
})
