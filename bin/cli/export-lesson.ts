import { writeFileSync } from "node:fs"
import path from "node:path"
import { allow, refuse } from "@/lib/access/refusal"
import { exportLesson as exportUseCase } from "@/lib/lesson/server/export-lesson"
import { type Command, textOf } from "./command"
import { actingPerson } from "./operator"

/** `colloquy export-lesson SLUG FILE`. */
export const exportLesson: Command = {
  name: "export-lesson",
  word: "exportLesson",
  options: { as: { type: "string" } },
  positionals: [2, 2],
  needsDatabase: () => true,
  async run(given, say) {
    const [lesson = "", file = ""] = given.positionals
    const person = await actingPerson(textOf(given, "as"))
    if (!person.ok) return person
    const written = await exportUseCase(person.value, lesson)
    if (!written.ok) return written
    const { text, fileName: _, ...told } = written.value
    if (!writeOptional(file, text)) return refuse("conflict", "cli.notWritten", { params: { file } })
    const { title, questions } = told
    return allow({
      value: { ...told, file, bytes: Buffer.byteLength(text) },
      lines: [say("exportLesson.written", { title, questions, file: path.basename(file) })],
    })
  },
}

function writeOptional(file: string, content: string): boolean {
  try {
    writeFileSync(file, content)
    return true
  } catch {
    return false
  }
}
