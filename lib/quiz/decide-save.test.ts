import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideSave, type KeptAnswer, type SaveRequest, sameJson } from "@/lib/quiz/decide-save"

const now = new Date("2026-03-02T10:42:00Z")
const open = { handedIn: false, late: false, now }
const save = (saveNumber: number, value: unknown): SaveRequest => ({ itemId: "q1", saveNumber, value })
const kept = (saveNumber: number, value: unknown): KeptAnswer => ({ saveNumber, value, savedAt: new Date(0) })

/** What stands after these saves, in this order. */
function standing(saves: readonly SaveRequest[]): KeptAnswer | null {
  let stands: KeptAnswer | null = null
  for (const { itemId, saveNumber, value } of saves)
    if (decideSave({ itemId, saveNumber, value }, stands, open).outcome === "saved")
      stands = { saveNumber, value, savedAt: now }
  return stands
}

describe("decideSave", () => {
  it.each([
    ["a first answer", null, save(1, "a"), "saved"],
    ["a greater number", kept(1, "a"), save(2, "b"), "saved"],
    ["the same again", kept(1, { x: 1, y: [2] }), save(1, { y: [2], x: 1 }), "repeated"],
    ["the same number with another value", kept(1, "a"), save(1, "b"), "conflict"],
    ["a smaller number", kept(2, "a"), save(1, "b"), "stale"],
    ["an answer taken back", kept(1, "a"), save(2, null), "saved"],
  ] as const)("makes of %s: %4$s", (_, stands, request, outcome) => {
    expect(decideSave(request, stands, open).outcome).toBe(outcome)
    expect(decideSave(request, stands, { ...open, handedIn: true }).outcome).toBe("refused")
  })

  it("keeps apart what is late, but for a repetition of what was in time", () => {
    const late = { ...open, late: true }
    for (const number of [1, 2, 3])
      expect(decideSave(save(number, "b"), kept(2, "a"), late)).toEqual({ outcome: "late", savedAt: now })
    expect(decideSave(save(2, "a"), kept(2, "a"), late)).toEqual({
      outcome: "repeated",
      savedAt: new Date(0),
    })
  })

  /** Save numbers with the value each came with first: what one device numbers, and repeats as often as it likes. */
  const numbered = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.jsonValue({ maxDepth: 1 })), {
    selector: ([number]) => number,
    minLength: 1,
  })
  const history = numbered.chain((pairs) => {
    const saves = pairs.map(([number, value]) => save(number, value))
    return fc.tuple(
      fc.shuffledSubarray(saves, { minLength: saves.length }),
      fc.shuffledSubarray([...saves, ...saves], { minLength: saves.length * 2 }),
      fc.constant(saves),
    )
  })

  it("ends with the greatest save number, in whatever order saves come and however often", () => {
    fc.assert(
      fc.property(history, ([once, twice, saves]) => {
        const last = saves.toSorted((a, b) => a.saveNumber - b.saveNumber).at(-1)
        for (const order of [once, twice])
          expect(standing(order)).toEqual({ saveNumber: last?.saveNumber, value: last?.value, savedAt: now })
      }),
    )
  })

  it("lets the first of two devices with the same number stand, and a greater number settle it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("a", "b"))), (pairs) => {
        const saves = pairs.map(([number, value]) => save(number, value))
        const greatest = Math.max(0, ...saves.map(({ saveNumber }) => saveNumber))
        const first = saves.find(({ saveNumber }) => saveNumber === greatest)
        expect(standing(saves)?.value ?? null).toBe(first?.value ?? null)
        expect(standing([...saves, save(greatest + 1, "mine")])?.value).toBe("mine")
      }),
    )
  })
})

describe("sameJson", () => {
  it("is what a database that forgets the order of members would say", () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, one]) => [name, turned(one)]),
            )
          : value
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(sameJson(one, turned(one))).toBe(true)
        expect(sameJson(one, other)).toBe(sameJson(other, one))
        expect(sameJson([one], one)).toBe(false)
      }),
    )
  })
})
