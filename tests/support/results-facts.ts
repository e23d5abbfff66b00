import type { AnswerFacts, AttemptFacts, ItemFacts, StudentFacts } from "@/lib/results/results-facts"

// Facts of results as the database would tell them, with nothing remarkable but what a test says.

export const madeAttempt = (changes: Partial<AttemptFacts> = {}): AttemptFacts => ({
  id: "attempt",
  state: "submitted",
  submittedAt: new Date(0),
  itemIds: null,
  earned: { numerator: 0, denominator: 1 },
  latePercent: 0,
  lines: [],
  ...changes,
})

export const madeStudent = (name: string, changes: Partial<StudentFacts> = {}): StudentFacts => ({
  enrolmentId: name,
  displayName: name,
  userName: name,
  timeMultiplier: 1,
  ownDueAt: null,
  nudgedAt: null,
  excused: false,
  hasLeft: false,
  readingStarted: false,
  readingFinished: false,
  sentencesRead: 0,
  attempt: null,
  newestAttemptId: null,
  late: null,
  stanceBefore: false,
  stanceAfterReading: false,
  stanceAfterDiscussion: false,
  posts: 0,
  replies: 0,
  citations: 0,
  restatements: 0,
  ...changes,
})

export const madeItem = (itemId: string, changes: Partial<ItemFacts> = {}): ItemFacts => ({
  itemId,
  position: 1,
  type: "single",
  level: "author_says",
  title: null,
  prompt: itemId,
  points: 1,
  dropped: false,
  credited: false,
  skills: [],
  options: [],
  pool: null,
  isKeyed: true,
  key: { optionIds: [], answers: [], sentenceIds: [] },
  ...changes,
})

export const madeAnswer = (
  enrolmentId: string,
  itemId: string,
  changes: Partial<AnswerFacts> = {},
): AnswerFacts => ({
  enrolmentId,
  attemptId: "attempt",
  itemId,
  optionIds: [],
  text: null,
  sentenceIds: [],
  parts: [],
  confidence: null,
  numerator: 0,
  denominator: 1,
  answerRight: null,
  evidenceRight: null,
  ...changes,
})
