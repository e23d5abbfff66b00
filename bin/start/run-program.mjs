import { spawn } from "node:child_process"
import { createWriteStream, mkdirSync } from "node:fs"
import path from "node:path"
import { finished } from "node:stream/promises"
import { project, Refusal, sentence } from "./progress.mjs"

/** Runs a program that writes to the terminal itself. Answers its exit code, or the signal that ended it. */
export function runForCode(program, args, environment = {}) {
  return exitCode(start(program, args, environment, ["ignore", "inherit", "inherit"]))
}

/** The same; throws when the program fails. */
export async function runLoudly(program, args, environment = {}) {
  const code = await runForCode(program, args, environment)
  if (code !== 0) throw new Refusal(sentence("start.programFailed", { name: path.basename(program) }))
}

/** Runs a program quietly. Its output goes to .build/<name>.log, is the answer, and is in the error when it fails. */
export async function runQuietly(name, program, args, environment = {}) {
  mkdirSync(path.join(project, ".build"), { recursive: true })
  const log = createWriteStream(path.join(project, ".build", `${name}.log`))
  const child = start(program, args, environment, ["ignore", "pipe", "pipe"])
  let output = ""
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output += text
      log.write(text)
    })
  const code = await exitCode(child)
  log.end()
  await finished(log)
  if (code !== 0) throw new Refusal(`${output}\n${sentence("start.programFailed", { name })}`)
  return output
}

/** A program of node_modules/.bin, run by this very Node. */
export function packageProgram(name) {
  return path.join(project, "node_modules", ".bin", name)
}

function start(program, args, environment, stdio) {
  return spawn(program, args, { cwd: project, env: { ...process.env, ...environment }, stdio })
}

function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code, signal) => resolve(code ?? signal))
  })
}
