import { describe, expect, it, vi } from "vitest"
import { recordTried, tries } from "../../assurance/record"
import { useTestDatabase } from "../../support/database"
import { compareSittings } from "../../support/sittings/compare-sittings"
import type { Secret } from "../../support/sittings/variation"

useTestDatabase()

/** COLLOQUY_SITTINGS plays fewer of them, or more: each takes some seconds. */
const SITTINGS = Number(process.env.COLLOQUY_SITTINGS ?? tries(1, 200))
// On a machine that others use as well, a sitting can take half a minute.
vi.setConfig({ testTimeout: 60_000 + SITTINGS * 60_000 })

// COLLOQUY_SEED=17 plays the sitting that a failure names.
const first = Number(process.env.COLLOQUY_SEED ?? 1)
const seeds = Array.from({ length: SITTINGS }, (_, at) => first + at)

const promised: [promise: string, secret: Secret][] = [
  ["key-stays-here", "key"],
  ["scores-wait-for-release", "score"],
  ["pseudonyms-hold", "author"],
  ["post-first-holds", "gated"],
  ["hidden-stays-hidden", "hidden"],
  ["stance-is-ones-own", "stance"],
]

describe.each(promised)("%s", (promise, secret) => {
  it("random sittings in two databases that differ in it alone show a reader the same bytes", async () => {
    const { tried, bytes, leaks, wouldFind } = await compareSittings(secret, seeds)
    recordTried({ promise, tried, of: "sittings played in two databases", lost: leaks.length })
    expect(leaks).toEqual([])
    // Eight letters more that follow from the secret, and the same comparison finds them.
    expect(wouldFind).toBe(tried)
    // Hardly any sitting in which nobody was left to look, and everybody who looked saw a whole class.
    expect(tried).toBeGreaterThan(seeds.length / 2)
    expect(bytes / tried).toBeGreaterThan(100_000)
  })
})
