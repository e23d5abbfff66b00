import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { loadMessages } from "@/lib/platform/messages"
import { readSealed, type SealedLimits } from "@/lib/platform/read-sealed"
import { recordTried, tries } from "@/tests/assurance/record"
import type { FuzzInput, FuzzOutput } from "./fuzz-worker"
import type { ImporterName } from "./importers"
import { seedFiles } from "./seed-files"

/** How many of a hundred mutants each importer gets: more where other people's programs write the files. */
const SHARES: Record<ImporterName, number> = {
  gift: 16,
  aiken: 8,
  "moodle-xml": 16,
  "quiz-csv": 8,
  "quiz-auto": 6,
  "roster-csv": 8,
  "roster-xlsx": 6,
  "roster-pasted": 4,
  lesson: 8,
  txt: 4,
  md: 4,
  html: 4,
  docx: 5,
  scores: 3,
}
const HUNDREDS = tries(10, 1_000)
/** Mutants of one worker: starting one takes longer than reading most files. */
const MOST_AT_ONCE = 250
const SLOW: readonly string[] = ["html", "docx"]
const TOGETHER = { memoryMegabytes: 256, milliseconds: 120_000 }
/** The caps of one import as it is in service; one that runs into them is refused. */
const ALONE = { memoryMegabytes: 256, milliseconds: 15_000 }

const SECRET_WORD = "heron-canary-4417"
let folder = ""
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-hostile-"))
  writeFileSync(path.join(folder, "secret.txt"), SECRET_WORD)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const seeds = seedFiles()
const others = Object.values(seeds).map(([first]) => first) as FuzzInput["others"]

function isSentence(key: string): boolean {
  const found = key
    .split(".")
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
      loadMessages("en"),
    )
  return typeof found === "string"
}

const NONE: FuzzOutput = { read: 0, refused: 0, lost: [], keys: [], slowestMilliseconds: 0 }

function inWorker(importer: ImporterName, from: number, count: number, limits: SealedLimits) {
  const secretFile = path.join(folder, "secret.txt")
  const input: FuzzInput = {
    importer,
    from,
    count,
    files: seeds[importer],
    others,
    secretFile,
    secretWord: SECRET_WORD,
  }
  return readSealed<FuzzOutput>("tests/hostile/fuzz-worker.ts", input, limits)
}

/** Some mutants after one another; where the worker was stopped, each by itself under the caps of service. */
async function fuzz(importer: ImporterName, from: number, count: number): Promise<FuzzOutput[]> {
  const answer = await inWorker(importer, from, count, TOGETHER)
  if (answer.ok) return [answer.value]
  const each: FuzzOutput[] = []
  for (let mutant = from; mutant < from + count; mutant++) {
    const alone = await inWorker(importer, mutant, 1, ALONE)
    if (alone.ok) each.push(alone.value)
    else if (alone.fault === "damaged") each.push({ ...NONE, lost: [{ mutant, how: "ended its worker" }] })
    else each.push({ ...NONE, refused: 1, slowestMilliseconds: ALONE.milliseconds })
  }
  return each
}

describe("files broken at random", () => {
  it.each(Object.entries(SHARES) as [ImporterName, number][])(
    "%s: each is read, or refused with where and why",
    async (importer, share) => {
      const wanted = share * HUNDREDS
      const step = SLOW.includes(importer) ? 20 : MOST_AT_ONCE
      const lost: unknown[] = []
      const counts = { read: 0, refused: 0, slowest: 0 }
      for (let from = 0; from < wanted; from += step)
        for (const output of await fuzz(importer, from, Math.min(step, wanted - from))) {
          counts.read += output.read
          counts.refused += output.refused
          counts.slowest = Math.max(counts.slowest, Math.round(output.slowestMilliseconds))
          lost.push(...output.lost, ...output.keys.filter((key) => !isSentence(key)))
        }
      console.log(`${importer}: ${counts.read} read, ${counts.refused} refused, slowest ${counts.slowest} ms`)
      recordTried({
        promise: "imports-are-harmless",
        tried: wanted,
        of: "broken files imported",
        lost: lost.length,
      })
      expect(lost.slice(0, 5)).toEqual([])
      expect(counts.read + counts.refused).toBe(wanted)
    },
    3_600_000,
  )
})
