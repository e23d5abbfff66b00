import { readFileSync } from "node:fs"
import { allow, refuse } from "@/lib/access/refusal"
import { decodeText } from "@/lib/reading/decode-bytes"
import { FEWEST_TO_RELATE } from "@/lib/results/analysis/fewest"
import type { ItemFigures } from "@/lib/results/analysis/measure-item"
import type { QuizFigures } from "@/lib/results/analysis/measure-quiz"
import { measureScores } from "@/lib/results/analysis/measure-scores"
import { readScoreCsv, type ScoreFault } from "@/lib/results/analysis/read-score-csv"
import type { Command, Say } from "./command"

/** `colloquy analyse-items FILE.csv`: what the page of questions is made of, from a file of points. */
export const analyseItemsCommand: Command = {
  name: "analyse-items",
  word: "analyseItems",
  options: {},
  positionals: [1, 1],
  needsDatabase: () => false,
  async run(given, say) {
    const file = given.positionals[0] ?? ""
    const bytes = readOptional(file)
    if (!bytes) return refuse("missing", "cli.noFile", { params: { file } })
    const read = readScoreCsv(decodeText(bytes).text)
    if (!read.ok)
      return refuse("invalid", "cli.noScores", {
        params: { reasons: read.faults.map((fault) => faultSentence(fault, say)).join("\n") },
      })
    const { table, names } = read.file
    const figures = measureScores(table)
    const items = figures.items.map(({ id, ...item }, at) => ({
      number: Number(id),
      name: names[at],
      ...item,
    }))
    const value = { students: table.rows.length, quiz: figures.quiz, items }
    const width = Math.min(28, Math.max(4, ...names.map((name) => name.length)))
    const lines = [
      say("analyseItems.read", { students: table.rows.length, items: names.length }),
      "",
      headLine(width, say),
      ...figures.items.map((item, at) => itemLine(item, { name: names[at] ?? "", width, say })),
      "",
      ...quizLines(figures.quiz, say),
    ]
    return allow({ value, lines })
  },
}

function readOptional(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

function faultSentence({ code, ...params }: ScoreFault, say: Say): string {
  return say(`analyseItems.faults.${code}`, params)
}

const COLUMNS = ["n", "share", "low", "high", "rest", "restLow", "restHigh", "upper", "lower"] as const
const CELL = 8

const headLine = (width: number, say: Say): string =>
  `${"".padEnd(width)}${COLUMNS.map((name) => say(`analyseItems.columns.${name}`).padStart(CELL)).join("")}`

const decimals = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : value.toFixed(3)

function itemLine(
  item: ItemFigures,
  { name, width, say }: { name: string; width: number; say: Say },
): string {
  const { itemRest, interval, groups } = item
  const cells = [
    String(item.n),
    decimals(item.share ?? item.meanPoints),
    decimals(interval?.low),
    decimals(interval?.high),
    decimals(itemRest?.r),
    decimals(itemRest?.interval?.low),
    decimals(itemRest?.interval?.high),
    decimals(groups?.upperShare),
    decimals(groups?.lowerShare),
  ]
  const missing = item.itemRestMissing ? `  ${say(`analyseItems.missing.${item.itemRestMissing}`)}` : ""
  const scale = item.scale === "rightWrong" ? "" : `  ${say(`analyseItems.scale.${item.scale}`)}`
  return `${name.slice(0, width).padEnd(width)}${cells.map((cell) => cell.padStart(CELL)).join("")}${scale}${missing}`
}

function quizLines(quiz: QuizFigures, say: Say): string[] {
  const { reliability, reliabilityMissing } = quiz
  const value = (one: number | null) => (one === null ? say("analyseItems.missing.tooFew") : one.toFixed(3))
  const line = (name: string, text: string) => `${say(`analyseItems.quiz.${name}`).padEnd(32)}${text}`
  return [
    line("students", String(quiz.n)),
    ...(quiz.waiting > 0 ? [line("waiting", String(quiz.waiting))] : []),
    ...(quiz.possible === null ? [] : [line("possible", String(quiz.possible))]),
    line("mean", value(quiz.mean)),
    line("sd", value(quiz.sd)),
    reliability
      ? line(
          reliability.kind,
          `${reliability.value.toFixed(3)}  ${say("analyseItems.quiz.of", { ...reliability })}`,
        )
      : line(
          "reliability",
          say(`analyseItems.quiz.missing.${reliabilityMissing ?? "tooFew"}`, { relate: FEWEST_TO_RELATE }),
        ),
    ...(reliability?.kind === "alpha" ? [say("analyseItems.quiz.caution")] : []),
    ...(quiz.standardError === null ? [] : [line("sem", quiz.standardError.toFixed(3))]),
    ...quiz.bars.map(
      ({ from, to, count }) =>
        `${`${from} – <${to}`.padEnd(12)}${String(count).padStart(5)}  ${"▪".repeat(barOf(count, quiz))}`,
    ),
  ]
}

/** At most forty marks. */
const barOf = (count: number, { bars }: QuizFigures): number =>
  Math.round((count / Math.max(40, ...bars.map((bar) => bar.count))) * 40)
