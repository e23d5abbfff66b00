import type { Confidence } from "@/lib/quiz/confidence"
import type { CountedLine } from "@/lib/quiz/counted-attempt"
import type { Fraction } from "@/lib/quiz/fraction"
import type { ToldAnswer, ToldKey, ToldPart } from "@/lib/quiz/told"

/**
 * Flat facts about one assignment, loaded once and turned into screens and files by the pure rules of this room.
 * Nothing here says where a student stands: of stances only "taken" is known.
 */

export type ItemFacts = {
  itemId: string
  /** From 1, as students see it. */
  position: number
  type: string
  level: "author_says" | "evidence_holds" | "my_view"
  title: string | null
  prompt: string
  /** In this assignment. */
  points: number
  /** A teacher took it out: it counts for nobody. */
  dropped: boolean
  /** Everybody who had it gets all its points. */
  credited: boolean
  skills: string[]
  /** The pool it is drawn from, with how many of it an attempt gets; null: every attempt has it. */
  pool: { id: string; draw: number } | null
  /** In the author's order; empty where the type has none. */
  options: { id: string; text: string }[]
  /** Whether something is right or wrong here; a question for a view is not keyed. */
  isKeyed: boolean
  /** What is right. Null where nothing is, and where a page has no need of it and so did not load it. */
  key: ItemKeyFacts | null
}

/** Options or wordings that are right, and the sentences that prove it. */
export type ItemKeyFacts = ToldKey & { sentenceIds: string[] }

/** One student's answer to one item in the attempt that counts. */
export type AnswerFacts = ToldAnswer & {
  enrolmentId: string
  attemptId: string
  itemId: string
  /** Place by place, for types with several; else empty. */
  parts: ToldPart[]
  /** How sure the student said to be; null where not asked or not said. */
  confidence: Confidence | null
  /** Share of the item's points, exact; null while unscored. */
  numerator: number | null
  denominator: number | null
  /** For answer-and-evidence pairs: each half. Null where a half does not exist. */
  answerRight: boolean | null
  evidenceRight: boolean | null
}

export type AttemptFacts = {
  id: string
  state: "open" | "submitted"
  submittedAt: Date | null
  /** The items it has; null where every attempt has all of them. */
  itemIds: string[] | null
  /** What the quiz counts for, lateness taken off; null while no attempt is finished. */
  earned: Fraction | null
  /** Percent taken off this attempt. */
  latePercent: number
  /** Every finished attempt with what it counts for, oldest first. */
  lines: CountedLine[]
}

export type StudentFacts = {
  enrolmentId: string
  displayName: string
  userName: string
  /** 2 means double time; 1 none. */
  timeMultiplier: number
  /** Times of this student's own, where an exception or accommodation gives them. */
  ownDueAt: Date | null
  /** When a teacher last asked this student to go on. */
  nudgedAt: Date | null
  excused: boolean
  /** Left the class: shown apart, work kept. */
  hasLeft: boolean
  readingStarted: boolean
  readingFinished: boolean
  sentencesRead: number
  /** The attempt that is shown, and what the quiz counts for. */
  attempt: AttemptFacts | null
  /** The newest attempt, which a teacher may reopen; null where there is none. */
  newestAttemptId: string | null
  /** Answers that came after the deadline and wait for a teacher; null where none do. */
  late: { attemptId: string; answers: number; lastAt: Date } | null
  /** Taken or not, never what it says. */
  stanceBefore: boolean
  stanceAfterReading: boolean
  stanceAfterDiscussion: boolean
  posts: number
  replies: number
  citations: number
  restatements: number
}

/** A student's "I think this is wrong" about one answer of the attempt that counts, and what a teacher said to it. */
export type AppealFacts = {
  enrolmentId: string
  attemptId: string
  itemId: string
  reason: string
  state: "open" | "upheld" | "declined"
  createdAt: Date
  answer: string | null
  decidedAt: Date | null
  decidedBy: string | null
}
