import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { factorKey, sessionSecret } from "../../../bin/start/data-folder.mjs"
import { recordTried, tries } from "../../assurance/record"

const project = path.resolve(import.meta.dirname, "../../..")
const WEAK = [
  "",
  " ",
  "secret",
  "changeme",
  "a".repeat(64),
  "password".repeat(8),
  "0123456789".repeat(5),
  "x".repeat(31),
]
const DAMAGED = ["", "{", "null", "[]", '"text"', "\u0000\u0000", '{"sessionSecret": 5, "factorKey": true}']

type Attempt = { environment: Record<string, string>; file: string | null }

const attempts: Attempt[] = [
  ...["NEXTAUTH_SECRET", "COLLOQUY_FACTOR_KEY"].flatMap((name) =>
    WEAK.map((secret) => ({ environment: { [name]: secret }, file: null })),
  ),
  ...DAMAGED.map((file) => ({ environment: {}, file })),
  ...["sessionSecret", "factorKey"].flatMap((name) =>
    WEAK.map((secret) => ({ environment: {}, file: JSON.stringify({ [name]: secret }) })),
  ),
]

function makeFolder({ file }: Attempt): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-weak-"))
  mkdirSync(folder, { recursive: true })
  if (file !== null) writeFileSync(path.join(folder, "secrets.json"), file)
  return folder
}

/** Whether both secrets were taken, or the file was overwritten: either would let somebody in or sign everybody out. */
function isTaken(attempt: Attempt): boolean {
  const folder = makeFolder(attempt)
  try {
    sessionSecret(folder, attempt.environment)
    factorKey(folder, attempt.environment)
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe("a weak, missing or damaged secret", () => {
  it("is never taken", () => {
    const taken = attempts.filter(isTaken)
    recordTried({
      promise: "weak-secrets-stop-the-start",
      tried: attempts.length,
      of: "weak or damaged secrets offered",
      lost: taken.length,
    })
    expect(taken).toEqual([])
  })

  it("ends `npm start` with a sentence, before a database is made or a port is opened", () => {
    const wanted = tries(2, attempts.length)
    const tried = attempts.filter((_, at) => at % Math.floor(attempts.length / wanted) === 0).slice(0, wanted)
    const started = tried.filter((attempt) => {
      const folder = makeFolder(attempt)
      const { DATABASE_URL: _, NEXTAUTH_SECRET: __, COLLOQUY_FACTOR_KEY: ___, ...inherited } = process.env
      const { status, stderr } = spawnSync(process.execPath, ["bin/start.mjs", "--port", "0"], {
        cwd: project,
        env: { ...inherited, ...attempt.environment, COLLOQUY_DATA: folder },
        encoding: "utf8",
        timeout: 120_000,
      })
      const kept = attempt.file === null || unchanged(folder, attempt.file)
      const wentOn = existsSync(path.join(folder, "postgres"))
      rmSync(folder, { recursive: true, force: true })
      return status !== 1 || wentOn || !kept || !stderr.includes("missing or weak")
    })
    recordTried({
      promise: "weak-secrets-stop-the-start",
      tried: tried.length,
      of: "starts tried",
      lost: started.length,
    })
    expect(started).toEqual([])
  }, 600_000)
})

/** What was there is there: a key that was missing may have been added, none was replaced. */
function unchanged(folder: string, before: string): boolean {
  const now = readFileSync(path.join(folder, "secrets.json"), "utf8")
  try {
    return Object.entries(JSON.parse(before) ?? {}).every(([name, value]) => JSON.parse(now)[name] === value)
  } catch {
    return now === before
  }
}
