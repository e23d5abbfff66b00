#!/usr/bin/env node
// `npm run --silent colloquy -- <command>`: makes sure that everything is there, then runs bin/cli.ts. Whatever it has to say about
// that goes to stderr: stdout belongs to the command.
import { spawn } from "node:child_process"
import path from "node:path"
import { refuseOldNode } from "./start/node-version.mjs"

refuseOldNode()
const { installMissing } = await import("./start/install.mjs")
await installMissing()
const { generateClient } = await import("./start/build.mjs")
await generateClient()

const cli = path.join(import.meta.dirname, "cli.ts")
const tsx = import.meta.resolve("tsx")
const args = ["--import", tsx, "--conditions=react-server", cli, ...process.argv.slice(2)]
const environment = { ...process.env, TSX_TSCONFIG_PATH: path.join(import.meta.dirname, "../tsconfig.json") }
const child = spawn(process.execPath, args, { stdio: "inherit", env: environment })
// Ctrl-C reaches the child by itself; this process waits for it to put the database away.
process.on("SIGINT", () => {})
process.on("SIGTERM", () => child.kill("SIGTERM"))
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
