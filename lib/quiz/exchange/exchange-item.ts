/**
 * An item as exchange formats carry it: with everything the file says, in no database's shape. Texts keep the format
 * their author wrote them in; a share is in percent of the points, from -100 to 100, as GIFT and Moodle XML write it.
 */

/** "moodle": Moodle's auto-format, plain text whose line breaks show. */
export type TextFormat = "moodle" | "plain" | "html" | "markdown"
export type RichText = { format: TextFormat; text: string }

export type Choice = { text: RichText; percent: number; feedback: RichText | null }

/** A wording that a typed answer is compared with. In Moodle `*` stands for any letters. */
export type Wording = { text: string; percent: number; feedback: RichText | null }

/** Numbers as they were written. "other": whatever no other answer takes. */
export type NumericAnswer = {
  accepts:
    | { kind: "tolerance"; number: string; tolerance: string }
    | { kind: "range"; low: string; high: string }
    | { kind: "other" }
  percent: number
  feedback: RichText | null
}

export type Pair = { row: RichText; match: string }

/** One place of a text with gaps. `weight` is its part of the points, beside the other gaps'. */
export type Gap = { weight: number } & (
  | { kind: "choice"; choices: Choice[] }
  | { kind: "short"; wordings: Wording[]; ignoreCase: boolean }
  | { kind: "numeric"; answers: NumericAnswer[] }
)

export type Answer =
  | { type: "single" | "multiple"; choices: Choice[] }
  | { type: "true-false"; isTrue: boolean; whenRight: RichText | null; whenWrong: RichText | null }
  | { type: "short"; wordings: Wording[]; ignoreCase: boolean }
  | { type: "numeric"; answers: NumericAnswer[]; units: string[] }
  /** `extra`: matches that belong to no row. */
  | { type: "matching"; pairs: Pair[]; extra: string[] }
  /** Statements, each with one of the categories. */
  | { type: "classification"; categories: string[]; statements: { text: string; category: string }[] }
  /** In the right order. */
  | { type: "ordering"; steps: string[] }
  /** The text in pieces, with gaps between them. */
  | { type: "gap"; pieces: (string | Gap)[] }
  /** Read by a person. */
  | { type: "long" }
  /** An opinion: options of which none is right. */
  | { type: "poll"; options: string[] }
  /** Nothing is asked. */
  | { type: "note" }

export type ExchangeItem = {
  title: string | null
  /** A gap stands in it as `GAP`. */
  prompt: RichText
  points: number
  answer: Answer
  /** Shown after any answer. */
  feedback: RichText | null
  tags: string[]
  /** Where the file puts it, outermost first. */
  category: string[]
}

/** How a gap is written where a prompt is read in one piece. */
export const GAP = "_____"

export const gappedText = (pieces: readonly (string | Gap)[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : GAP)).join("")

/** What could not be taken as it stands. `code` names a sentence of the messages, `quiz.exchange.<code>`. */
export type Remark = { line: number; code: string; params: Record<string, string | number> }

/** A place in a file, from 1. */
export type Located<T> = { line: number; value: T }

/** What a reader makes of a file: nothing that is wrong in one place takes another with it. */
export type ReadQuiz = {
  items: Located<ExchangeItem>[]
  /** Items that were left out. */
  skipped: Remark[]
  /** Items that were taken, but not quite as the file has them. */
  warnings: Remark[]
}

export const remark = (line: number, code: string, params: Remark["params"] = {}): Remark => ({
  line,
  code,
  params,
})

/** The message of a remark, below `quiz`: an author's problem, or a word on the file. */
export const remarkKey = ({ code }: Remark): string => (code.includes(".") ? code : `exchange.${code}`)
