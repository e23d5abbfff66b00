import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterAll, afterEach, describe, expect, it, vi } from "vitest"
import { measureScores } from "@/lib/results/analysis/measure-scores"
import { readScoreCsv } from "@/lib/results/analysis/read-score-csv"
import { runCommandLine } from "./run-command-line"

const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-scores-"))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

const fileOf = (text: string): string => {
  const file = path.join(folder, "scores.csv")
  writeFileSync(file, text)
  return file
}

/** Exit code and what was written. */
async function run(...args: string[]) {
  const written = { out: "", error: "" }
  const keep = (to: keyof typeof written) => (text: string | Uint8Array) => {
    written[to] += String(text)
    return true
  }
  vi.spyOn(process.stdout, "write").mockImplementation(keep("out"))
  vi.spyOn(process.stderr, "write").mockImplementation(keep("error"))
  const code = await runCommandLine(["analyse-items", ...args])
  vi.restoreAllMocks()
  return { code, ...written }
}

const scores = (students: number) =>
  [
    "student;Why;Who",
    ...Array.from({ length: students }, (_, at) => `S${at};${at % 2};${at % 3 ? 1 : 0}`),
  ].join("\n")

describe("colloquy analyse-items", () => {
  it("prints the figures of the one function", async () => {
    const { code, out } = await run(fileOf(scores(12)), "--json")
    const read = readScoreCsv(scores(12))
    if (!read.ok) throw new Error("unread")
    const { quiz, items } = JSON.parse(JSON.stringify(measureScores(read.file.table)))
    const printed = JSON.parse(out)
    expect(code).toBe(0)
    expect(printed).toMatchObject({
      students: 12,
      quiz,
      items: [{ number: 1, name: "Why" }, { name: "Who" }],
    })
    for (const [at, { id: _, ...item }] of items.entries()) expect(printed.items[at]).toMatchObject(item)
  })

  it("prints lines for people, and says where there are too few", async () => {
    const { code, out } = await run(fileOf(scores(4)))
    expect(code).toBe(0)
    expect(out).toContain("4 students, 2 items")
    expect(out).toMatch(/^Why .*too few to say$/m)
    expect(out).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  it("refuses with the place of every fault, and wrong usage with its help", async () => {
    const wrong = await run(fileOf("student,Why\nAnn,one\nBen,2.5x"))
    expect(wrong).toMatchObject({ code: 1, out: "" })
    expect(wrong.error).toContain("Line 2, column 2 (Why): “one” is no number.")
    expect(wrong.error).toContain("Line 3, column 2 (Why): “2.5x” is no number.")
    const json = await run(fileOf(""), "--json")
    expect([json.code, JSON.parse(json.out).error.code]).toEqual([1, "cli.noScores"])
    expect((await run(path.join(folder, "nowhere.csv"))).code).toBe(1)
    expect((await run()).code).toBe(2)
    expect((await run("a.csv", "--no-such-option")).code).toBe(2)
    const help = await run("--help")
    expect([help.code, help.out.includes("colloquy analyse-items FILE.csv")]).toEqual([0, true])
  })
})
