import path from "node:path"
import { checkImports } from "./check-imports"
import { checkMessages } from "./check-messages"

// `npm run house`: every breach with its file and line, and an exit code.
const root = path.resolve(import.meta.dirname, "../..")
const found = [...checkImports(root), ...checkMessages(root)]
for (const { place, line, reason } of found) console.log(`${place}:${line} ${reason}`)
if (found.length > 0) process.exitCode = 1
else console.log("The house is in order.")
