import { displayPoints } from "@/lib/quiz/score-display"
import type { GridRow } from "../grid/build-grid"
import type { AnsweredItem, AnswerVerdict } from "../student/student-answers"
import { answerWords, rightWords } from "./answer-words"
import { type ReportAnswer, type ReportPart, said } from "./report-view"

export type ReportFacts = {
  title: string
  row: GridRow
  pointsPossible: number
  answers: readonly AnsweredItem[]
  /** By item, where a teacher wrote some. */
  comments: ReadonlyMap<string, string>
  /** Whether the student may know what is right. */
  isReleased: boolean
  promptCount: number
}

export type PartWords = {
  fact: (name: "score" | "quiz" | "handedIn" | "late" | "reading" | "discussion" | "excused") => string
  score: (score: string, possible: number) => string
  quizState: (state: "none" | "open") => string
  percentOff: (percent: number) => string
  reading: (isDone: boolean, share: { read: number; all: number }) => string
  wrote: (counts: { posts: number; replies: number; citations: number }) => string
  yes: string
  when: (instant: Date) => string
  verdict: (verdict: AnswerVerdict, isKeyed: boolean) => string
  pointsOf: (earned: string, possible: number) => string
  sentenceLabel: (sentenceId: string) => string
}

/** One assignment of a student's report: the numbers of the screen, without anything of stances. */
export function buildReportPart(facts: ReportFacts, words: PartWords, sentenceCount: number): ReportPart {
  return {
    title: said(facts.title),
    facts: factsOf(facts, words, sentenceCount).filter(({ value }) => value !== ""),
    answers: facts.row.quiz.state === "none" ? [] : facts.answers.map((one) => answerOf(one, facts, words)),
    notes: [],
    table: null,
  }
}

function factsOf({ row, pointsPossible, promptCount }: ReportFacts, words: PartWords, sentenceCount: number) {
  const { student, quiz, done } = row
  const { attempt, posts, replies, citations } = student
  const score =
    quiz.state === "submitted"
      ? words.score(displayPoints(quiz.score), pointsPossible)
      : words.quizState(quiz.state)
  return [
    { label: words.fact("score"), value: score },
    { label: words.fact("late"), value: attempt?.latePercent ? words.percentOff(attempt.latePercent) : "" },
    { label: words.fact("excused"), value: student.excused ? words.yes : "" },
    { label: words.fact("handedIn"), value: attempt?.submittedAt ? words.when(attempt.submittedAt) : "" },
    {
      label: words.fact("reading"),
      value: words.reading(done.read, { read: student.sentencesRead, all: sentenceCount }),
    },
    {
      label: words.fact("discussion"),
      value: promptCount > 0 && !row.hidesWriting ? words.wrote({ posts, replies, citations }) : "",
    },
  ]
}

function answerOf(one: AnsweredItem, { comments, isReleased }: ReportFacts, words: PartWords): ReportAnswer {
  const { item, verdict, earned, sentenceIds, rightSentenceIds } = one
  const right =
    isReleased && verdict !== "right" ? withSentences(rightWords(one), rightSentenceIds, words) : ""
  const comment = comments.get(item.itemId)
  return {
    number: item.position,
    question: said(item.prompt),
    answer: said(withSentences(answerWords(one), sentenceIds, words)),
    right: right ? said(right) : null,
    verdict: words.verdict(verdict, item.isKeyed),
    points: earned ? words.pointsOf(displayPoints(earned), item.points) : "",
    comment: comment ? said(comment) : null,
  }
}

const withSentences = (text: string, sentenceIds: readonly string[], words: PartWords): string =>
  [text, sentenceIds.map(words.sentenceLabel).join(", ")].filter(Boolean).join(" ·\u00A0")
