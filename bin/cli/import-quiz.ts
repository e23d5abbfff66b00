import { readFileSync } from "node:fs"
import path from "node:path"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { readTable } from "@/lib/classroom/server/read-table"
import { findEditBase, importItems } from "@/lib/lesson/server/import-items"
import { readQuizFile } from "@/lib/lesson/server/read-quiz-file"
import { QUIZ_FORMATS, type QuizFormat } from "@/lib/quiz/exchange/detect-format"
import { type Remark, remarkKey } from "@/lib/quiz/exchange/exchange-item"
import type { QuizImportPlan } from "@/lib/quiz/exchange/plan-import"
import { decodeBytes } from "@/lib/reading/decode-bytes"
import { type Command, type Given, type Say, textOf, UsageError } from "./command"
import { actingPerson } from "./operator"
import { sentenceOf } from "./sentences"

const saves = ({ values }: Given): boolean => !values["dry-run"] && values.lesson !== undefined

/** `colloquy import-quiz FILE`. */
export const importQuiz: Command = {
  name: "import-quiz",
  word: "importQuiz",
  options: {
    format: { type: "string" },
    lesson: { type: "string" },
    as: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  positionals: [1, 1],
  needsDatabase: saves,
  async run(given, say) {
    const format = formatOf(textOf(given, "format") ?? "auto", say)
    const file = given.positionals[0] ?? ""
    const bytes = readOptional(file)
    if (!bytes) return refuse("missing", "cli.noFile", { params: { file } })
    const decoded = decodeBytes(bytes)
    if (!decoded.ok) return decoded
    const fileName = path.basename(file)
    const plan = await readQuizFile(
      { text: decoded.value.text, fileName, format },
      { gapPrompt: sentenceOf("quiz.exchange.gapPrompt"), rowsOf: readTable },
    )
    if (!plan.ok) return plan
    const put = saves(given) ? await putIntoLesson(plan.value, given) : allow(0)
    if (!put.ok) return put
    return allow({ value: reportOf(plan.value, put.value), lines: linesOf(plan.value, put.value, say) })
  },
}

function formatOf(named: string, say: Say): QuizFormat | "auto" {
  const known = (["auto", ...QUIZ_FORMATS] as const).find((format) => format === named)
  if (!known) throw new UsageError(say("importQuiz.formatUnknown", { format: named }))
  return known
}

function readOptional(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

async function putIntoLesson({ taken }: QuizImportPlan, given: Given): Promise<Decision<number>> {
  const person = await actingPerson(textOf(given, "as"))
  if (!person.ok) return person
  const base = await findEditBase(person.value, textOf(given, "lesson") ?? "")
  if (!base.ok || taken.length === 0) return base.ok ? allow(0) : base
  const items = taken.map(({ item }) => item)
  const saved = await importItems(person.value, { base: base.value, items })
  return saved.ok ? allow(items.length) : saved
}

const toldOf = (remark: Remark) => ({
  where: sentenceOf("quiz.exchange.where", { line: remark.line }),
  reason: sentenceOf(`quiz.${remarkKey(remark)}`, remark.params),
})

/** As `contract.md` has it, and how many items were put into the lesson. */
const reportOf = ({ format, items, skipped, warnings }: QuizImportPlan, put: number) => ({
  format,
  items,
  skipped: skipped.map(toldOf),
  warnings: warnings.map(toldOf),
  put,
})

function linesOf({ format, items, skipped, warnings }: QuizImportPlan, put: number, say: Say): string[] {
  const told = (mark: string) => (remark: Remark) => {
    const { where, reason } = toldOf(remark)
    return `${mark} ${where}: ${reason}`
  }
  return [
    say("importQuiz.counts", { items: items.length, format, skipped: skipped.length }),
    ...items.map(({ number, type, prompt }) =>
      say("importQuiz.item", { number, type, prompt: prompt.replace(/\s+/g, " ").slice(0, 90) }),
    ),
    ...skipped.map(told("-")),
    ...warnings.map(told("!")),
    put > 0 ? say("importQuiz.put", { count: put }) : say("importQuiz.dry"),
  ]
}
