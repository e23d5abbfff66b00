import { readdirSync } from "node:fs"
import path from "node:path"
import { createTranslator } from "next-intl"
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { database, pool } from "@/lib/platform/database"
import { log } from "@/lib/platform/log"
import { loadMessages } from "@/lib/platform/messages"
import { recordTried, tries } from "@/tests/assurance/record"
import { known } from "@/tests/hostile/every-action"
import { hostileValues, put } from "@/tests/hostile/hostile-values"
import { type Sample, sampleInput } from "@/tests/hostile/sample-input"
import { useTestDatabase } from "@/tests/support/database"
import { viewerFor } from "@/tests/support/factories"
import { makeDiscussion, makePost } from "@/tests/support/factories-discussion"
import { makeQuiz } from "@/tests/support/factories-quiz"
import { signedIn } from "@/tests/support/front-server"

const HOST = "school.example"
const asking = vi.hoisted(() => ({ viewer: null as Viewer | null }))

vi.mock("@/lib/platform/session", async (original) => ({
  ...(await original<object>()),
  loadViewer: async () => asking.viewer,
}))
vi.mock("@/lib/platform/refreshing", () => ({ refreshing: <T>(action: T) => action }))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: HOST, origin: `http://${HOST}` }),
  cookies: async () => ({ get: () => undefined, set: () => {}, delete: () => {} }),
}))
vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: never) =>
    createTranslator({ locale: "en", messages: loadMessages("en"), namespace }),
}))
vi.mock("@/lib/platform/run-action", async (original) => {
  const real = await original<{ runAction: never }>()
  const { remembering } = await import("@/tests/hostile/every-action")
  return { ...real, runAction: remembering(real.runAction) }
})
vi.mock("@/lib/platform/run-public-action", async (original) => {
  const real = await original<{ runPublicAction: never }>()
  const { remembering } = await import("@/tests/hostile/every-action")
  return { ...real, runPublicAction: remembering(real.runPublicAction) }
})
vi.mock("@/lib/platform/run-route", async (original) => {
  const real = await original<{ runRoute: never }>()
  const { rememberingRoute } = await import("@/tests/hostile/every-action")
  return { ...real, runRoute: rememberingRoute(real.runRoute) }
})

const app = path.resolve(import.meta.dirname, "../../../app")
const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
  (file) => /(^|\/)(actions|route)\.ts$/.test(file) && !file.includes("[...nextauth]"),
)

useTestDatabase()

let teacher: Viewer
let student: Viewer
let cookie = ""
let ids = new Map<string, string>()

/** A class with a lesson, a quiz and a discussion, as somebody has who is asked for. */
async function makeSchoolroom() {
  const room = await makeDiscussion()
  const [[first], [prompt]] = [room.students, room.prompts]
  if (!first || !prompt) throw new Error("a discussion without students or prompts")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id, enrolmentId: first.enrolment.id }
  await makePost(at, { body: "A river belongs to nobody." })
  await makeQuiz()
  return { teacher: room.teacher, student: first.user }
}

/** One row of each table, by the table's name in small letters. */
async function oneIdEach(): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`,
  )
  const found = new Map<string, string>()
  for (const { name } of rows) {
    const { rows: some } = await pool().query<{ id: string }>(`SELECT id FROM "${name}" ORDER BY id LIMIT 1`)
    if (some[0]) found.set(name.toLowerCase(), some[0].id)
  }
  return found
}

const OWNED = ["User", "Class", "Enrolment", "Lesson", "LessonVersion", "Reading", "Assignment"]

/** All that is of the classroom nobody named, as one sum a table. */
async function bystanders(): Promise<string> {
  const sums = OWNED.map(
    (name) =>
      `(SELECT md5(string_agg(t::text, '|' ORDER BY t.id)) FROM "${name}" t WHERE t.id IN (SELECT id FROM kept)) AS "${name}"`,
  )
  const { rows } = await pool().query(`SELECT ${sums.join(", ")}`)
  expect(Object.values(rows[0] ?? {}).filter((sum) => sum === null)).toEqual([])
  return JSON.stringify(rows)
}

beforeAll(async () => {
  for (const file of files) await import(path.join(app, file))
  const room = await makeSchoolroom()
  teacher = await viewerFor(room.teacher)
  student = await viewerFor(room.student)
  ids = await oneIdEach()
  cookie = (await signedIn(room.teacher)).cookie
  const before = await pool().query<{ id: string }>(`SELECT id FROM "User"`)
  await makeSchoolroom()
  const own = before.rows.map(({ id }) => id)
  await pool().query(
    `CREATE TABLE kept AS
       SELECT id FROM "User" WHERE id <> ALL($1) UNION SELECT id FROM "Class" WHERE "createdById" <> ALL($1)
       UNION SELECT id FROM "Enrolment" WHERE "userId" <> ALL($1) UNION SELECT id FROM "Lesson" WHERE "ownerId" <> ALL($1)
       UNION SELECT v.id FROM "LessonVersion" v JOIN "Lesson" l ON l.id = v."lessonId" WHERE l."ownerId" <> ALL($1)
       UNION SELECT id FROM "Reading" WHERE "ownerId" <> ALL($1)
       UNION SELECT a.id FROM "Assignment" a JOIN "Class" c ON c.id = a."classId" WHERE c."createdById" <> ALL($1)`,
    [own],
  )
}, 180_000)

afterEach(() => vi.restoreAllMocks())

const idOf = (field: string): string => {
  const named = field.replace(/Ids?$/, "").toLowerCase()
  return ids.get(named) ?? ids.get("lessonversion") ?? ""
}

const samples = () => known.actions.map((action) => ({ ...action, ...sampleInput(action.schema, idOf) }))

/** What became of a call: a refusal's code, "ok", or that it led elsewhere. Throws what is no answer. */
async function outcomeOf(run: () => Promise<{ ok: boolean; code?: string; message?: string }>) {
  try {
    const answer = await run()
    return answer.ok
      ? { code: "ok", message: "" }
      : { code: answer.code ?? "", message: answer.message ?? "" }
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith("NEXT_"))
      return { code: "led elsewhere", message: "" }
    throw error
  }
}

/** Every field with some of the values in its place; in its long form with all. */
function attacksOn({ fields }: Sample, at: number) {
  const named = Object.entries(hostileValues)
  const each = tries(3, named.length)
  return fields.flatMap((field, index) =>
    Array.from({ length: each }, (_, turn) => {
      const [name, value] = named[(at * 7 + index * 5 + turn * 11) % named.length] ?? ["", null]
      return { field, name, value }
    }),
  )
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null

describe("whatever is sent in any field of any action", () => {
  it("finds every action there is", () => {
    expect(known.actions.length).toBeGreaterThan(110)
    expect(known.routes.length).toBeGreaterThanOrEqual(6)
  })

  it(
    "is refused or taken for what it is, and never a fault; nobody else's work changes",
    async () => {
      vi.spyOn(log, "error").mockImplementation(() => {})
      const before = await bystanders()
      const lost: string[] = []
      let count = 0
      for (const [at, action] of samples().entries())
        for (const { field, name, value } of attacksOn(action, at)) {
          const input = put(action.value, field.place, value)
          const what = `${action.name} ${field.place.join(".")}: ${name}`
          if (field.isScalar && isObject(value) && action.schema.safeParse(input).success)
            lost.push(`taken: ${what}`)
          asking.viewer = count++ % 3 === 0 ? student : teacher
          const { code } = await outcomeOf(() => action.run(input))
          if (code === "bug") lost.push(`a fault: ${what}`)
        }
      if ((await bystanders()) !== before) lost.push("the work of others changed")
      recordTried({
        promise: "inputs-mean-what-they-say",
        tried: count,
        of: "hostile values in fields of actions",
        lost: lost.length,
      })
      expect(lost.slice(0, 40)).toEqual([])
    },
    tries(180_000, 1_200_000),
  )

  it("nor in any body of a route", async () => {
    vi.spyOn(log, "error").mockImplementation(() => {})
    const lost: string[] = []
    let count = 0
    for (const [at, route] of known.routes.entries()) {
      const sample = sampleInput(route.schema, idOf)
      for (const { field, name, value } of attacksOn(sample, at)) {
        const body = JSON.stringify(put(sample.value, field.place, value) ?? null)
        const headers = { cookie, host: HOST, origin: `http://${HOST}`, "content-type": "application/json" }
        const params = Object.fromEntries(
          ["assignmentId", "attemptId", "readingId"].map((one) => [one, idOf(one)]),
        )
        const request = new Request(`http://${HOST}/`, { method: "PUT", headers, body })
        const reply = await route.run(request, params)
        count++
        if (reply.status >= 500)
          lost.push(`${Object.keys(sample.value as object)} ${field.place.join(".")}: ${name}`)
      }
    }
    recordTried({
      promise: "inputs-mean-what-they-say",
      tried: count,
      of: "hostile values in bodies of routes",
      lost: lost.length,
    })
    expect(lost).toEqual([])
  }, 300_000)
})

describe("a fault at the database", () => {
  it("is told by an opaque id and nothing else, whatever was asked", async () => {
    const canary = "canary-of-the-database"
    vi.spyOn(log, "error").mockImplementation(() => {})
    const fail = async () => {
      throw Object.assign(new Error(`relation "User" ${canary}`), { detail: canary, table: canary })
    }
    vi.spyOn(pool(), "query").mockImplementation(fail as never)
    vi.spyOn(pool(), "connect").mockImplementation(fail as never)
    const lost: string[] = []
    let bugs = 0
    const all = samples()
    for (const { name, value, run } of all) {
      asking.viewer = teacher
      const { code, message } = await outcomeOf(() => run(value))
      if (code === "bug") bugs++
      if (code === "bug" && !/\b[0-9a-f]{12}\b/.test(message)) lost.push(`${name}: no id`)
      if (/canary|relation|prisma|select|at \w+ \(/i.test(message)) lost.push(`${name}: ${message}`)
    }
    recordTried({
      promise: "faults-tell-nothing",
      tried: all.length,
      of: "actions with a database that fails",
      lost: lost.length,
    })
    expect(lost).toEqual([])
    expect(bugs).toBeGreaterThan(60)
    vi.restoreAllMocks()
    expect(await database().user.count()).toBeGreaterThan(0)
  }, 180_000)
})
