import { createHash } from "node:crypto"
import { describe, expect, it, vi } from "vitest"
import { recordTried, tries } from "../../assurance/record"
import { useTestDatabase } from "../../support/database"
import { compareSittings } from "../../support/sittings/compare-sittings"
import { secretRows } from "../../support/sittings/look"
import type { Scene } from "../../support/sittings/scene"
import type { Secret } from "../../support/sittings/variation"
import { maskIds } from "../../support/two-databases"

useTestDatabase()

const SITTINGS = tries(1, 40)
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

/** One byte that follows from the secret: less than any row of it. */
async function oneByteOfIt(scene: Scene): Promise<string> {
  const rows = maskIds(await secretRows(scene))
  return createHash("sha256").update(rows).digest("hex").slice(0, 2)
}

describe.each(promised)("%s", (promise, secret) => {
  it("random sittings in two databases that differ in it alone show a reader the same bytes", async () => {
    const { tried, bytes, leaks } = await compareSittings(secret, seeds)
    recordTried({ promise, tried, of: "sittings played in two databases", lost: leaks.length })
    expect(leaks).toEqual([])
    // Hardly any sitting in which nobody was left to look, and everybody who looked saw a whole class.
    expect(tried).toBeGreaterThan(seeds.length / 2)
    expect(bytes / tried).toBeGreaterThan(100_000)
  })

  it("eyes that see one byte of it are found", async () => {
    const { tried, leaks } = await compareSittings(secret, seeds.slice(0, 1), oneByteOfIt)
    expect(tried).toBe(1)
    expect(leaks).toHaveLength(1)
  })
})
