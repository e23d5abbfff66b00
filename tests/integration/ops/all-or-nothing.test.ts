import { expect, it } from "vitest"
import { unavailableRefusal } from "@/lib/platform/unavailable"
import { recordTried, tries } from "@/tests/assurance/record"
import { useTestDatabase } from "@/tests/support/database"
import { type Failing, failings, failStatement } from "@/tests/support/failing-statement"
import { countRows, difference } from "@/tests/support/row-counts"
import { type WritingCase, writingCases } from "./all-or-nothing-cases"

useTestDatabase()

/** How often each statement fails in each of the ways. 0: once in one of them, and the last one's answer is lost as well. */
const TIMES = tries(0, 2)

function failuresOf(statements: number): [nth: number, how: Failing][] {
  const numbers = Array.from({ length: statements }, (_, at) => at + 1)
  const every = numbers.flatMap((nth) => failings.map((how): [number, Failing] => [nth, how]))
  if (TIMES > 0) return Array.from({ length: TIMES }, () => every).flat()
  const once = numbers.map((nth): [number, Failing] => [nth, nth % 2 === 0 ? "refused" : "cutBefore"])
  return [...once, [statements, "cutAfter"]]
}

/**
 * What the act changes when nothing fails, and of how many statements it is made: once what is made or read at a first
 * time is there.
 */
async function undisturbed({ prepare }: WritingCase) {
  await (await prepare())()
  const act = await prepare()
  const before = await countRows()
  const counting = failStatement(0, "refused")
  await act()
  const statements = counting.restore().length
  return { whole: difference(before, await countRows()), statements }
}

/** What is wrong after the nth statement failed: nothing, in the best case. */
async function failAt(one: WritingCase, nth: number, how: Failing, whole: object): Promise<string[]> {
  const where = `${one.name}, statement ${nth} ${how}`
  const act = await one.prepare()
  const before = await countRows()
  const failing = failStatement(nth, how)
  const outcome = await act().catch((error: unknown) => ({ error }))
  failing.restore()
  const faults: string[] = []
  const failed = typeof outcome === "object" && outcome !== null && "error" in outcome
  if (failed && !unavailableRefusal(outcome.error))
    faults.push(`${where}: a bug, not a failure: ${outcome.error}`)
  const left = difference(before, await countRows())
  const isWhole = JSON.stringify(left) === JSON.stringify(whole)
  if (!isWhole && (!failed || Object.keys(left).length > 0))
    faults.push(`${where}: left ${JSON.stringify(left)}`)
  await act()
  const again = difference(before, await countRows())
  if (JSON.stringify(again) !== JSON.stringify(whole))
    faults.push(`${where}, done again: ${JSON.stringify(again)}`)
  return faults
}

it("is all there or not at all, whichever statement fails, and once when it is done again", {
  timeout: 240_000 + TIMES * 600_000,
}, async () => {
  const faults: string[] = []
  let tried = 0
  for (const one of await writingCases()) {
    const { whole, statements } = await undisturbed(one)
    expect(Object.keys(whole).length, one.name).toBeGreaterThan(0)
    expect(statements, one.name).toBeGreaterThan(0)
    for (const [nth, how] of failuresOf(statements)) {
      faults.push(...(await failAt(one, nth, how, whole)))
      tried += 1
    }
  }
  const of =
    "statements of saving, starting, handing in, grading, fixing and posting that failed or lost their line"
  recordTried({ promise: "all-or-nothing", tried, of, lost: faults.length })
  expect(faults).toEqual([])
})
