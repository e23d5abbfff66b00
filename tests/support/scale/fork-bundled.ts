import { type ChildProcess, fork } from "node:child_process"
import { mkdirSync } from "node:fs"
import path from "node:path"
import { bundle } from "../../../bin/start/bundle.mjs"

const root = path.resolve(import.meta.dirname, "../../..")
const made = new Map<string, Promise<string>>()

/** Runs a file of this folder as the server runs: packed into one file, beside the packages. */
export async function forkBundled(
  name: string,
  { environment, args = [] }: { environment: Record<string, string>; args?: string[] },
): Promise<ChildProcess> {
  const file = made.get(name) ?? pack(name)
  made.set(name, file)
  return fork(await file, args, { cwd: root, env: { ...process.env, ...environment }, execArgv: [] })
}

// Below the project, where its packages are found; a file of this process alone, since others may do the same.
async function pack(name: string): Promise<string> {
  const folder = path.join(root, ".build/tests")
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}-${process.pid}.mjs`)
  await bundle(`tests/support/scale/${name}.ts`, file)
  return file
}
