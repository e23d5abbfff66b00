/**
 * A student's report as it is printed: words, no facts to be worked on any more. One part for each assignment, so that a
 * report of one and of a whole term are the same kind of thing. It never tells of a stance.
 */

/** Words with the direction they are read in. */
export type Said = { text: string; isRightToLeft: boolean }

export type ReportAnswer = {
  number: number
  question: Said
  /** Empty: left blank. */
  answer: Said
  /** What is right; null where nothing is, or it is not to be told yet. */
  right: Said | null
  verdict: string
  /** "1½ of 2"; empty where nothing is scored. */
  points: string
  /** A teacher's words. */
  comment: Said | null
}

/** Somebody's words, with whose or on what before them. */
export type ReportNote = { label: string; text: Said }

export type ReportPart = {
  title: Said
  facts: { label: string; value: string }[]
  answers: ReportAnswer[]
  notes: ReportNote[]
  /** Null: none. Every row has as many cells as there are heads. */
  table: { heads: string[]; rows: Said[][] } | null
}

export type ReportView = {
  /** Of the document, for whoever lists or hears it. */
  title: string
  school: Said
  student: Said
  userName: string
  className: Said
  /** When it was written, in the school's zone. */
  written: string
  parts: ReportPart[]
  /** BCP 47, of the words that are ours. */
  language: string
  words: ReportWords
}

export type ReportWords = Record<
  | "report"
  | "class"
  | "number"
  | "question"
  | "result"
  | "points"
  | "answer"
  | "right"
  | "comment"
  | "blank"
  | "page",
  string
>

/** Turning text around is ours: signs that do it inside a name are left out (UAX 9, explicit directional formatting). */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const FIRST_STRONG = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Where a line may break in what has no blanks, such as an address. */
const LONG = /\S{40}/gu
const MAY_BREAK = "$&\u200B"

/** Words with the direction of their first letter, as `dir="auto"` has it. */
export function said(text: string): Said {
  const plain = text.replace(TURNING, "")
  return {
    text: plain.replace(LONG, MAY_BREAK),
    isRightToLeft: RIGHT_TO_LEFT.test(FIRST_STRONG.exec(plain)?.[0] ?? ""),
  }
}
