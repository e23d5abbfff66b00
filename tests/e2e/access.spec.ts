import { readdirSync } from "node:fs"
import path from "node:path"
import { recordTried, tries } from "@/tests/assurance/record"
import { expect, test } from "@/tests/support/e2e"
import { startBareNext } from "@/tests/support/matrix/bare-next"
import { type Door, findFaults, makeSchool, type School } from "@/tests/support/matrix/page-cells"
import { pageTable } from "@/tests/support/matrix/page-table"

// No browser: what the server answers to a bare request is what decides.

const app = path.resolve(import.meta.dirname, "../../app")
const isLong = tries(0, 1) === 1

test("every page of the app has a line in the table, and none is of a page that is gone", () => {
  const pages = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, "/"))
  expect([...new Set(pageTable.map(({ route }) => route))].sort()).toEqual(pages.sort())
})

test.describe("who sees which page", () => {
  let school: School
  let bare: Awaited<ReturnType<typeof startBareNext>>

  test.beforeAll(async () => {
    test.setTimeout(600_000)
    school = await makeSchool(isLong)
    bare = await startBareNext()
  })
  test.afterAll(() => bare?.stop())

  /** `share`: of all cells, in `npm test` and at length. */
  const tryDoor = async (name: string, door: Omit<Door, "name">, share: readonly [number, number]) => {
    const { tried, faults } = await findFaults(school, { name, ...door }, tries(...share))
    const of = `cells of actor, page and state, ${name}`
    recordTried({ promise: "nobody-sees-pages-of-others", of, tried, lost: faults.length })
    expect(faults).toEqual([])
  }

  test("as the table says, by the front server", async ({ baseURL }) => {
    test.setTimeout(1_800_000)
    await tryDoor("by the front server", { base: baseURL ?? "", headers: {} }, [0.2, 1])
  })

  test("as the table says, by Next alone", async () => {
    test.setTimeout(1_800_000)
    await tryDoor("by Next with nothing in front of it", { base: bare.base, headers: {} }, [0.03, 0.25])
  })

  test("as the table says, to a request that claims to have been through everything", async () => {
    test.setTimeout(1_800_000)
    const claims = ["middleware", "src/middleware", "proxy", "src/proxy"]
    const headers = {
      "x-middleware-subrequest": claims.flatMap((name) => Array(5).fill(name)).join(":"),
      "x-middleware-next": "1",
      "x-middleware-rewrite": "/",
      "x-colloquy-path": "/",
      "x-invoke-path": "/join",
      "x-matched-path": "/join",
      "x-forwarded-for": "127.0.0.1",
    }
    await tryDoor("claiming to have been let through", { base: bare.base, headers }, [0.03, 0.25])
  })

  test("and no word of it comes the way pages are changed without loading", async ({ baseURL }) => {
    test.setTimeout(1_800_000)
    await tryDoor(
      "as data for a page that is open",
      { base: baseURL ?? "", headers: { rsc: "1" }, wordsOnly: true },
      [0.05, 0.25],
    )
  })
})
