import { existsSync, readdirSync } from "node:fs"
import path from "node:path"
import { allow } from "@/lib/access/refusal"
import { checkOperation } from "@/lib/platform/telemetry/check-operation"
import { tryAnnouncing } from "../start/announcements.mjs"
import { findBrowser } from "../test/browser.mjs"
import type { Command, Say } from "./command"
import { dataFindings } from "./doctor-data"
import { sentenceOf } from "./sentences"

export type Line = { name: string; state: "ok" | "failed" | "note"; detail: string }

/** `colloquy doctor`: what an operator would look at first. It begins with the checks of the page /admin/status. */
export const doctor: Command = {
  name: "doctor",
  word: "doctor",
  options: {},
  positionals: [0, 0],
  needsDatabase: () => true,
  async run(_, say) {
    const findings = [
      ...(await operation()),
      ...(await dataFindings(say)),
      secrets(say),
      backups(say),
      await announcements(say),
      ...program(say),
    ]
    const healthy = findings.every(({ state }) => state !== "failed")
    const lines = findings.map(({ name, state, detail }) => `${state.padEnd(7)} ${name.padEnd(16)} ${detail}`)
    return allow({ value: { healthy, findings }, lines, failed: !healthy })
  },
}

async function operation(): Promise<Line[]> {
  const findings = await checkOperation()
  return findings.map(({ name, state, code, params }) => {
    const found = sentenceOf(`cli.operation.found.${code}`, params)
    const mend = state === "ok" ? "" : ` ${sentenceOf(`cli.operation.mend.${code}`, params)}`
    return { name: sentenceOf(`cli.operation.name.${name}`), state, detail: found + mend }
  })
}

/** A process with secrets of its own takes nobody's session of another, and no second factor. */
function secrets(say: Say): Line {
  const folder = process.env.COLLOQUY_DATA ?? ".colloquy"
  const areKept = existsSync(path.join(folder, "secrets.json"))
  const detail = say(areKept ? "doctor.secretsKept" : "doctor.secretsGiven")
  return { name: "secrets", state: "ok", detail }
}

/** Only those that upgrades made are known here: where an operator puts theirs, nobody says. */
function backups(say: Say): Line {
  const folder = path.join(process.env.COLLOQUY_DATA ?? ".colloquy", "backups")
  const newest = existsSync(folder) ? readdirSync(folder).sort().at(-1) : undefined
  const detail = newest ? say("doctor.backups", { newest }) : say("doctor.noBackups")
  return { name: "backups", state: "note", detail }
}

/** Whether several processes on this database tell each other what happens. */
async function announcements(say: Say): Promise<Line> {
  const { state, reason = "" } = await tryAnnouncing()
  const name = "announcements"
  if (state === "heard") return { name, state: "ok", detail: say("doctor.heard") }
  return { name, state: "failed", detail: say(`doctor.unheard.${state}`, { reason }) }
}

function program(say: Say): Line[] {
  const built = existsSync(path.resolve(import.meta.dirname, "../../.next/BUILD_ID"))
  const browser = findBrowser()
  return [
    { name: "node", state: "ok", detail: process.version },
    { name: "build", state: built ? "ok" : "note", detail: say(built ? "doctor.built" : "doctor.notBuilt") },
    { name: "test browser", state: browser ? "ok" : "note", detail: browser ?? say("doctor.noBrowser") },
  ]
}
