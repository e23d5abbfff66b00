import { spawnSync } from "node:child_process"
import path from "node:path"
import { refuseOldNode } from "./node-version.mjs"

/** Runs a TypeScript harness, with everything installed and generated that it imports; ends with its exit code. */
export async function runHarness(file) {
  refuseOldNode()
  const { installMissing } = await import("./install.mjs")
  await installMissing()
  const { generateClient } = await import("./build.mjs")
  await generateClient()
  const program = path.resolve(import.meta.dirname, file)
  const args = ["--import", "tsx", "--conditions=react-server", program, ...process.argv.slice(2)]
  process.exit(spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1)
}
