import { decimalPoints } from "@/lib/quiz/score-display"
import { sentenceLabel } from "@/lib/reading/sentences"
import { type DiscussionGrade, discussionPoints } from "../discussion/discussion-grade"
import { type AuthorProfile, calledOf } from "../discussion/discussion-profile"
import type { PostView } from "../discussion/post-views"
import { csvFile } from "./results-csv"

const COUNTS: readonly PostView[] = [
  "openings",
  "replies",
  "claim",
  "support",
  "challenge",
  "question",
  "evidence",
  "restate",
  "citing",
  "across",
  "within",
  "answered",
  "waiting",
  "hidden",
]

const COLUMNS = ["citations", "sentences", "heardBy", "points", "possible", "comment"] as const

export type DiscussionWord =
  | "student"
  | "userName"
  | "state"
  | "inClass"
  | "left"
  | "posts"
  | PostView
  | (typeof COLUMNS)[number]

export type DiscussionFile = {
  students: readonly AuthorProfile[]
  userNameOf: (key: string) => string
  /** The one that counts. */
  gradeOf: (key: string) => DiscussionGrade | null
}

/**
 * Each student's part in the discussion, the numbers of the screen. By name and without pseudonyms: a file is handed on,
 * and must not tell whoever gets it who wrote what in the thread.
 */
export function discussionCsv(
  { students, userNameOf, gradeOf }: DiscussionFile,
  words: (name: DiscussionWord) => string,
): string {
  const head = [
    ...(["student", "userName", "state", "posts"] as const).map(words),
    ...COUNTS.map(words),
    ...COLUMNS.map(words),
  ]
  const lines = students.map(({ author, posts, counts, citations, heardBy }) => {
    const grade = gradeOf(author.key)
    const points = grade && discussionPoints(grade)
    return [
      calledOf(author),
      userNameOf(author.key),
      words(author.hasLeft ? "left" : "inClass"),
      posts.length,
      ...COUNTS.map((view) => counts[view]),
      citations,
      sentencesOf(posts),
      heardBy,
      points ? Number(decimalPoints(points.earned)) : null,
      points?.possible ?? null,
      grade?.comment ?? null,
    ]
  })
  return csvFile([head, ...lines])
}

/** Each sentence once, in the order of the text. */
function sentencesOf(posts: AuthorProfile["posts"]): string {
  const cited = posts.flatMap(({ citations }) => citations)
  const inText = [...cited].sort((a, b) => a.paragraph - b.paragraph || a.ordinal - b.ordinal)
  return [...new Set(inText.map(sentenceLabel))].join("; ")
}
