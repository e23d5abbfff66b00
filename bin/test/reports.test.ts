import { mkdtempSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { addCounts, countOne, countPlaywright, countVitest, lastLine } from "./reports.mjs"

const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-reports-"))

function write(report: unknown): string {
  const file = path.join(folder, "report.json")
  writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report))
  return file
}

describe("counting what ran", () => {
  it("counts a test file that could not be loaded as a failure", () => {
    const broken = { status: "failed", assertionResults: [] }
    const report = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 1, testResults: [broken] }
    expect(countVitest(write(report))).toEqual({ passed: 4, failed: 1, skipped: 1 })
  })

  it("does not count the failure of a test twice", () => {
    const failing = { status: "failed", assertionResults: [{ status: "failed" }] }
    const report = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 0, testResults: [failing] }
    expect(countVitest(write(report))).toEqual({ passed: 4, failed: 1, skipped: 0 })
  })

  it("counts a server that did not start as a failure", () => {
    const stats = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 }
    expect(countPlaywright(write({ stats, errors: [{}] }))).toMatchObject({ failed: 1 })
  })

  it("counts a missing or torn report as a failure", () => {
    expect(countVitest(path.join(folder, "nothing.json"))).toMatchObject({ passed: 0, failed: 1 })
    expect(countPlaywright(write('{"stats": '))).toMatchObject({ passed: 0, failed: 1 })
  })

  it("ends with one line, skipped only where some were", () => {
    expect(lastLine(addCounts([countOne(0), countOne(2)]))).toBe("1 passed, 1 failed")
    expect(lastLine({ passed: 3, failed: 0, skipped: 2 })).toBe("3 passed, 0 failed, 2 skipped")
  })
})
