import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { loadMessages } from "@/lib/platform/messages"
import { readSealed } from "@/lib/platform/read-sealed"
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
/** Mutants of one worker: its memory is capped once for all of them, its time for as many at their slowest. */
const MOST_AT_ONCE = 1_000
const LIMITS = { memoryMegabytes: 256, milliseconds: 540_000 }
/** The time cap of one import as it is in service. */
const MOST_MILLISECONDS = 15_000

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

const fuzz = (importer: ImporterName, from: number, count: number) => {
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
  return readSealed<FuzzOutput>("tests/hostile/fuzz-worker.ts", input, LIMITS)
}

describe("files broken at random", () => {
  it.each(Object.entries(SHARES) as [ImporterName, number][])(
    "%s: each is read, or refused with where and why",
    async (importer, share) => {
      const wanted = share * HUNDREDS
      const lost: unknown[] = []
      const counts = { read: 0, refused: 0, slowest: 0 }
      for (let from = 0; from < wanted; from += MOST_AT_ONCE) {
        const count = Math.min(MOST_AT_ONCE, wanted - from)
        const answer = await fuzz(importer, from, count)
        if (!answer.ok) {
          lost.push({ from, count, fault: answer.fault })
          continue
        }
        counts.read += answer.value.read
        counts.refused += answer.value.refused
        counts.slowest = Math.max(counts.slowest, Math.round(answer.value.slowestMilliseconds))
        lost.push(...answer.value.lost, ...answer.value.keys.filter((key) => !isSentence(key)))
      }
      console.log(`${importer}: ${counts.read} read, ${counts.refused} refused, slowest ${counts.slowest} ms`)
      recordTried({
        promise: "imports-are-harmless",
        tried: wanted,
        of: "broken files imported",
        lost: lost.length,
      })
      expect(lost.slice(0, 5)).toEqual([])
      expect(counts.slowest).toBeLessThan(MOST_MILLISECONDS)
    },
    LIMITS.milliseconds,
  )
})
