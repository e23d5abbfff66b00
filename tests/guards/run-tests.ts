import { spawn } from "node:child_process"
import { appendFileSync } from "node:fs"
import path from "node:path"
import { tree } from "./make-tree"

const root = path.resolve(import.meta.dirname, "../..")

type Run = { args: string[]; environment?: Record<string, string>; log: string }

/** Runs tests in the instrumented copy. Resolves to the exit code. */
export function runTests({ args, environment = {}, log }: Run): Promise<number | null> {
  const program = path.join(root, "node_modules/vitest/vitest.mjs")
  const child = spawn(
    process.execPath,
    [program, "run", "--config", ".config/vitest.config.ts", "--exclude", "tests/house/**", ...args],
    { cwd: tree, env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] },
  )
  const hear = (data: Buffer) => appendFileSync(log, data)
  child.stdout.on("data", hear)
  child.stderr.on("data", hear)
  return new Promise((resolve) => child.on("close", resolve))
}
