import { readFileSync } from "node:fs"
import path from "node:path"

export const project = path.resolve(import.meta.dirname, "../..")

/** What a person is told and can do something about: printed without a stack. */
export class Refusal extends Error {
  isRefusal = true
}

let words

/** A sentence of lib/platform/messages/en/cli.json, read without next-intl: nothing may be installed yet. */
export function sentence(key, params = {}) {
  words ??= JSON.parse(readFileSync(path.join(project, "lib/platform/messages/en/cli.json"), "utf8"))
  const found = key.split(".").reduce((part, name) => part?.[name], words)
  if (typeof found !== "string") throw new Error(`no sentence ${key}`)
  return found.replace(/\{(\w+)\}/g, (_, name) => String(params[name]))
}

// Whoever read our output may be gone. That must not become an error which Next reports to the same closed pipe, forever.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})

export function say(text = "") {
  process.stderr.write(`${text}\n`)
}

/** Shows a step, how long it has taken so far on a terminal, and how long it took. */
export async function step(title, work) {
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  const terminal = process.stderr.isTTY
  const show = (end) => process.stderr.write(`${terminal ? `\r  ${title} … ` : ""}${seconds()}${end}`)
  process.stderr.write(`  ${title} … `)
  const ticking = terminal && setInterval(() => show(""), 100)
  try {
    return await work()
  } finally {
    clearInterval(ticking)
    show("\n")
  }
}
