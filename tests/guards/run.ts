import { execFileSync } from "node:child_process"
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { openEmbeddedPostgres } from "../../bin/embedded-postgres.mjs"
import { testServerFolder, testServerSettings } from "../support/prepare-database"
import { chooseTests, patternOf, type Witness } from "./choose-tests"
import { listIndexes } from "./drop-index"
import { explained } from "./explained"
import type { Guard } from "./find-guards"
import { makeTree, tree } from "./make-tree"
import { runTests } from "./run-tests"
import { planOf, sumUp, type Verdict } from "./sweep"
import { guardsText, type Outcome } from "./text"

// `npm run guards`: leaves out one guard after another in an instrumented copy, asks the tests that met it at work, and
// writes docs/guards.md. `npm run guards -- WORD …` asks only about guards of that kind, or whose id holds the word; what earlier
// runs found stays. `npm run guards -- FILE.test.ts …` asks new tests about the guards that nobody noticed. A guard is named by
// its file and its words, so one whose words are changed is a new one.

const root = path.resolve(import.meta.dirname, "../..")
const folder = path.join(root, ".build/guards")
const notes = path.join(folder, "notes.jsonl")
const results = path.join(folder, "results.jsonl")
const AT_ONCE = 2
/** What a transaction is for is tried by these. */
const PREFERRED: Partial<Record<Guard["kind"], string[]>> = {
  transaction: [
    "tests/integration/ops/all-or-nothing.test.ts",
    "tests/integration/ops/every-action-whole.test.ts",
  ],
}

type Report = { testResults: { name: string; assertionResults: Assertion[] }[] }
type Assertion = { fullName: string; duration?: number; status: string }

/** Runs all tests, or these files, once: how long they take, and which guard each of them met. */
async function collect(files: readonly string[], report: string): Promise<void> {
  await runTests({
    args: ["--reporter=json", `--outputFile.json=${report}`, ...files],
    environment: { GUARD_NOTES: notes },
    log: path.join(folder, "collect.log"),
  })
}

function readWitnesses(): Map<string, Witness[]> {
  const reports = readdirSync(folder).filter((name) => /^report.*\.json$/.test(name))
  const results = reports.flatMap(
    (name) => (JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Report).testResults,
  )
  const times = new Map<string, number>()
  for (const { name, assertionResults } of results)
    for (const { fullName, duration = 0, status } of assertionResults)
      if (status === "passed") times.set(`${path.relative(tree, name)}\t${fullName}`, duration)
  const witnesses = new Map<string, Witness[]>()
  for (const { id, file, name } of readLines<{ id: string; file: string; name: string }>(notes)) {
    const ms = times.get(`${file}\t${name}`)
    const known = witnesses.get(id) ?? []
    const isNew = !known.some((one) => one.file === file && one.name === name)
    if (ms !== undefined && isNew) witnesses.set(id, [...known, { file, name, ms }])
  }
  return witnesses
}

async function judge(guard: Guard, witnesses: readonly Witness[]): Promise<Outcome> {
  const log = path.join(folder, "runs", `${guard.id.replace(/[^\w.-]+/g, "_")}.log`)
  rmSync(log, { force: true })
  let asked = 0
  for (const tests of roundsOf(guard, witnesses)) {
    const files = [...new Set(tests.map(({ file }) => file))]
    const args = ["--bail", "1", "--testNamePattern", patternOf(tests), ...files]
    asked += tests.length
    if ((await runTests({ args, environment: { GUARD_OFF: guard.id }, log })) !== 0)
      return { guard, asked, of: witnesses.length, noticed: true }
  }
  return { guard, asked, of: witnesses.length, noticed: false }
}

const roundsOf = ({ kind }: Guard, witnesses: readonly Witness[]): Witness[][] =>
  chooseTests(witnesses, [...tests, ...(PREFERRED[kind] ?? [])])

function keep(outcome: Outcome, toGo: number): void {
  appendFileSync(results, `${JSON.stringify(outcome)}\n`)
  const { guard, noticed } = outcome
  console.log(`${noticed ? "noticed " : "SURVIVED"} ${guard.id} (${toGo} to go) ${guard.text}`)
}

/** Asks about each in a process of its own. */
async function judgeSingly(guards: readonly Guard[], witnesses: Map<string, Witness[]>): Promise<void> {
  // Those that are asked about quickly come first, so that a run that is cut short has done most.
  const costs = new Map(guards.map((guard) => [guard.id, costOf(guard, witnessesOf(guard, witnesses))]))
  const waiting = [...guards].sort((one, other) => (costs.get(one.id) ?? 0) - (costs.get(other.id) ?? 0))
  const worker = async () => {
    for (let guard = waiting.shift(); guard; guard = waiting.shift())
      keep(await judge(guard, witnessesOf(guard, witnesses)), waiting.length)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/**
 * Asks about many in the same processes, round after round: each test once for each guard that it met. Resolves to those
 * that must be asked about singly, because a test cannot be repeated or was spoilt by what came before.
 */
async function sweep(guards: readonly Guard[], witnesses: Map<string, Witness[]>): Promise<Guard[]> {
  const singly: Guard[] = []
  let waiting = guards.map((guard) => {
    const met = witnessesOf(guard, witnesses)
    return { guard, of: met.length, asked: 0, rounds: roundsOf(guard, met) }
  })
  const files = { plan: path.join(folder, "plan.json"), verdicts: path.join(folder, "verdicts.jsonl") }
  while (waiting.length > 0) {
    for (const { guard, asked, of } of waiting.filter(({ rounds }) => rounds.length === 0))
      keep({ guard, asked, of, noticed: false }, waiting.length)
    waiting = waiting.filter(({ rounds }) => rounds.length > 0)
    const round = waiting.map(({ guard, rounds }) => ({ id: guard.id, tests: rounds[0] ?? [] }))
    const plan = planOf(round)
    writeFileSync(files.plan, JSON.stringify(plan))
    rmSync(files.verdicts, { force: true })
    console.log(`asking ${Object.keys(plan).length} files of tests about ${waiting.length} guards`)
    const environment = { GUARD_PLAN: files.plan, GUARD_VERDICTS: files.verdicts }
    if (waiting.length > 0)
      await runTests({ args: Object.keys(plan), environment, log: path.join(folder, "runs", "sweep.log") })
    const found = sumUp(round, readLines<Verdict>(files.verdicts))
    waiting = waiting.flatMap((one) => {
      const said = found.get(one.guard.id)
      const asked = one.asked + (one.rounds[0]?.length ?? 0)
      if (said === "missed") return { ...one, asked, rounds: one.rounds.slice(1) }
      if (said === "noticed") keep({ guard: one.guard, asked, of: one.of, noticed: true }, waiting.length)
      else singly.push(one.guard)
      return []
    })
  }
  return singly
}

async function judgeAll(guards: readonly Guard[], witnesses: Map<string, Witness[]>): Promise<void> {
  // Held open, so that not every run starts one.
  const server = await openEmbeddedPostgres({
    folder: testServerFolder(tree),
    settings: testServerSettings,
  })
  // An index is taken out of a database when it is made, so it is out for a whole file of tests.
  const indexes = guards.filter(({ kind }) => kind === "index")
  const others = guards.filter(({ kind }) => kind !== "index")
  const singly = await sweep(others, witnesses)
  await judgeSingly([...singly, ...indexes], witnesses)
  await server.release()
}

/** What the first round of questions takes, in milliseconds. */
const costOf = (guard: Guard, witnesses: readonly Witness[]): number =>
  (roundsOf(guard, witnesses)[0] ?? []).reduce((sum, { ms }) => sum + ms, 0)

/** An index is met where it refused, and where a statement asked for it by ON CONFLICT. */
function witnessesOf(guard: Guard, witnesses: Map<string, Witness[]>): Witness[] {
  const own = witnesses.get(guard.id) ?? []
  if (guard.kind !== "index") return own
  return [...own, ...(witnesses.get(`conflict:${guard.text.split(" ")[0]}`) ?? [])]
}

async function indexGuards(): Promise<Guard[]> {
  const server = await openEmbeddedPostgres({ folder: path.join(folder, "postgres") })
  try {
    const url = server.urlOf("postgres")
    const prisma = path.join(root, "node_modules/.bin/prisma")
    execFileSync(prisma, ["migrate", "deploy"], { cwd: root, env: { ...process.env, DATABASE_URL: url } })
    const indexes = await listIndexes(url)
    return indexes.map(({ name, table, columns }) => ({
      id: `index:${name}`,
      kind: "index",
      text: `${table} ${columns}`,
    }))
  } finally {
    await server.release()
  }
}

const readLines = <T>(file: string): T[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as T)
    : []

const readOutcomes = (): Outcome[] => [
  ...new Map(readLines<Outcome>(results).map((one) => [one.guard.id, one])).values(),
]

const words = process.argv.slice(2)
const tests = words.filter((word) => word.endsWith(".test.ts"))
const asked = words.filter((word) => !tests.includes(word))
mkdirSync(path.join(folder, "runs"), { recursive: true })
const guards = [...makeTree(), ...(await indexGuards())]
console.log(`${guards.length} guards`)
if (!existsSync(path.join(folder, "report.json"))) await collect([], path.join(folder, "report.json"))
if (tests.length > 0) await collect(tests, path.join(folder, `report-${Date.now()}.json`))
const witnesses = readWitnesses()
const done = new Map(readOutcomes().map(({ guard, noticed }) => [guard.id, noticed]))
const isAsked = ({ id, kind }: Guard) => asked.some((word) => kind === word || id.includes(word))
/** Met by a test that is named, which may notice what nobody did. */
const isMet = (guard: Guard) => witnessesOf(guard, witnesses).some(({ file }) => tests.includes(file))
const wanted = guards.filter((guard) => {
  const noticed = done.get(guard.id)
  if (noticed !== undefined) return !noticed && isMet(guard)
  return words.length === 0 || isAsked(guard) || isMet(guard)
})
await judgeAll(wanted, witnesses)
const known = new Set(guards.map(({ id }) => id))
const outcomes = readOutcomes().filter(({ guard }) => known.has(guard.id))
writeFileSync(path.join(root, "docs/guards.md"), guardsText(guards, outcomes, explained))
if (outcomes.some(({ noticed }) => !noticed)) process.exitCode = 1
