#!/usr/bin/env node
// `npm test`: every check of the project, one after the other, going on after a failure so that one run shows all.
// `npm test -- unit types` runs only those. Nothing from npm is imported at the top: it may not be installed yet.
import { refuseOldNode } from "./start/node-version.mjs"
import { say } from "./start/progress.mjs"

refuseOldNode()
const { installMissing } = await import("./start/install.mjs")
await installMissing()
const { handOver } = await import("./start/own-node.mjs")
const { chooseChecks } = await import("./test/checks.mjs")
const { runChecks } = await import("./test/run-checks.mjs")

try {
  if (await handOver()) process.exit()
  const passed = await runChecks(chooseChecks(process.argv.slice(2)))
  process.exit(passed ? 0 : 1)
} catch (error) {
  say(error.isRefusal ? error.message : error.stack)
  process.exit(2)
}
