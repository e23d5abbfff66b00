import { mkdirSync } from "node:fs"
import path from "node:path"
import { generateClient } from "../start/build.mjs"
import { project, Refusal, sentence } from "../start/progress.mjs"
import { packageProgram } from "../start/run-program.mjs"
import { installBrowser } from "./install-browser.mjs"
import { countPlaywright, countVitest } from "./reports.mjs"

const reports = path.join(project, ".build/test-reports")
const report = (name) => path.join(reports, `${name}.json`)

function vitest(name) {
  const out = [`--outputFile.json=${report(name)}`, "--reporter=default", "--reporter=json"]
  const args = ["run", "--config", ".config/vitest.config.ts", "--project", name, ...out]
  return { name, program: packageProgram("vitest"), args, report: report(name), count: countVitest }
}

/**
 * A check is one program. Without `count` it counts as one test; with it, as the tests in its report.
 * `prepare` runs before it, and its failure is the check's.
 */
const checks = [
  { name: "format and lint", program: packageProgram("biome"), args: ["check", "--error-on-warnings", "."] },
  {
    name: "types",
    program: packageProgram("tsc"),
    args: ["--noEmit"],
    prepare: [generateClient, { program: packageProgram("next"), args: ["typegen"] }],
  },
  { name: "house", program: process.execPath, args: ["--import", "tsx", "tests/house/report.ts"] },
  { ...vitest("unit"), prepare: [generateClient] },
  { ...vitest("integration"), prepare: [generateClient] },
  {
    name: "browser",
    program: process.execPath,
    // Its first process loads the tests too, and they load server code.
    args: [
      "--conditions=react-server",
      "node_modules/@playwright/test/cli.js",
      "test",
      "--config",
      ".config/playwright.config.ts",
    ],
    environment: { COLLOQUY_TEST_REPORT: report("browser") },
    prepare: [installBrowser],
    report: report("browser"),
    count: countPlaywright,
  },
]

/** The checks of these names, or all. Throws a refusal for a name there is not. */
export function chooseChecks(names) {
  mkdirSync(reports, { recursive: true })
  const unknown = names.filter((name) => !checks.some((check) => check.name === name))
  if (unknown.length > 0) {
    const known = checks.map((check) => check.name).join(", ")
    throw new Refusal(sentence("test.unknownCheck", { unknown: unknown.join(", "), known }))
  }
  return names.length === 0 ? checks : checks.filter((check) => names.includes(check.name))
}
