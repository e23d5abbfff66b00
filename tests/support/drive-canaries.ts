import type pg from "pg"
import { newRandomId } from "@/lib/platform/ids"
import { actionId, callAction } from "@/tests/bench/actions"
import { call, type Reply } from "@/tests/bench/http-client"

/** In every word that a person could give, so that one search finds all of them. */
export const CANARY = "zeisig"

const word = (what: string) => `${CANARY}-${what}`

export type CanaryScene = {
  port: number
  joinCode: string
  /** Of a student who sits a quiz. */
  sitter: { cookie: string; attemptId: string; itemIds: string[] }
  /** Of a student who may post. */
  poster: { cookie: string; assignmentId: string; promptId: string; parentId: string }
  administrator: { cookie: string }
}

/** Requests with a canary in everything people write: names, passwords, answers, posts, addresses, headers. Answers of all of them. */
export async function driveCanaries(scene: CanaryScene): Promise<Reply[]> {
  const kinds = [visitAddresses, signInWrongly, saveAnswers, writePosts, register, sendNonsense]
  const replies: Reply[] = []
  for (const kind of kinds) replies.push(...(await kind(scene)))
  return replies
}

const headers = { "user-agent": word("agent"), referer: `http://x.example/${word("referer")}` }

const get = (port: number, path: string, cookie = `next-auth.session-token=${word("cookie")}`) =>
  call(port, { path, cookie, headers })

async function visitAddresses({ port, joinCode, administrator, poster }: CanaryScene): Promise<Reply[]> {
  const strange = [
    `/set-up/${word("token")}`,
    `/unsubscribe/${word("token")}`,
    `/join?code=${joinCode}&name=${word("query")}`,
    `/sign-in?next=/${word("path")}`,
    `/${word("path")}/../%00`,
    `/api/attempts/${word("id")}/responses`,
    `/_next/image?url=/${word("image")}`,
  ]
  const own = [`/admin/people?q=${word("query")}`, "/admin/status"]
  const { assignmentId, promptId, cookie } = poster
  const read = [`/a/${assignmentId}/discuss/${promptId}?q=${word("query")}`, "/home", "/account"]
  return [
    ...(await Promise.all(strange.map((path) => get(port, path)))),
    ...(await Promise.all(own.map((path) => get(port, path, administrator.cookie)))),
    ...(await Promise.all(read.map((path) => get(port, path, cookie)))),
    await call(port, { method: "POST", path: `/api/unsubscribe/${word("token")}`, headers }),
  ]
}

async function signInWrongly({ port }: CanaryScene): Promise<Reply[]> {
  const input = { name: `${word("name")}@mail.example`, password: word("password") }
  const form = `username=${word("name")}&password=${word("password")}&csrfToken=${word("token")}`
  return [
    await callAction(port, { id: actionId("signInAction"), path: "/sign-in", input, readable: true }),
    await call(port, {
      method: "POST",
      path: "/api/auth/callback/credentials",
      json: form,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    }),
    await get(port, `/api/auth/callback/school?code=${word("code")}&state=${word("state")}`),
  ]
}

/** Each item by itself, since a value that fits none is refused with all that came along. */
async function saveAnswers({ port, sitter }: CanaryScene): Promise<Reply[]> {
  const path = `/api/attempts/${sitter.attemptId}/responses`
  const values = [{ text: word("answer") }, word("answer"), { option: word("answer") }]
  const replies: Reply[] = []
  for (const itemId of sitter.itemIds)
    for (const value of values) {
      const json = { responses: [{ itemId, saveNumber: Date.now() % 1_000_000_000, value }] }
      replies.push(await call(port, { method: "PUT", path, cookie: sitter.cookie, json, headers }))
    }
  return replies
}

async function writePosts({ port, poster }: CanaryScene): Promise<Reply[]> {
  const { assignmentId, promptId, parentId, cookie } = poster
  const words = { body: `${word("post")} says so.`, sentenceIds: [] }
  const post = (path: string, json: unknown) =>
    call(port, { method: "POST", path, cookie, json, headers: { ...headers, "accept-encoding": "identity" } })
  const opening = `/api/assignments/${assignmentId}/prompts/${promptId}/posts`
  return [
    await post(`/api/posts/${parentId}/replies`, { clientKey: newRandomId(), move: "question", ...words }),
    await post(opening, { clientKey: newRandomId(), move: "claim", ...words }),
    await post(`/api/posts/${word("id")}/replies`, { body: { [word("key")]: word("value") } }),
  ]
}

async function register({ port, joinCode }: CanaryScene): Promise<Reply[]> {
  const person = {
    displayName: `${word("name")} Vogel`,
    userName: `${CANARY}.${newRandomId().slice(0, 8)}`,
    password: `${word("password")} of a person`,
  }
  const register = (code: string) =>
    callAction(port, {
      id: actionId("registerAction"),
      path: "/join",
      input: { ...person, code },
      readable: true,
    })
  return [await register(joinCode), await register(word("code"))]
}

async function sendNonsense({ port, sitter }: CanaryScene): Promise<Reply[]> {
  const path = `/api/attempts/${sitter.attemptId}/responses`
  const raw = (json: unknown, type: string) =>
    call(port, {
      method: "PUT",
      path,
      cookie: sitter.cookie,
      json,
      headers: { ...headers, "content-type": type },
    })
  const action = (id: string) =>
    call(port, {
      method: "POST",
      path: "/sign-in",
      json: [word("input")],
      headers: { "next-action": id, accept: "text/x-component", "content-type": "text/plain;charset=UTF-8" },
    })
  return [
    await raw(word("body"), "application/json"),
    await raw({ responses: [{ [word("key")]: word("value") }] }, "application/json"),
    await raw({ responses: word("body").repeat(200_000) }, "application/json"),
    await action(word("action")),
    await action(actionId("signInAction")),
    await call(port, { method: "PROPFIND", path: `/${word("path")}`, headers }),
  ]
}

export type Breakage = (db: pg.Pool) => Promise<() => Promise<unknown>>

const KEPT = ["Post", "User", "ResponseSave", "Response"]

/** Statements fail with the row that holds people's words. */
const refuseRows: Breakage = async (db) => {
  for (const table of KEPT)
    await db.query(`ALTER TABLE "${table}" ADD CONSTRAINT broken CHECK (false) NOT VALID`)
  return async () => {
    for (const table of KEPT) await db.query(`ALTER TABLE "${table}" DROP CONSTRAINT broken`)
  }
}

/** Pages of discussions fail. */
const loseThreads: Breakage = async (db) => {
  await db.query('ALTER TABLE "Thread" RENAME TO "Elsewhere"')
  return () => db.query('ALTER TABLE "Elsewhere" RENAME TO "Thread"')
}

/** Each takes the database and answers with how to undo it. */
export const breakages = { refuseRows, loseThreads }
