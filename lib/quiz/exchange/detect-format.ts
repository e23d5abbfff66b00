export const QUIZ_FORMATS = ["gift", "aiken", "moodle-xml", "csv"] as const
/** Most a quiz file may weigh that is handed over on a page, in bytes: some two thousand questions. */
export const QUIZ_BYTES_MAX = 500_000

export type QuizFormat = (typeof QUIZ_FORMATS)[number]

const BY_ENDING: Record<string, QuizFormat> = { gift: "gift", xml: "moodle-xml", csv: "csv", tsv: "csv" }

/**
 * What a file is, by what stands in it first and its ending second: a `.txt` may be GIFT or Aiken, and a file under the
 * wrong name is still what it is. Null where nothing tells.
 */
export function detectQuizFormat(text: string, fileName: string): QuizFormat | null {
  const start = text.slice(0, 20_000)
  if (/^\s*<(\?xml|quiz|question)[\s>]/.test(start)) return "moodle-xml"
  const byEnding = BY_ENDING[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ""]
  if (/^\s*ANSWER\s*:\s*\S/im.test(start) && /^\s*[A-Za-z][.)]\s/m.test(start)) return "aiken"
  if (byEnding === "csv" || byEnding === "gift") return byEnding
  if (/^\s*(::|\$CATEGORY:|\/\/)/m.test(start) || /(^|[^\\])\{[\s\S]*?\}/.test(start)) return "gift"
  if (/^[^\n]*\b(question|prompt|stem)\b[^\n]*[,;\t|]/i.test(start.trimStart())) return "csv"
  return null
}
