/** What the author of a restated post says to a restatement of it. */
export const restatingAnswers = ["yes", "not_quite"] as const
export type RestatingAnswer = (typeof restatingAnswers)[number]

/** What a teacher says where the two could not agree. */
export const rulings = ["fair", "unfair"] as const
export type Ruling = (typeof rulings)[number]

/** One wording of a restatement: numbers from 1 in order of writing, the moment in milliseconds since 1970. */
export type Wording = {
  number: number
  createdAt: number
  answer: RestatingAnswer | null
  ruling: Ruling | null
}

/** Where a restatement stands: with its reader, confirmed, refused, or settled by a teacher either way. */
export type RestatingState = "waiting" | "confirmed" | "not_quite" | Ruling

/** How a wording stands. What a teacher settled counts over what its reader said. */
export function stateOf({ answer, ruling }: Pick<Wording, "answer" | "ruling">): RestatingState {
  if (ruling) return ruling
  return answer === "yes" ? "confirmed" : (answer ?? "waiting")
}

/** The wording that stands. Null where there is none. */
export const lastOf = <W extends Wording>(wordings: readonly W[]): W | null => wordings.at(-1) ?? null

const isAnswered = (wording: Wording): boolean => stateOf(wording) !== "waiting"

/**
 * The rounds: each wording that was answered or settled, and the one that stands. What was put otherwise before anybody
 * answered it is none.
 */
export const roundsOf = <W extends Wording>(wordings: readonly W[]): W[] =>
  wordings.filter((wording, at) => at === wordings.length - 1 || isAnswered(wording))

/** When the last round began, in milliseconds since 1970: later wordings of the same round do not prolong it. */
export function roundBegan(wordings: readonly Wording[]): number | null {
  const before = wordings.slice(0, -1).findLastIndex(isAnswered)
  return wordings[before + 1]?.createdAt ?? null
}

/** May the writer put it into other words as a new round: the last ones were not what was meant. */
export const asksForNewRound = (state: RestatingState): boolean => state === "not_quite" || state === "unfair"

/** Is there something for a teacher to settle: the two did not agree once, and neither they nor a teacher ended it. */
export function canBeSettled(wordings: readonly Wording[]): boolean {
  const last = lastOf(wordings)
  if (!last || !wordings.some(({ answer }) => answer === "not_quite")) return false
  return ["waiting", "not_quite"].includes(stateOf(last))
}
