import { rmSync } from "node:fs"
import { say } from "../start/progress.mjs"
import { runForCode } from "../start/run-program.mjs"
import { addCounts, countOne, lastLine } from "./reports.mjs"

/** Runs every check, prints a summary, and ends with "N passed, N failed". Answers whether nothing failed. */
export async function runChecks(checks) {
  const outcomes = []
  for (const check of checks) outcomes.push(await runCheck(check))
  const total = addCounts(outcomes.map((outcome) => outcome.count))
  say("\n")
  for (const outcome of outcomes) say(summaryLine(outcome))
  process.stdout.write(`\n${lastLine(total)}\n`)
  return total.failed === 0
}

async function runCheck(check) {
  say(`\n── ${check.name} ${"─".repeat(Math.max(0, 70 - check.name.length))}`)
  const started = performance.now()
  if (check.report) rmSync(check.report, { force: true })
  const code = await codeOf(check)
  const seconds = (performance.now() - started) / 1000
  return { name: check.name, seconds, count: countOf(check, code) }
}

async function codeOf({ prepare = [], program, args, environment }) {
  try {
    for (const step of prepare) {
      const code = typeof step === "function" ? await step() : await runForCode(step.program, step.args)
      if (code) return code
    }
    return await runForCode(program, args, environment)
  } catch (error) {
    say(error.message)
    return 1
  }
}

// A program that fails although no test did (it crashed, say) has failed all the same.
function countOf({ count, report }, code) {
  if (!count) return countOne(code)
  const counted = count(report)
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function summaryLine({ name, seconds, count }) {
  const mark = count.failed > 0 ? "failed" : "ok"
  return `  ${mark.padEnd(8)}${name.padEnd(18)}${`${seconds.toFixed(1)} s`.padStart(8)}   ${lastLine(count)}`
}
