import { existsSync, readdirSync, statSync } from "node:fs"
import path from "node:path"
import { allow } from "@/lib/access/refusal"
import { checkReadiness } from "@/lib/platform/health"
import { findBrowser } from "../test/browser.mjs"
import type { Command, Say } from "./command"
import { dataFindings } from "./doctor-data"

export type Finding = { name: string; state: "ok" | "failed" | "note"; detail: string }

/** `colloquy doctor`: what an operator would look at first. */
export const doctor: Command = {
  name: "doctor",
  word: "doctor",
  options: {},
  positionals: [0, 0],
  needsDatabase: () => true,
  async run(_, say) {
    const ready = await readiness(say)
    const answers = ready.every(({ name, state }) => name !== "database" || state === "ok")
    const data = answers ? await dataFindings(say) : []
    const findings = [...dataFolder(say), ...ready, ...data, backups(say), ...program(say)]
    const healthy = findings.every(({ state }) => state !== "failed")
    const lines = findings.map(({ name, state, detail }) => `${state.padEnd(7)} ${name.padEnd(16)} ${detail}`)
    return allow({ value: { healthy, findings }, lines, failed: !healthy })
  },
}

function dataFolder(say: Say): Finding[] {
  const folder = process.env.COLLOQUY_DATA ?? ".colloquy"
  const exposed = ["secrets.json", "demo-sign-ins.json", "postgres/password"].filter((name) => {
    const file = path.join(folder, name)
    return existsSync(file) && (statSync(file).mode & 0o077) !== 0
  })
  const found: Finding = { name: "data folder", state: "ok", detail: folder }
  if (exposed.length === 0) return [found]
  return [{ ...found, state: "failed", detail: say("doctor.exposed", { files: exposed.join(", ") }) }]
}

async function readiness(say: Say): Promise<Finding[]> {
  const { checks } = await checkReadiness()
  return checks.map(({ name, state, milliseconds, detail = `${milliseconds} ms` }) => {
    return { name, state, detail: state === "ok" ? detail : `${detail}. ${say(`doctor.mend.${name}`)}` }
  })
}

/** Only those that upgrades made are known here: where an operator puts theirs, nobody says. */
function backups(say: Say): Finding {
  const folder = path.join(process.env.COLLOQUY_DATA ?? ".colloquy", "backups")
  const newest = existsSync(folder) ? readdirSync(folder).sort().at(-1) : undefined
  const detail = newest ? say("doctor.backups", { newest }) : say("doctor.noBackups")
  return { name: "backups", state: "note", detail }
}

function program(say: Say): Finding[] {
  const built = existsSync(path.resolve(import.meta.dirname, "../../.next/BUILD_ID"))
  const browser = findBrowser()
  return [
    { name: "node", state: "ok", detail: process.version },
    { name: "build", state: built ? "ok" : "note", detail: say(built ? "doctor.built" : "doctor.notBuilt") },
    { name: "test browser", state: browser ? "ok" : "note", detail: browser ?? say("doctor.noBrowser") },
  ]
}
