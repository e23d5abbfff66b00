import { say, sentence } from "./progress.mjs"

const LEAST = [20, 19]

/** Ends the process with one sentence where Node is too old to run the rest. */
export function refuseOldNode(version = process.versions.node) {
  if (isNewEnough(version)) return
  say(sentence("start.oldNode", { version, least: LEAST.join(".") }))
  process.exit(1)
}

export function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number)
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])
}
