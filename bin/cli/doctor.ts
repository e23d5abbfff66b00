import { existsSync, statSync } from "node:fs"
import path from "node:path"
import { allow } from "@/lib/access/refusal"
import { checkReadiness } from "@/lib/platform/health"
import { tryAnnouncing } from "../start/announcements.mjs"
import { findBrowser } from "../test/browser.mjs"
import type { Command, Say } from "./command"

type Finding = { name: string; state: "ok" | "failed" | "note"; detail: string }

/** `colloquy doctor`: what an operator would look at first. */
export const doctor: Command = {
  name: "doctor",
  word: "doctor",
  options: {},
  positionals: [0, 0],
  needsDatabase: () => true,
  async run(_, say) {
    const findings = [...dataFolder(say), ...(await readiness()), await announcements(say), ...program(say)]
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
  if (exposed.length === 0) return [found, secrets(folder, say)]
  const detail = say("doctor.exposed", { files: exposed.join(", ") })
  return [{ ...found, state: "failed", detail }, secrets(folder, say)]
}

async function readiness(): Promise<Finding[]> {
  const { checks } = await checkReadiness()
  return checks.map(({ name, state, milliseconds, detail }) => {
    return { name, state, detail: detail ?? `${milliseconds} ms` }
  })
}

/** A process with secrets of its own takes nobody's session of another, and no second factor. */
function secrets(folder: string, say: Say): Finding {
  const areKept = existsSync(path.join(folder, "secrets.json"))
  const detail = say(areKept ? "doctor.secretsKept" : "doctor.secretsGiven")
  return { name: "secrets", state: "ok", detail }
}

/** Whether several processes on this database tell each other what happens. */
async function announcements(say: Say): Promise<Finding> {
  const { state, reason = "" } = await tryAnnouncing()
  const name = "announcements"
  if (state === "heard") return { name, state: "ok", detail: say("doctor.heard") }
  return { name, state: "failed", detail: say(`doctor.unheard.${state}`, { reason }) }
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
