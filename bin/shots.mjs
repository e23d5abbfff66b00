#!/usr/bin/env node
import { spawnSync } from "node:child_process"
import path from "node:path"
import { refuseOldNode } from "./start/node-version.mjs"

refuseOldNode()
const { installMissing } = await import("./start/install.mjs")
await installMissing()
const { generateClient } = await import("./start/build.mjs")
await generateClient()
const run = path.join(import.meta.dirname, "../tests/shots/run.ts")
const args = ["--import", "tsx", "--conditions=react-server", run, ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1)
