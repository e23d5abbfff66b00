import { describe, expect, it } from "vitest"
import { bringAnswers } from "@/components/quiz/outbox/bring-answers"
import { countStored } from "@/components/quiz/outbox/stored-answers"
import { edit, type Outbox } from "@/lib/quiz/outbox"
import { outboxKey } from "@/lib/quiz/outbox-keys"

const savedAt = "2026-03-05T08:00:00.000Z"
const tuesday = "2026-03-03T10:42:00.000Z"
const wednesday = "2026-03-04T10:42:00.000Z"

function makeStorage(stored: Record<string, Outbox | string>) {
  const map = new Map(
    Object.entries(stored).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  )
  return {
    map,
    get length() {
      return map.size
    },
    key: (at: number) => [...map.keys()][at] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

type Sent = { responses: { itemId: string; saveNumber: number; value: unknown }[] }
type School = (path: string, sent: Sent) => Response

const takeAll =
  (late = false): School =>
  (_, { responses }) =>
    Response.json({
      saved: responses.map(({ itemId, saveNumber }) => ({ itemId, saveNumber, savedAt })),
      conflicts: [],
      late,
    })

function bring(storage: ReturnType<typeof makeStorage>, school: School) {
  const paths: string[] = []
  const fetch = async (path: string, init: RequestInit) => {
    paths.push(path)
    return school(path, JSON.parse(String(init.body)) as Sent)
  }
  const ports = { fetch, storage, now: () => new Date(savedAt), random: () => 1 }
  return bringAnswers("amina", ports).then((brought) => ({ brought, paths }))
}

const answered = (...ids: string[]): Outbox =>
  ids.reduce((outbox, id, at) => edit(outbox, id, { value: id, givenAt: at === 0 ? wednesday : tuesday }), {})

describe("bringAnswers", () => {
  it("brings every attempt of this person, says how many and since when, and touches nobody else's", async () => {
    const others = { [outboxKey("bilal", "3")]: answered("q9"), "colloquy.theme": "dark" }
    const storage = makeStorage({
      [outboxKey("amina", "1")]: answered("q1", "q2"),
      [outboxKey("amina", "2")]: answered("q3"),
      ...others,
    })
    const { brought, paths } = await bring(storage, takeAll())
    expect(brought).toEqual({ count: 3, late: 0, givenAt: tuesday, left: [] })
    expect(paths).toEqual(["/api/attempts/1/responses", "/api/attempts/2/responses"])
    expect([...storage.map.keys()]).toEqual(Object.keys(others))
    expect(countStored("amina", storage)).toBe(0)
    expect(countStored("bilal", storage)).toBe(1)
  })

  it("says which came after the time was over", async () => {
    const storage = makeStorage({ [outboxKey("amina", "1")]: answered("q1") })
    expect((await bring(storage, takeAll(true))).brought).toMatchObject({ count: 1, late: 1 })
  })

  it.each([
    [409, "handedIn"],
    [404, "refused"],
    [403, "refused"],
  ])("keeps what is refused with %i, and goes on with the others", async (status, why) => {
    const storage = makeStorage({
      [outboxKey("amina", "1")]: answered("q1"),
      [outboxKey("amina", "2")]: answered("q2"),
    })
    const { brought } = await bring(storage, (path, sent) =>
      path.includes("/1/") ? new Response("{}", { status }) : takeAll()(path, sent),
    )
    expect(brought).toMatchObject({ count: 1, left: [{ attemptId: "1", count: 1, why }] })
    expect(countStored("amina", storage)).toBe(1)
  })

  it.each([
    [401, "signedOut"],
    [503, "offline"],
  ])("at %i waits for none of the others, and loses nothing", async (status, why) => {
    const storage = makeStorage({
      [outboxKey("amina", "1")]: answered("q1"),
      [outboxKey("amina", "2")]: answered("q2", "q3"),
    })
    const { brought, paths } = await bring(storage, () => new Response("{}", { status }))
    expect(paths).toHaveLength(1)
    expect(brought.left).toEqual([
      { attemptId: "1", count: 1, why },
      { attemptId: "2", count: 2, why },
    ])
    expect(countStored("amina", storage)).toBe(3)
  })

  it("keeps an answer that the school cannot read, and one of which another device has another", async () => {
    const storage = makeStorage({
      [outboxKey("amina", "1")]: answered("bad", "q1"),
      [outboxKey("amina", "2")]: answered("q2"),
    })
    const { brought } = await bring(storage, (path, sent) => {
      if (path.includes("/2/"))
        return Response.json({
          saved: [],
          conflicts: [{ itemId: "q2", saveNumber: 1, value: "else" }],
          late: false,
        })
      return sent.responses.some(({ itemId }) => itemId === "bad")
        ? new Response("{}", { status: 422 })
        : takeAll()(path, sent)
    })
    expect(brought.count).toBe(1)
    expect(brought.left.map(({ why }) => why)).toEqual(["unreadable", "rival"])
    expect(countStored("amina", storage)).toBe(2)
  })

  it("leaves alone what another tab wrote meanwhile", async () => {
    const key = outboxKey("amina", "1")
    const storage = makeStorage({ [key]: answered("q1") })
    await bring(storage, (path, sent) => {
      const changed = edit(JSON.parse(storage.map.get(key) ?? "{}") as Outbox, "q1", { value: "changed" })
      storage.map.set(key, JSON.stringify(changed))
      return takeAll()(path, sent)
    })
    expect(JSON.parse(storage.map.get(key) ?? "{}")).toMatchObject({
      q1: { value: "changed", savedAt: null },
    })
  })

  it("passes over what has been spoiled", async () => {
    const spoiled = {
      [outboxKey("amina", "1")]: "{not json",
      [outboxKey("amina", "2")]: '{"q1":null,"q2":5}',
    }
    const { brought, paths } = await bring(makeStorage(spoiled), takeAll())
    expect(brought.count).toBe(0)
    expect(paths).toEqual([])
  })
})
