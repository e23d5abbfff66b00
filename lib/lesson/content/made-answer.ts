/** One made-up answer, still in the lesson's own words: options and things by their texts, sentences by a phrase of theirs. */
export type MadeAnswer = { slug: string } & (
  | { type: "single" | "true-false" | "poll"; option: number }
  | { type: "multiple"; options: number[] }
  | { type: "short" | "numeric"; text: string }
  | { type: "evidence-pair"; option: number; phrase: string }
  | { type: "evidence"; phrases: string[] }
  /** The match of every row, in the order of the rows. */
  | { type: "matching"; matches: string[] }
  /** The category of every statement, in the order of the statements. */
  | { type: "classification"; categories: string[] }
  | { type: "ordering"; steps: string[] }
  /** What stands in every gap, in their order. */
  | { type: "gap"; fills: string[] }
  | { type: "long"; text: string; phrases: string[] }
)

type Named = { id: string; text: string }
type Content = {
  options: Named[]
  rows: Named[]
  categories: Named[]
  statements: Named[]
  steps: Named[]
  pieces: { gap?: string; options?: Named[] | null }[]
}

/** A made answer in the shape a browser would have sent. `attach` finds the sentences of phrases. */
export function responseOf(
  answer: MadeAnswer,
  stored: unknown,
  attach: (phrases: string[]) => readonly string[],
): unknown {
  const content = stored as Content
  const optionAt = (at: number) => content.options[at]?.id ?? null
  switch (answer.type) {
    case "short":
      return { text: answer.text }
    case "numeric":
      return { text: answer.text, unit: null }
    case "multiple":
      return { options: answer.options.map(optionAt) }
    case "evidence-pair":
      return { option: optionAt(answer.option), sentences: attach([answer.phrase]) }
    case "evidence":
      return { sentences: attach(answer.phrases) }
    case "matching":
      return {
        pairs: Object.fromEntries(
          content.rows.map((row, at) => [row.id, idOf(content.options, answer.matches[at])]),
        ),
      }
    case "classification":
      return {
        places: Object.fromEntries(
          content.statements.map((one, at) => [one.id, idOf(content.categories, answer.categories[at])]),
        ),
      }
    case "ordering":
      return { order: answer.steps.map((step) => idOf(content.steps, step)) }
    case "gap":
      return { gaps: filled(content, answer.fills) }
    case "long":
      return { text: answer.text, sentences: attach(answer.phrases) }
    default:
      return { option: optionAt(answer.option) }
  }
}

function idOf(list: readonly Named[], text: string | undefined): string {
  const found = list.find((one) => one.text === text)
  if (!found) throw new Error(`Nothing here says “${text}”`)
  return found.id
}

function filled({ pieces }: Content, fills: readonly string[]): Record<string, string> {
  const gaps = pieces.filter((piece) => piece.gap !== undefined)
  return Object.fromEntries(
    gaps.map(({ gap, options }, at) => [gap, options ? idOf(options, fills[at]) : (fills[at] ?? "")]),
  )
}
