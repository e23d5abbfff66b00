import { writeFileSync } from "node:fs"
import path from "node:path"
import { allow, refuse } from "@/lib/access/refusal"
import { exportPersonCommand } from "@/lib/classroom/server/keeping/export-person"
import { now } from "@/lib/platform/clock"
import type { Command } from "./command"
import { isOfDisk } from "./write-folder"

/** `colloquy export-person ID FILE`: everything of a person in one zip, readable by whoever runs the command alone. */
export const exportPerson: Command = {
  name: "export-person",
  word: "exportPerson",
  options: {},
  positionals: [2, 2],
  needsDatabase: () => true,
  async run(given, say) {
    const [reference = "", file = ""] = given.positionals
    const own = await exportPersonCommand(reference, now())
    if (!own.ok) return own
    try {
      writeFileSync(file, own.value.zip, { mode: 0o600 })
    } catch (error) {
      if (isOfDisk(error)) return refuse("conflict", "cli.notWritten", { params: { file } })
      throw error
    }
    const { files } = own.value
    const rows = files.reduce((total, one) => total + one.rows, 0)
    return allow({
      value: { file: path.resolve(file), files },
      lines: [say("exportPerson.written", { files: files.length, rows, file })],
    })
  },
}
