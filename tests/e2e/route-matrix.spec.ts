import { readdirSync } from "node:fs"
import path from "node:path"
import { fillLine, idsOfDemonstration } from "@/tests/support/demonstration-ids"
import { expect, test } from "@/tests/support/e2e"
import { type Cookies, signInActors } from "@/tests/support/matrix-actors"
import { actors, type RouteLine, routeMatrix } from "@/tests/support/route-matrix"

// No browser: what the server answers to a bare request is what decides.

const app = path.resolve(import.meta.dirname, "../../app")

/** The routes of app/, named as its folders name them. */
function routesOfApp(): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, "/"))
}

test("every route of the app has a line in the matrix", () => {
  const written = new Set(routeMatrix.map(({ route }) => route))
  expect(routesOfApp().filter((route) => !written.has(route))).toEqual([])
})

test("every line of the matrix is a route of the app", () => {
  const there = new Set(routesOfApp())
  expect(routeMatrix.map(({ route }) => route).filter((route) => !there.has(route))).toEqual([])
})

test("each actor gets from each route what the matrix says", async ({ db, baseURL }) => {
  test.setTimeout(300_000)
  const cookies = await signInActors(db)
  const ids = await idsOfDemonstration(db)
  const answers: Record<string, string> = {}
  const wanted: Record<string, string> = {}
  for (const line of routeMatrix) {
    const got = await Promise.all(
      actors.map((actor) => ask(baseURL ?? "", fillLine(line, ids), cookies[actor])),
    )
    answers[nameOf(line)] = got.join(" ")
    wanted[nameOf(line)] = actors.map((actor) => line.expected[actor]).join(" ")
  }
  expect(answers).toEqual(wanted)
})

const nameOf = ({ method, route }: RouteLine) => `${method ?? "GET"} ${route}`

async function ask(
  base: string,
  { route, method = "GET", body, headers: more }: RouteLine,
  cookie?: string,
): Promise<string> {
  const headers: Record<string, string> = { origin: base, ...more }
  if (cookie) headers.cookie = cookie
  if (body !== undefined) headers["content-type"] = "application/json"
  const reply = await fetch(new URL(route, base), {
    method,
    headers,
    redirect: "manual",
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  // A stream of events would go on.
  await reply.body?.cancel()
  if (reply.status === 200) return "ok"
  const to = reply.headers.get("location")
  if (!to) return String(reply.status)
  const { pathname } = new URL(to, base)
  return pathname === "/sign-in" ? "in" : pathname.slice(1).replace(/[0-9a-f-]{36}/g, "*")
}

test("a mutation is refused to whoever did not press a button of ours", async ({ db, baseURL }) => {
  const base = baseURL ?? ""
  const cookies: Cookies = await signInActors(db)
  const host = new URL(base).host
  const origins = [undefined, "null", "http://evil.example", `http://sub.${host}`]
  const { attemptId, postId } = await idsOfDemonstration(db)
  const mutations: [string, string, unknown][] = [
    ["PUT", `/api/attempts/${attemptId}/responses`, { responses: [] }],
    ["POST", `/api/attempts/${attemptId}/submit`, {}],
    ["POST", "/api/attempts", { assignmentId: attemptId }],
    ["POST", `/api/posts/${postId}/replies`, {}],
  ]
  for (const [method, route, body] of mutations)
    for (const origin of origins) {
      const headers: Record<string, string> = {
        cookie: cookies.student ?? "",
        "content-type": "application/json",
      }
      if (origin) headers.origin = origin
      const reply = await fetch(new URL(route, base), { method, headers, body: JSON.stringify(body) })
      expect(`${method} ${route} from ${origin}: ${reply.status}`).toBe(
        `${method} ${route} from ${origin}: 403`,
      )
    }
})
