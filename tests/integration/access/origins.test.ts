import { afterAll, describe, expect, it, vi } from "vitest"
import { POST as postToNextAuth } from "@/app/api/auth/[...nextauth]/route"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { closeListener } from "@/lib/platform/notifications"
import { recordTried, tries } from "@/tests/assurance/record"
import { type Cell, cellsOf, placeOf } from "@/tests/support/matrix/cells"
import { type Doors, findDoors } from "@/tests/support/matrix/doors"
import { foreignOrigins, headersFrom } from "@/tests/support/matrix/foreign-origins"
import { ORIGIN } from "@/tests/support/matrix/press"
import { sampleOf } from "@/tests/support/matrix/sample"
import { useMatrix } from "@/tests/support/matrix/use-matrix"

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))
vi.mock("@/lib/platform/refusal-message", () => import("@/tests/support/matrix/press"))

// In these states everything that can be done at all is done by somebody.
const asked = ["sitting", "released", "handedIn"] as const
const matrix = useMatrix(asked)

/** Mutations that ask for no origin, and why. */
const exempt: Record<string, string> = {
  "api/unsubscribe/[token]#POST":
    "a mail program presses it: the random token is all there is, and all it can do",
  "account#showAccountAgain": "changes nothing: it brings the page again",
}

afterAll(async () => {
  closeEventStreams()
  await closeListener()
})

const isMutation = (doors: Doors, name: string): boolean =>
  doors.isAction(name) || /#(POST|PUT|PATCH|DELETE)$/.test(name)

/** By somebody who may; or who would be told why not now, where nobody may as things stand. */
const isTheirs = ({ line, expected }: Cell): boolean =>
  expected === "ok" || (expected === "refused" && line.grants.every(({ states }) => states.length === 0))

/** What a request of this origin does to one door, at the hands of somebody who may. */
async function tryFrom(doors: Doors, cell: Cell, origin: string | null) {
  const cookie = matrix().cookies[cell.actor]
  const args = cell.line.args(placeOf(matrix(), cell))
  const { value, writes } = await matrix().undone(() =>
    doors.open(cell.line, args, { cookie, headers: headersFrom(origin, cookie) }),
  )
  // Signing out answers a foreign page with the way to one's account, and does nothing.
  const isRefused = value.code === "common.foreignOrigin" || value.code === "/account"
  return isRefused && writes === 0
    ? null
    : `${cell.line.name} from ${origin}: ${value.outcome} ${value.code}, ${writes}`
}

describe("a mutation", () => {
  it("is refused whoever asks for it, if it is not a page of this site that does", async () => {
    const doors = await findDoors()
    const cells = cellsOf(asked).filter(
      (cell) => isTheirs(cell) && isMutation(doors, cell.line.name) && !exempt[cell.line.name],
    )
    const tried = tries(0, 1) ? cells : sampleOf(cells, { done: 1, refused: 1 })
    const faults: string[] = []
    for (const cell of tried)
      for (const origin of foreignOrigins) {
        const fault = await tryFrom(doors, cell, origin)
        if (fault) faults.push(fault)
      }
    recordTried({
      promise: "no-mutation-from-elsewhere",
      of: "mutations asked for from elsewhere, by somebody who may",
      tried: tried.length * foreignOrigins.length,
      lost: faults.length,
    })
    expect(faults).toEqual([])
  }, 900_000)

  it("of next-auth's is refused so too, before next-auth hears of it", async () => {
    const context = { params: Promise.resolve({ nextauth: ["signout"] }) }
    const codes = foreignOrigins.map(async (origin) => {
      const request = new Request(`${ORIGIN}/api/auth/signout`, {
        method: "POST",
        headers: headersFrom(origin, null),
      })
      const answer = await postToNextAuth(request, context)
      return [answer.status, (await answer.json()).error?.code]
    })
    expect(await Promise.all(codes)).toEqual(foreignOrigins.map(() => [403, "common.foreignOrigin"]))
  })

  it("has somebody who may do it, so that each was tried", async () => {
    const doors = await findDoors()
    const tried = new Set(
      cellsOf(asked)
        .filter(isTheirs)
        .map(({ line }) => line.name),
    )
    const mutations = doors.names.filter((name) => isMutation(doors, name) && !exempt[name])
    expect(mutations.filter((name) => !tried.has(name))).toEqual(["api/auth/[...nextauth]#POST"])
  })
})
