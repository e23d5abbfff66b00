import { spawn, spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { project } from "./progress.mjs"

const { resolve } = createRequire(import.meta.url)

/** The Node that comes with the project (docs/decisions/0059): null where there is none for this system, or it does not run. */
export function ownNode() {
  const program = ownProgram()
  if (!program) return null
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" })
  return status === 0 ? { program, version: stdout.trim().replace(/^v/, "") } : null
}

function ownProgram() {
  try {
    const manifest = resolve(`node-${process.platform}-${process.arch}/package.json`)
    return path.join(path.dirname(manifest), "bin/node")
  } catch {
    return null
  }
}

/** npm's scripts would take it for their Node where it is there and cannot run, as with another C library. */
export function forgetForeignNode() {
  if (ownProgram() && !ownNode()) rmSync(path.join(project, "node_modules/.bin/node"), { force: true })
}

export function isOfNewerLine(version, than = process.versions.node) {
  const [line, ours] = [version, than].map((one) => Number(one.split(".")[0]))
  return line > ours
}

/**
 * Starts this very program again under the project's own Node where that is of a newer line than ours, and ends with it.
 * Resolves to false where ours is the one. Whoever forked us chose our Node, and speaks with us, not with a child of ours.
 */
export async function handOver(own = ownNode()) {
  if (process.connected || !own || !isOfNewerLine(own.version)) return false
  // The server ends itself where this channel closes: however we end, nothing of us goes on.
  const child = spawn(own.program, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  })
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((done, fail) => {
    child.once("error", fail)
    child.once("close", (code) => done(code ?? 1))
  })
  return true
}
