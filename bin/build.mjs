#!/usr/bin/env node
import { refuseOldNode } from "./start/node-version.mjs"
// `npm run build`: installs what is missing and builds, and serves nothing. For a release that is built apart from where it runs.
import { say } from "./start/progress.mjs"

refuseOldNode()
const { installMissing } = await import("./start/install.mjs")
await installMissing()
const { buildApp, generateClient } = await import("./start/build.mjs")

try {
  await generateClient()
  await buildApp()
} catch (error) {
  say(error.isRefusal ? error.message : error.stack)
  process.exit(1)
}
