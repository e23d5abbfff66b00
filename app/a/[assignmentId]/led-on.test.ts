import { describe, expect, it, vi } from "vitest"
import { startPracticeAction } from "./practice/actions"
import { finishReadingAction } from "./read/actions"
import { saveStanceAction } from "./stance/actions"

const HOST = "school.test"
const ID = "01a22a23-95b6-77a0-ae73-cf24873f1ea5"

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: HOST, origin: `http://${HOST}` }),
  cookies: async () => ({ get: () => undefined }),
}))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => ({
  getTranslations: async () => Object.assign(() => "", { has: () => true }),
}))
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(to)
  },
  unstable_rethrow: () => {},
}))
vi.mock("@/lib/platform/session", () => ({ loadViewer: async () => ({ mustChangePassword: false }) }))
vi.mock("@/lib/reading/server/finish-reading", () => ({ finishReading: async () => ({ ok: true }) }))
vi.mock("@/lib/lesson/server/start-practice", () => ({
  startPractice: async () => ({ ok: true, value: { rehearsalId: ID } }),
}))
vi.mock("@/lib/discussion/server/save-stance", () => ({
  saveStance: async () => ({ ok: true, value: { moved: true } }),
}))

/** Where an action leads, told of an assignment of this id. */
const ledBy = {
  reading: (id: never) => finishReadingAction(id),
  practice: (id: never) => startPracticeAction(id, "retry"),
}

describe("an action leads on with an address that a header can hold", () => {
  it.each(Object.entries(ledBy))("after %s", async (_, act) => {
    await expect(act(ID as never)).rejects.toThrow(`/a/${ID}`)
    for (const id of ["a\u0000b", "\u202e", "../../api", "\ud83d", {}, null, undefined, `${ID}\r\nx: y`])
      await expect(act(id as never)).rejects.toThrow(/^\/home$/)
  })

  it("after a stance whose request had a zero in it, which is left out of what is stored", async () => {
    const stance = { moment: "after_reading", declined: false, position: -1, confidence: 2 }
    const moved = saveStanceAction({ ...stance, assignmentId: `${ID}\u0000` })
    await expect(moved).rejects.toThrow(`/a/${ID}/discuss?moved=1`)
  })
})
