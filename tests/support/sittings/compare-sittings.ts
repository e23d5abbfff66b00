import "../next-in-process"
import { createHash } from "node:crypto"
import { vi } from "vitest"
import { closeListener } from "@/lib/platform/notifications"
import { firstDifference, inTwoDatabases, maskIds } from "../two-databases"
import { lookAs, secretRows } from "./look"
import { planOf } from "./plan"
import { play } from "./play"
import { readerOf } from "./readers"
import { makeScene } from "./scene"
import { fitted, type Secret, variationOf } from "./variation"

/** What the sittings of some seeds came to. */
export type Compared = {
  /** Sittings in which the secret differed, and somebody looked from whom it is kept. */
  tried: number
  /** Bytes that were the same, of one database. */
  bytes: number
  /** Seed, reader, and where their bytes first differ. */
  leaks: string[]
  /** In how many eight letters that follow from the secret would have been found by the same comparison. */
  wouldFind: number
}

/** `leaky`: a digest of the bytes that the reader would have seen, were there a few more that follow from the secret. */
type Seen = { reader: string; bytes: string; leaky: string; rows: string }

/** Plays the sittings of some seeds in two databases that differ in the one secret, and compares what a reader sees. */
export async function compareSittings(secret: Secret, seeds: readonly number[]): Promise<Compared> {
  const compared: Compared = { tried: 0, bytes: 0, leaks: [], wouldFind: 0 }
  for (const seed of seeds) judge(compared, seed, await playTwice(secret, seed))
  return compared
}

/** Each sitting has a pair of databases of its own, so that it is played again from its seed alone. */
async function playTwice(secret: Secret, seed: number): Promise<(Seen | null)[]> {
  const began = new Date(Math.floor(Date.now() / 60_000) * 60_000)
  vi.useFakeTimers({ toFake: ["Date"], now: began })
  try {
    const runs = await inTwoDatabases(async (variant) => {
      const seen = await playOnce({ secret, seed, variant, began })
      await closeListener()
      return JSON.stringify(seen)
    })
    return runs.map((text) => JSON.parse(text) as Seen | null)
  } finally {
    vi.useRealTimers()
  }
}

type Run = { secret: Secret; seed: number; variant: 0 | 1; began: Date }

async function playOnce({ secret, seed, variant, began }: Run): Promise<Seen | null> {
  vi.setSystemTime(began)
  const scene = await makeScene(fitted(planOf(seed), secret), variationOf(secret, variant), began)
  await play(scene, (now) => vi.setSystemTime(now))
  const reader = await readerOf(scene)
  if (!reader) return null
  const seen = await lookAs(scene, reader)
  const rows = maskIds(await secretRows(scene))
  const leaky = digestOf(masked(`${seen}${digestOf(rows).slice(0, 8)}`))
  return { reader: reader.name, bytes: masked(seen), leaky, rows }
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex")

/**
 * Milliseconds since 1970, as some answers have them; the minute of the database's own clock, on whose other side the second
 * run may stand; and the running numbers of notices, which are ids.
 */
const masked = (text: string): string =>
  maskIds(text)
    .replace(/\b1[789]\d{11}(\.\d+)?\b/g, ".")
    .replace(/(Saved at school )\d\d:\d\d/g, "$1.")
    .replace(/"id":"\d+","kind"/g, '"id":".","kind"')
    .replace(/\/notices\/\d+/g, "/notices/.")

function judge(compared: Compared, seed: number, [one = null, other = null]: (Seen | null)[]): void {
  const isSame = one?.rows === other?.rows
  if (isSame && one?.reader === other?.reader) return
  compared.tried += 1
  compared.bytes += one?.bytes.length ?? 0
  if (one?.leaky !== other?.leaky) compared.wouldFind += 1
  const difference = firstDifference([told(one), told(other)])
  if (difference !== null) compared.leaks.push(`seed ${seed}, ${one?.reader ?? other?.reader}: ${difference}`)
}

const told = (seen: Seen | null): string => (seen ? `${seen.reader}: ${seen.bytes}` : "nobody looked")
