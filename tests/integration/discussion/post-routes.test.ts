import { describe, expect, it, vi } from "vitest"
import { database, pool } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { log } from "@/lib/platform/log"
import { useTestDatabase } from "@/tests/support/database"
import { makeDiscussion, makePost } from "@/tests/support/factories-discussion"
import { signedIn, useFrontServer } from "@/tests/support/front-server"

useTestDatabase()
const server = useFrontServer()

/** A student who has posted, and a classmate's post to answer. */
async function scene() {
  const room = await makeDiscussion({ students: 2 })
  const [me, other] = room.students
  const [prompt] = room.prompts
  if (!me || !other || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  await makePost({ ...at, enrolmentId: me.enrolment.id })
  const parent = await makePost({ ...at, enrolmentId: other.enrolment.id })
  return { at, me, parent, ...(await signedIn(me.user)) }
}

const words = () => ({ clientKey: newRandomId(), move: "challenge", body: "Is he?" })

const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.base()}${path}`, {
    method: "POST",
    headers: { origin: server.base(), "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  })

const errorOf = async (reply: Response) => {
  const { error } = (await reply.json()) as { error: { code: string; message: string; field?: string } }
  return { status: reply.status, ...error }
}

describe("POST /api/posts/{postId}/replies", () => {
  it("keeps a reply in two trips, the session among them, and once for each key", async () => {
    const { at, parent, cookie } = await scene()
    const path = `/api/posts/${parent.publicId}/replies`
    const press = words()
    const query = vi.spyOn(pool(), "query")
    const first = await send(path, press, { cookie })
    expect(query).toHaveBeenCalledTimes(2)
    vi.restoreAllMocks()
    const again = await send(path, press, { cookie })
    const kept = await first.json()
    expect([first.status, again.status]).toEqual([200, 200])
    expect(kept).toEqual({ id: expect.any(String), ...at })
    expect(await again.json()).toEqual(kept)
    expect(await database().post.count({ where: { parent: { publicId: parent.publicId } } })).toBe(1)
  })

  it("says in the composer's words why not, and which field it is about", async () => {
    const { parent, cookie, at } = await scene()
    const path = `/api/posts/${parent.publicId}/replies`
    await database().discussionRules.create({
      data: { assignmentId: at.assignmentId, requiresRestatement: true },
    })
    expect(await errorOf(await send(path, words(), { cookie }))).toMatchObject({
      status: 422,
      field: "restatement",
      message: expect.stringMatching(/\w+ \w+/),
    })
    expect(await errorOf(await send(path, { ...words(), body: "" }, { cookie }))).toMatchObject({
      status: 422,
    })
  })

  it("keeps out whoever has no session, a password that was handed out, or a page of another site", async () => {
    const { parent, me, cookie, sessionId } = await scene()
    const path = `/api/posts/${parent.publicId}/replies`
    expect(await errorOf(await send(path, words()))).toMatchObject({ status: 401, code: "common.signedOut" })
    const foreign = await send(path, words(), { cookie, origin: "http://evil.example" })
    expect(await errorOf(foreign)).toMatchObject({ status: 403, code: "common.foreignOrigin" })
    await database().user.update({ where: { id: me.user.id }, data: { mustChangePassword: true } })
    const handed = await send(path, words(), { cookie })
    expect(await errorOf(handed)).toMatchObject({ status: 403, code: "common.passwordFirst" })
    await database().session.delete({ where: { id: sessionId } })
    expect(await errorOf(await send(path, words(), { cookie }))).toMatchObject({ status: 401 })
    expect(await database().post.count({ where: { parent: { publicId: parent.publicId } } })).toBe(0)
  })

  it("knows no post by a name that is none, and takes no broken body for a bug", async () => {
    const { parent, cookie } = await scene()
    const bugs = vi.spyOn(log, "error")
    for (const id of ["nothing", newRandomId(), "%E0%A4%A"])
      expect((await send(`/api/posts/${id}/replies`, words(), { cookie })).status).toBe(404)
    const path = `/api/posts/${parent.publicId}/replies`
    for (const body of [
      "",
      "{",
      "[]",
      "null",
      '{"clientKey":1}',
      JSON.stringify({ ...words(), parentId: "x" }),
    ])
      expect((await send(path, body, { cookie })).status).toBe(422)
    expect(bugs).not.toHaveBeenCalled()
    bugs.mockRestore()
  })
})

describe("POST /api/assignments/{assignmentId}/prompts/{promptId}/posts", () => {
  it("keeps a post at the top, once for each key", async () => {
    const { at, cookie } = await scene()
    const path = `/api/assignments/${at.assignmentId}/prompts/${at.promptId}/posts`
    const press = { ...words(), move: "claim", side: "agree" }
    const [first, again] = [await send(path, press, { cookie }), await send(path, press, { cookie })]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(await again.json()).toEqual(await first.json())
  })

  it("knows no question by a name that is none", async () => {
    const { at, cookie } = await scene()
    for (const path of [
      `/api/assignments/nothing/prompts/${at.promptId}/posts`,
      `/api/assignments/${at.assignmentId}/prompts/nothing/posts`,
      `/api/assignments/${at.assignmentId}/prompts/${newRandomId()}/posts`,
    ])
      expect(await errorOf(await send(path, { ...words(), move: "claim" }, { cookie }))).toMatchObject({
        status: 404,
        code: "discussion.noSuchPrompt",
      })
  })
})
