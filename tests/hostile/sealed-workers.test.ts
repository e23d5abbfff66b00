import path from "node:path"
import { describe, expect, it } from "vitest"
import { readSealed } from "@/lib/platform/read-sealed"
import { sealedBundle } from "@/lib/platform/sealed-bundle"
import { recordTried } from "@/tests/assurance/record"
import { readSources } from "@/tests/house/source-files"

const root = path.resolve(import.meta.dirname, "../..")
const sources = new Map(readSources(root).map((file) => [file.place, file]))
const workers = [...sources.keys()].filter((place) => /^lib\/.*-worker\.ts$/.test(place))

/** What was written by others to read files with. Posts are Markdown of bounded length and no files. */
const PARSERS = /^(mammoth|linkedom|fast-xml-parser|read-excel-file|csv-parse|@mozilla\/readability)(\/|$)/

const placeOf = (target: string): string | undefined =>
  ["", ".ts", ".tsx"].map((ending) => target + ending).find((place) => sources.has(place))

function importsOf(place: string): string[] {
  const folder = path.posix.dirname(place)
  return (sources.get(place)?.imports ?? [])
    .filter(({ typeOnly }) => !typeOnly)
    .map(({ target }) => {
      if (target.startsWith("@/")) return placeOf(target.slice(2)) ?? target
      return target.startsWith(".") ? (placeOf(path.posix.join(folder, target)) ?? target) : target
    })
}

/** All that a file brings into its process, packages among it, and by way of which file. */
function reachedFrom(starts: string[]): Map<string, string> {
  const reached = new Map(starts.map((start) => [start, ""]))
  const waiting = [...starts]
  for (let place = waiting.pop(); place; place = waiting.pop())
    for (const target of importsOf(place))
      if (!reached.has(target)) {
        reached.set(target, place)
        waiting.push(target)
      }
  return reached
}

describe("files of strangers", () => {
  it("are parsed in no process that serves people", () => {
    const doors = [...sources.keys()].filter(
      (place) => /^app\/.*\.tsx?$/.test(place) || place === "bin/serve.ts",
    )
    const reached = [...reachedFrom(doors.filter((place) => !place.includes(".test.")))]
    expect(reached.length).toBeGreaterThan(500)
    expect(reached.filter(([target]) => PARSERS.test(target))).toEqual([])
  })

  it("are parsed in workers, each of them known here", () => {
    expect(workers.sort()).toEqual([
      "lib/classroom/server/table-worker.ts",
      "lib/lesson/server/lesson-file-worker.ts",
      "lib/lesson/server/quiz-file-worker.ts",
      "lib/reading/server/reading-worker.ts",
    ])
    const reached = [...reachedFrom(workers).keys()]
    for (const name of ["mammoth", "linkedom", "fast-xml-parser", "csv-parse/sync", "@mozilla/readability"])
      expect(reached).toContain(name)
  })
})

const MACHINE =
  "fs fs/promises net http https http2 child_process dns tls vm module cluster os path url inspector"

describe("a sealed worker", () => {
  it.each(workers)("%s has neither files nor network nor other programs in it", async (worker) => {
    const program = await sealedBundle(worker)
    const asked = [...program.matchAll(/\brequire\(\s*["'](?:node:)?([a-z_/0-9]+)["']\s*\)/g)].map(
      ([, name]) => name,
    )
    expect(asked).toContain("worker_threads")
    expect(asked.filter((name) => MACHINE.split(" ").includes(name ?? ""))).toEqual([])
    // A module named only while it runs could be any.
    expect(program).not.toMatch(/\bimport\(\s*[^"'\s)]/)
  })

  it("gives a parser that was taken over no way to a file, the network or a secret", async () => {
    const file = path.join(root, "package.json")
    const answer = await readSealed<string[]>("tests/hostile/prisoner-worker.ts", file)
    const open = answer.ok ? answer.value : [answer.fault]
    recordTried({
      promise: "imports-are-harmless",
      tried: 9,
      of: "ways out of a sealed worker",
      lost: open.length,
    })
    expect(open).toEqual([])
  })

  it("is stopped at its caps, and says at which", async () => {
    const worker = "tests/hostile/greedy-worker.ts"
    const limits = { memoryMegabytes: 32, milliseconds: 60_000 }
    expect(await readSealed(worker, "memory", limits)).toEqual({ ok: false, fault: "tooHeavy" })
    expect(await readSealed(worker, "time", { ...limits, milliseconds: 300 })).toEqual({
      ok: false,
      fault: "tooSlow",
    })
    expect(await readSealed(worker, "depth", limits)).toEqual({ ok: false, fault: "damaged" })
    expect(await readSealed(worker, "none", limits)).toEqual({ ok: true, value: "done" })
  })
})
