import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { AssuredPromise } from "./promise"
import { promises } from "./promises"
import type { Tried } from "./record"
import { type Assured, assuranceText } from "./text"

// `npm run assure`: every promise's tests in their long form; what they tried becomes docs/assurance.md.
// `npm run assure -- NAME …` runs some, and keeps the others' lines as they were found last.

const root = path.resolve(import.meta.dirname, "../..")
const folder = path.join(root, ".build/assurance")
const page = path.join(root, "docs/assurance.md")
const kept = path.join(root, "docs/assurance.json")

const node = (...args: string[]) => ({ program: process.execPath, args })

function programOf({ run }: AssuredPromise) {
  const react = "--conditions=react-server"
  if (run.by === "harness") return node("--import", "tsx", react, run.file, ...run.args)
  if (run.by === "browser")
    return node(
      react,
      "node_modules/@playwright/test/cli.js",
      "test",
      "--config",
      ".config/playwright.config.ts",
      ...run.files,
    )
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", ".config/vitest.config.ts"]
  const only = run.only === undefined ? [] : ["--testNamePattern", run.only]
  return node(...vitest, "--project", run.by, ...only, ...run.files)
}

function assure(promise: AssuredPromise): Assured {
  const records = path.join(folder, `${promise.name}.jsonl`)
  rmSync(records, { force: true })
  const { program, args } = programOf(promise)
  const environment = { COLLOQUY_ASSURE: "long", COLLOQUY_ASSURANCE_RECORDS: records }
  const started = performance.now()
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  })
  return {
    name: promise.name,
    on: new Date().toISOString().slice(0, 10),
    minutes: Math.round((performance.now() - started) / 6_000) / 10,
    passed: status === 0,
    tried: readRecords(records).filter((one) => one.promise === promise.name),
  }
}

function readRecords(file: string): Tried[] {
  try {
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean)
    return lines.map((line) => JSON.parse(line) as Tried)
  } catch {
    return []
  }
}

function readKept(): Assured[] {
  try {
    return JSON.parse(readFileSync(kept, "utf8")) as Assured[]
  } catch {
    return []
  }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !promises.some((promise) => promise.name === name))
if (unknown.length > 0) {
  console.error(
    `No such promise: ${unknown.join(", ")}. There are: ${promises.map(({ name }) => name).join(", ")}`,
  )
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
const found = new Map(readKept().map((one) => [one.name, one]))
for (const promise of promises) {
  if (asked.length > 0 && !asked.includes(promise.name)) continue
  const assured = assure(promise)
  found.set(promise.name, assured)
  if (!assured.passed) process.exitCode = 1
  // After each, so that a run that is cut short keeps what it found.
  const standing = promises.flatMap(({ name }) => found.get(name) ?? [])
  writeFileSync(kept, `${JSON.stringify(standing, null, 2)}\n`)
  writeFileSync(page, assuranceText(promises, found))
}
