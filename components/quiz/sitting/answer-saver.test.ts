import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { AnswerSaver } from "@/components/quiz/sitting/answer-saver"

const now = new Date("2026-03-02T10:42:00Z")
const savedAt = now.toISOString()

function makeStorage() {
  const map = new Map<string, string>()
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

type Sent = { responses: { itemId: string; saveNumber: number; value: unknown }[] }

function makeSaver(answer: (sent: Sent) => Response | Promise<Response>, storage = makeStorage()) {
  const requests: Sent[] = []
  const fetch = async (_: string, init: RequestInit) => {
    const sent = JSON.parse(String(init.body)) as Sent
    requests.push(sent)
    return answer(sent)
  }
  const ports = { fetch, storage, now: () => now, random: () => 1 }
  const saver = new AnswerSaver({ savePath: "/save", storageKey: "mine", answers: [], ports })
  return { saver, requests, storage }
}

const saveAll = ({ responses }: Sent) =>
  Response.json({
    saved: responses.map(({ itemId, saveNumber }) => ({ itemId, saveNumber, savedAt })),
    conflicts: [],
    late: false,
  })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe("AnswerSaver", () => {
  it("stamps an answer only once the server has it, and leaves nothing on the device then", async () => {
    const { saver, storage } = makeSaver(saveAll)
    saver.answer("q1", { value: "A" })
    expect(saver.getSnapshot().outbox.q1?.savedAt).toBeNull()
    expect(storage.map.has("mine")).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
    expect(saver.getSnapshot().outbox.q1?.savedAt).toBe(savedAt)
    expect(storage.map.has("mine")).toBe(false)
  })

  it("sends how sure the student is, once it was said", async () => {
    const { saver, requests } = makeSaver(saveAll)
    saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(1)
    saver.answer("q1", { confidence: 3 })
    await vi.advanceTimersByTimeAsync(1)
    expect(requests.map(({ responses }) => responses)).toEqual([
      [{ itemId: "q1", saveNumber: 1, value: "A", flagged: false }],
      [{ itemId: "q1", saveNumber: 2, value: "A", flagged: false, confidence: 3 }],
    ])
  })

  it("sends the last of what is typed quickly, once", async () => {
    const { saver, requests } = makeSaver(saveAll)
    for (const text of ["f", "fa", "fake"]) saver.answer("q1", { value: { text } }, 800)
    await vi.advanceTimersByTimeAsync(800)
    expect(requests.map(({ responses }) => responses[0]?.value)).toEqual([{ text: "fake" }])
  })

  it("keeps an answer through a dropped connection and brings it in when it is back", async () => {
    let up = false
    const { saver, storage } = makeSaver((sent) => {
      if (!up) throw new TypeError("network")
      return saveAll(sent)
    })
    saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(1)
    expect(saver.getSnapshot().state).toBe("offline")
    expect(storage.map.has("mine")).toBe(true)
    up = true
    await vi.advanceTimersByTimeAsync(2_000)
    expect(saver.getSnapshot()).toMatchObject({ state: "idle", outbox: { q1: { savedAt } } })
  })

  it("is restored after a reload", async () => {
    const storage = makeStorage()
    const before = makeSaver(() => Promise.reject(new TypeError("network")), storage)
    before.saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(1)
    const { saver, requests } = makeSaver(saveAll, storage)
    saver.restore()
    await vi.advanceTimersByTimeAsync(1)
    expect(requests[0]?.responses).toMatchObject([{ itemId: "q1", value: "A", saveNumber: 1 }])
    expect(saver.getSnapshot().outbox.q1?.savedAt).toBe(savedAt)
  })

  it("survives a copy that somebody has spoiled", () => {
    const storage = makeStorage()
    storage.setItem("mine", "{not json")
    expect(() => makeSaver(saveAll, storage).saver.restore()).not.toThrow()
  })

  it.each([
    [401, "signedOut"],
    [409, "handedIn"],
    [404, "refused"],
  ])("stops at %i, with the answer kept here", async (status, state) => {
    const { saver, requests, storage } = makeSaver(() => new Response("{}", { status }))
    saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(saver.getSnapshot().state).toBe(state)
    expect(requests).toHaveLength(1)
    expect(storage.map.has("mine")).toBe(true)
    expect(await saver.flush()).toBe(false)
  })

  it("honours Retry-After", async () => {
    let first = true
    const { saver, requests } = makeSaver((sent) => {
      if (!first) return saveAll(sent)
      first = false
      return new Response("{}", { status: 429, headers: { "retry-after": "7" } })
    })
    saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(6_900)
    expect(requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(requests).toHaveLength(2)
  })

  it("does not let one refused answer hold up the others", async () => {
    const { saver } = makeSaver((sent) =>
      sent.responses.some(({ itemId }) => itemId === "bad")
        ? new Response("{}", { status: 422 })
        : saveAll(sent),
    )
    saver.answer("bad", { value: "?" })
    saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(10)
    expect(saver.getSnapshot().outbox.q1?.savedAt).toBe(savedAt)
    expect([...saver.getSnapshot().stuck]).toEqual(["bad"])
  })

  it("sends what changed while a request was on its way", async () => {
    const { saver, requests } = makeSaver(async (sent) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return saveAll(sent)
    })
    saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(50)
    saver.answer("q1", { value: "B" })
    await vi.advanceTimersByTimeAsync(400)
    expect(requests.map(({ responses }) => responses[0]?.value)).toEqual(["A", "B"])
    expect(saver.getSnapshot().outbox.q1).toMatchObject({ value: "B", savedAt })
  })

  it("outlasts thirty minutes without a network, trying at least every half minute, and then sends it all once", async () => {
    let up = false
    const { saver, requests, storage } = makeSaver((sent) => {
      if (!up) throw new TypeError("network")
      return saveAll(sent)
    })
    for (let minute = 0; minute < 30; minute++) {
      saver.answer(`q${minute}`, { value: minute })
      await vi.advanceTimersByTimeAsync(60_000)
    }
    expect(Object.keys(JSON.parse(storage.map.get("mine") ?? "{}"))).toHaveLength(30)
    expect(requests.length).toBeGreaterThan(60)
    up = true
    const before = requests.length
    await vi.advanceTimersByTimeAsync(30_000)
    expect(requests.slice(before).map(({ responses }) => responses.length)).toEqual([30])
    expect(Object.values(saver.getSnapshot().outbox).every((answer) => answer.savedAt === savedAt)).toBe(true)
    expect(storage.map.size).toBe(0)
  })

  it("brings the answers after an expired sign-in once the same person is signed in again", async () => {
    let signedIn = false
    const { saver, storage } = makeSaver((sent) =>
      signedIn ? saveAll(sent) : new Response("{}", { status: 401 }),
    )
    saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(1)
    expect(saver.getSnapshot().state).toBe("signedOut")
    signedIn = true
    expect(await saver.flush()).toBe(true)
    expect(storage.map.size).toBe(0)
  })

  it("keeps what a second tab of the same quiz has written, and takes away only what it brought itself", async () => {
    const storage = makeStorage()
    const cut = () => Promise.reject(new TypeError("network"))
    const [one, other] = [makeSaver(cut, storage), makeSaver(cut, storage)]
    one.saver.answer("q1", { value: "A" })
    other.saver.answer("q2", { value: "B" })
    other.saver.answer("q1", { value: "newer" })
    other.saver.answer("q1", { value: "newest" })
    one.saver.answer("q3", { value: "C" })
    expect(JSON.parse(storage.map.get("mine") ?? "{}")).toMatchObject({
      q1: { value: "newest" },
      q2: { value: "B" },
      q3: { value: "C" },
    })
  })

  it("asks the browser to keep what lies here, once, with the first answer", async () => {
    let asked = 0
    const ports = {
      fetch: () => Promise.reject(new TypeError("network")),
      storage: makeStorage(),
      now: () => now,
      random: () => 1,
    }
    const setup = {
      savePath: "/save",
      storageKey: "mine",
      answers: [],
      ports: { ...ports, persist: () => void asked++ },
    }
    const saver = new AnswerSaver(setup)
    saver.restore()
    expect(asked).toBe(0)
    saver.answer("q1", { value: "A" })
    saver.answer("q2", { value: "B" })
    expect(asked).toBe(1)
  })

  it("takes up more that was found on the disk, without losing what was answered and saved meanwhile", async () => {
    let up = true
    const { saver, storage } = makeSaver((sent) => {
      if (!up) throw new TypeError("network")
      return saveAll(sent)
    })
    saver.restore()
    saver.answer("q1", { value: "A" })
    await vi.advanceTimersByTimeAsync(1)
    up = false
    saver.answer("q2", { value: "typed just now" })
    await vi.advanceTimersByTimeAsync(1)
    const found = { value: "before", flagged: false, saveNumber: 4, savedAt: null, late: false, rival: null }
    storage.map.set("mine", JSON.stringify({ q2: found, q3: found }))
    saver.restore()
    expect(saver.getSnapshot().outbox).toMatchObject({
      q1: { value: "A", savedAt },
      q2: { value: "typed just now", saveNumber: 5, savedAt: null },
      q3: { value: "before", saveNumber: 4, savedAt: null },
    })
  })

  it("keeps the second copy in step with the first, and takes it away with it", async () => {
    const vault: (string | null)[] = []
    let up = false
    const fetch = async (_: string, init: RequestInit) => {
      if (!up) throw new TypeError("network")
      return saveAll(JSON.parse(String(init.body)) as Sent)
    }
    const storage = makeStorage()
    const ports = {
      fetch,
      storage,
      now: () => now,
      random: () => 1,
      vault: (_: string, text: string | null) => void vault.push(text),
    }
    const saver = new AnswerSaver({ savePath: "/save", storageKey: "mine", answers: [], ports })
    saver.answer("q1", { value: "A" })
    expect(vault).toEqual([storage.map.get("mine")])
    up = true
    expect(await saver.flush()).toBe(true)
    expect(vault.at(-1)).toBeNull()
    expect(storage.map.size).toBe(0)
  })
})
