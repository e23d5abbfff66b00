import { existsSync, readFileSync } from "node:fs"

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

/** @returns {Count} of vitest's JSON report. A file that could not be loaded is a failure without tests. */
export function countVitest(file) {
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    (one) => one.status === "failed" && !one.assertionResults.some((test) => test.status === "failed"),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/** @returns {Count} of Playwright's JSON report. Errors outside tests (the server did not start) are failures. */
export function countPlaywright(file) {
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, flaky, unexpected, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped }
}

/** A check of one piece, by its exit code. @returns {Count} */
export function countOne(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** @param {Count[]} counts */
export function addCounts(counts) {
  const sum = (what) => counts.reduce((total, count) => total + count[what], 0)
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") }
}

/** The last line of `npm test`. @param {Count} count */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`
}

function readReport(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null
  } catch {
    return null
  }
}
