import { readFileSync } from "node:fs"
import path from "node:path"
import { allow, refuse } from "@/lib/access/refusal"
import { copyLessonToReading, planLessonCopy } from "@/lib/lesson/server/copy-lesson-to-reading"
import { now } from "@/lib/platform/clock"
import { type ImportReadingReport, importReadingCommand } from "@/lib/reading/server/import-reading-command"
import { type Command, type Given, type Say, textOf } from "./command"
import { actingPerson } from "./operator"
import { sentenceOf } from "./sentences"

// Trying out without a lesson needs nothing but the file.
const needsDatabase = ({ values }: Given): boolean => !values["dry-run"] || values.lesson !== undefined

/** `colloquy import-reading FILE`. */
export const importReading: Command = {
  name: "import-reading",
  word: "importReading",
  options: {
    lesson: { type: "string" },
    title: { type: "string" },
    author: { type: "string" },
    as: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  positionals: [1, 1],
  needsDatabase,
  async run(given, say) {
    const fileName = given.positionals[0] ?? ""
    const bytes = readOptional(fileName)
    if (!bytes) return refuse("missing", "cli.noFile", { params: { file: fileName } })
    const person = needsDatabase(given) ? await actingPerson(textOf(given, "as")) : null
    if (person && !person.ok) return person
    const wanted = {
      fileName: path.basename(fileName),
      bytes,
      lesson: textOf(given, "lesson"),
      title: textOf(given, "title"),
      author: textOf(given, "author"),
      dryRun: given.values["dry-run"] === true,
    }
    const lessons = { plan: planLessonCopy, copy: copyLessonToReading }
    const outcome = await importReadingCommand(wanted, { viewer: person?.value ?? null, lessons, now: now() })
    return outcome.ok ? allow({ value: outcome.value, lines: linesOf(outcome.value, say) }) : outcome
  },
}

function readOptional(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

function linesOf(report: ImportReadingReport, say: Say): string[] {
  const { title, author, paragraphs, task, warnings, evidence, readingId, lessonId } = report
  const sentences = paragraphs.reduce((total, paragraph) => total + paragraph.sentences.length, 0)
  return [
    author ? say("importReading.titleBy", { title, author }) : title,
    say("importReading.size", { paragraphs: paragraphs.length, sentences }),
    ...task.map((line) => say("importReading.task", { line })),
    ...warnings.map(({ code, params }) => `! ${sentenceOf(`reading.warnings.${code}`, params)}`),
    ...(lessonId
      ? [say("importReading.evidence", { attached: evidence.attached, missing: evidence.missing.length })]
      : []),
    readingId ? say("importReading.saved", { id: readingId }) : say("importReading.dry"),
    ...(lessonId ? [say("importReading.copied", { id: lessonId })] : []),
  ]
}
