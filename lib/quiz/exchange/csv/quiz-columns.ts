/** What a column of a quiz table holds. Options are counted from 0. */
export type QuizColumn =
  | "type"
  | "title"
  | "prompt"
  | "points"
  | "right"
  | "feedback"
  | "tags"
  | { option: number }

const NAMES: Record<Exclude<QuizColumn, object>, string> = {
  type: "type questiontype itemtype kind",
  title: "title name questionname questiontitle",
  prompt: "prompt question questiontext text item stem",
  points: "points point marks mark score grade worth",
  right: "right rightanswer correct correctanswer correctanswers correctoption answer answers key solution",
  feedback: "feedback explanation generalfeedback rationale comment",
  tags: "tags tag skills skill standard standards",
}

const COLUMN_OF = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.split(" ").map((name) => [name, column as QuizColumn] as const),
  ),
)

/** A lone letter is an option only where many tables have one; behind a word, any letter is. */
const OPTION =
  /^(?:(?:option|choice|answer|distractor|answeroption|answerchoice)([a-t])|([a-h])|(?:option|choice|answer|distractor|answeroption|answerchoice)?(\d{1,2}))$/

/** Which cell holds what, by the heading; null for a column of no use here. */
export function columnsOf(heading: readonly string[]): (QuizColumn | null)[] {
  const seen = new Set<string>()
  return heading.map((cell) => {
    const name = cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
    const [option, behindWord, alone, number] = OPTION.exec(name) ?? []
    const letter = behindWord ?? alone
    const column: QuizColumn | null = option
      ? { option: letter ? letter.charCodeAt(0) - 97 : Number(number) - 1 }
      : (COLUMN_OF.get(name) ?? null)
    const place = JSON.stringify(column)
    if (column === null || seen.has(place)) return null
    seen.add(place)
    return column
  })
}
