import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { recordTried, tries } from "@/tests/assurance/record"
import { cookieFor, expect, test } from "@/tests/support/e2e"

// No browser: a page of another site sends what it likes, and so does this.

type Built = Record<string, { exportedName: string; workers: Record<string, unknown> }>

/** The server actions of the build, by the number the browser calls them by. */
function builtActions(): [string, Built[string]][] {
  const file = path.resolve(import.meta.dirname, "../../.next/server/server-reference-manifest.json")
  return Object.entries((JSON.parse(readFileSync(file, "utf8")) as { node: Built }).node)
}

/** A page whose bundle has the action; the names in brackets may stand for anything. */
const pageWith = ({ workers }: Built[string]): string =>
  (Object.keys(workers)[0] ?? "").replace(/^app/, "").replace(/\/page$/, "") || "/"

/** What an `Origin` header may say that is not ours; undefined is none at all. */
function foreignOrigins(base: string): (string | undefined)[] {
  const { host, hostname, port } = new URL(base)
  return [
    undefined,
    "null",
    "http://evil.example",
    `http://sub.${host}`,
    `http://${hostname}:${Number(port) + 1}`,
    `https://${host}`,
  ]
}

/**
 * Plain forms: they say nothing of what came of it, and lead on or bring the page again. That they are refused is shown by what
 * they leave, in tests/integration/access/origins.test.ts.
 */
const SAY_NOTHING = [
  "startPracticeAction",
  "finishReadingAction",
  "seeOpenedNameAction",
  "dismissRecallAction",
]

const FOREIGN = /common\.foreignOrigin|Invalid Server Actions request|^Internal Server Error$/
/** Next's own refusal, whose words a production build keeps to itself. */
const NEXT_REFUSES = /"digest":"(\d+)/

/** What the files of server actions in app/ export; tests/integration/access holds a line for each of them. */
function writtenActions(): Set<string> {
  const app = path.resolve(import.meta.dirname, "../../app")
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
  const sources = files.map((file) => readFileSync(path.join(app, file), "utf8"))
  const served = sources.filter((source) => source.startsWith('"use server"'))
  return new Set(
    served.flatMap((source) =>
      [...source.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => name ?? ""),
    ),
  )
}

test("every server action of the build is one of app/, so that the tables know it", () => {
  const written = writtenActions()
  const names = builtActions().map(([, { exportedName }]) => exportedName)
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name) => !written.has(name))).toEqual([])
})

test("no server action is done for a page of another site", async ({ db, baseURL }) => {
  test.setTimeout(600_000)
  const base = baseURL ?? ""
  const cookie = `next-auth.session-token=${await cookieFor(db, "teacher")}`
  const origins = foreignOrigins(base)
  // It brings a page again, and changes nothing.
  const silent = ["showAccountAgain", ...SAY_NOTHING]
  const all = builtActions().filter(([, { exportedName }]) => !silent.includes(exportedName))
  const actions = tries(0, 1) ? all : all.filter((_, at) => at % 8 === 0)
  const faults: string[] = []
  const digests = new Set<string>()
  for (const [id, action] of actions)
    for (const origin of origins) {
      const headers: Record<string, string> = { cookie, "next-action": id, accept: "text/x-component" }
      if (origin) headers.origin = origin
      const url = new URL(pageWith(action), base)
      const reply = await fetch(url, { method: "POST", headers, body: "[{}]", redirect: "manual" })
      const text = await reply.text()
      const [, digest] = NEXT_REFUSES.exec(text) ?? []
      if (reply.status === 400 && digest) digests.add(digest)
      else if (!FOREIGN.test(text))
        faults.push(`${action.exportedName} from ${origin}: ${reply.status} ${text.slice(0, 80)}`)
    }
  const of = "server actions called over HTTP from elsewhere"
  const tried = actions.length * origins.length
  recordTried({ promise: "no-action-over-http-from-elsewhere", of, tried, lost: faults.length })
  expect(faults).toEqual([])
  // One and the same error, whatever is asked for: none of the actions has begun.
  expect(digests.size).toBeLessThanOrEqual(1)
})

test("nobody is signed in or out by next-auth's own doors for a page of another site", async ({
  db,
  baseURL,
}) => {
  const base = baseURL ?? ""
  const cookie = `next-auth.session-token=${await cookieFor(db, "teacher")}`
  const csrf = await fetch(`${base}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const own = csrf.headers.getSetCookie().map((one) => one.split(";")[0])
  const doors = ["callback/credentials", "signin/credentials", "signout", "session"]
  const seen: string[] = []
  for (const door of doors)
    for (const origin of foreignOrigins(base)) {
      const headers: Record<string, string> = { cookie: [cookie, ...own].join("; ") }
      if (origin) headers.origin = origin
      const body = new URLSearchParams({ csrfToken, json: "true" })
      const reply = await fetch(`${base}/api/auth/${door}`, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
      })
      if (reply.status !== 403) seen.push(`${door} from ${origin}: ${reply.status}`)
    }
  expect(seen).toEqual([])
  expect((await fetch(`${base}/api/auth/session`, { headers: { cookie } })).ok).toBe(true)
})
