import { writeFileSync } from "node:fs"
import path from "node:path"
import { allow, refuse } from "@/lib/access/refusal"
import { loadItemsForExport } from "@/lib/lesson/server/export-quiz"
import { EXPORT_FORMATS, type Loss, planQuizExport, type QuizExport } from "@/lib/quiz/exchange/plan-export"
import { csvFile } from "@/lib/results/files/csv-file"
import { type Command, textOf, UsageError } from "./command"
import { actingPerson } from "./operator"
import { sentenceOf } from "./sentences"

/** `colloquy export-quiz LESSON FILE --format gift`. */
export const exportQuiz: Command = {
  name: "export-quiz",
  word: "exportQuiz",
  options: { format: { type: "string" }, as: { type: "string" } },
  positionals: [2, 2],
  needsDatabase: () => true,
  async run(given, say) {
    const format = EXPORT_FORMATS.find((one) => one === textOf(given, "format"))
    if (!format) throw new UsageError(say("exportQuiz.formatNeeded"))
    const [lesson = "", file = ""] = given.positionals
    const person = await actingPerson(textOf(given, "as"))
    if (!person.ok) return person
    const items = await loadItemsForExport(person.value, lesson)
    if (!items.ok) return items
    const written = planQuizExport(items.value, format)
    if (!writeOptional(file, contentOf(written)))
      return refuse("conflict", "cli.notWritten", { params: { file } })
    const losses = written.losses.map((loss) => ({ ...loss, reason: reasonOf(loss) }))
    const lines = losses.map(({ number, prompt, reason }) =>
      say("exportQuiz.loss", { number, prompt, reason }),
    )
    return allow({
      value: { format, written: written.written, losses },
      lines: [say("exportQuiz.written", { count: written.written, file: path.basename(file) }), ...lines],
    })
  },
}

const reasonOf = ({ code }: Loss): string => sentenceOf(`quiz.exchange.${code}`)

const contentOf = ({ text, rows }: QuizExport): string => text ?? csvFile(rows ?? [])

function writeOptional(file: string, content: string): boolean {
  try {
    writeFileSync(file, content)
    return true
  } catch {
    return false
  }
}
