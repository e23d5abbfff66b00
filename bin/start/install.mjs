import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { forgetForeignNode } from "./own-node.mjs"
import { project, say, sentence } from "./progress.mjs"
import { runLoudly } from "./run-program.mjs"

/**
 * Installs what the lock file says when a package is missing or of another version, and says so. Not by `npm ci`: it
 * refuses a lock file without the optional binaries of other systems, which a partial mirror of the registry makes.
 */
export async function installMissing() {
  if (isInstalled(project)) return
  say(sentence("start.installing"))
  await runLoudly(...npm("install", "--no-save", "--include=dev", "--no-audit", "--no-fund"))
  forgetForeignNode()
}

/** Whether node_modules holds what the lock file says. Optional packages of other systems do not count. */
export function isInstalled(folder) {
  const wanted = packagesOf(path.join(folder, "package-lock.json"))
  const present = packagesOf(path.join(folder, "node_modules/.package-lock.json"))
  return Object.entries(wanted).every(
    ([place, { version, optional, link }]) =>
      place === "" || optional || link || present[place]?.version === version,
  )
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {}
}

// The npm that runs us, so that nothing else on the PATH is taken for it.
function npm(...args) {
  const script = process.env.npm_execpath
  if (script?.endsWith(".js")) return [process.execPath, [script, ...args]]
  return [process.platform === "win32" ? "npm.cmd" : "npm", args]
}
