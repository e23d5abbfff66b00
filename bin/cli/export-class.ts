import path from "node:path"
import { allow, refuse } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { exportClassCommand } from "@/lib/results/server/export-class"
import type { Command } from "./command"
import { isFree, writeFolder } from "./write-folder"

/** `colloquy export-class CLASS FOLDER`. */
export const exportClass: Command = {
  name: "export-class",
  word: "exportClass",
  options: {},
  positionals: [2, 2],
  needsDatabase: () => true,
  async run(given, say) {
    const [reference = "", folder = ""] = given.positionals
    if (!isFree(folder)) return refuse("conflict", "cli.folderFull", { params: { folder } })
    const room = await exportClassCommand(reference, now())
    if (!room.ok) return room
    const files = await writeFolder(folder, room.value.files)
    if (!files) return refuse("conflict", "cli.notWritten", { params: { file: folder } })
    const { classId, name } = room.value
    return allow({
      value: { class: { id: classId, name }, folder: path.resolve(folder), files },
      lines: [
        say("exportClass.written", { count: files.length, name, folder }),
        ...files.map((file) => say("exportClass.file", { path: file.path, rows: file.rows ?? -1 })),
      ],
    })
  },
}
