#!/usr/bin/env node
// Plain JavaScript, and nothing imported from npm at the top: this file runs before anything is installed.
import { refuseOldNode } from "./start/node-version.mjs"
import { say } from "./start/progress.mjs"

refuseOldNode()
const { installMissing } = await import("./start/install.mjs")
await installMissing()
const { handOver } = await import("./start/own-node.mjs")
const { runServer } = await import("./start/run-server.mjs")
const { parseArguments } = await import("./start/arguments.mjs")

try {
  if (!(await handOver())) await runServer(parseArguments(process.argv.slice(2)))
} catch (error) {
  say(error.isRefusal ? error.message : error.stack)
  process.exit(1)
}
