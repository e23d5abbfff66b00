import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { expect, it } from "vitest"
import { commands } from "@/bin/cli/commands"

const program = path.resolve(import.meta.dirname, "../../../bin/colloquy.mjs")

// As a process of its own, by the program an operator calls: here alone it shows if a command brings what plain Node cannot load.
it("the command line starts, and tells what there is", { timeout: 120_000 }, async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, "--help"])
  expect(stderr).toBe("")
  for (const { name } of commands) expect(stdout).toContain(name)
})
