import { decimalPoints } from "@/lib/quiz/score-display"
import { sentenceLabel } from "@/lib/reading/sentences"
import { type DiscussionGrade, discussionPoints } from "../discussion/discussion-grade"
import { type AuthorProfile, calledOf, groupNames } from "../discussion/discussion-profile"
import type { PostView } from "../discussion/post-views"
import { type Cell, number, type Table, text } from "./table"

const COUNTS: readonly PostView[] = [
  "openings",
  "replies",
  "claim",
  "support",
  "challenge",
  "question",
  "evidence",
  "restate",
  "restated",
  "confirmed",
  "unconfirmed",
  "settledFair",
  "settledUnfair",
  "citing",
  "across",
  "within",
  "answered",
  "waiting",
  "hidden",
]

const COLUMNS = [
  text("student"),
  text("userName"),
  text("state"),
  text("group"),
  number("posts"),
  ...COUNTS.map((view) => number(view)),
  number("citations"),
  text("sentences"),
  number("heardBy"),
  number("points"),
  number("possible"),
  text("comment"),
] as const

export type DiscussionWord = (typeof COLUMNS)[number]["head"] | "inClass" | "left" | "sheet"

export type DiscussionPart = {
  students: readonly AuthorProfile[]
  userNameOf: (key: string) => string
  /** Beside a thread under pseudonyms, in whose group somebody wrote would tell who is who. */
  showsGroups: boolean
  /** The one that counts. */
  gradeOf: (key: string) => DiscussionGrade | null
}

/**
 * Each student's part in the discussion, the numbers of the screen. By name and without pseudonyms: a file is handed on,
 * and must not tell whoever gets it who wrote what in the thread.
 */
export const discussionTable = (part: DiscussionPart, words: (name: DiscussionWord) => string): Table => ({
  name: words("sheet"),
  columns: COLUMNS.map(({ head, kind }) => ({ head: words(head), kind })),
  rows: part.students.map((one) => discussionRow(one, part, words)),
})

function discussionRow(
  { author, posts, counts, citations, heardBy }: AuthorProfile,
  { userNameOf, gradeOf, showsGroups }: DiscussionPart,
  words: (name: DiscussionWord) => string,
): Cell[] {
  const grade = gradeOf(author.key)
  const points = grade && discussionPoints(grade)
  return [
    calledOf(author),
    userNameOf(author.key),
    words(author.hasLeft ? "left" : "inClass"),
    showsGroups ? groupNames(posts).join("; ") : "",
    posts.length,
    ...COUNTS.map((view) => counts[view]),
    citations,
    sentencesOf(posts),
    heardBy,
    points ? Number(decimalPoints(points.earned)) : null,
    points?.possible ?? null,
    grade?.comment ?? null,
  ]
}

/** Each sentence once, in the order of the text. */
function sentencesOf(posts: AuthorProfile["posts"]): string {
  const cited = posts.flatMap(({ citations }) => citations)
  const inText = [...cited].sort((a, b) => a.paragraph - b.paragraph || a.ordinal - b.ordinal)
  return [...new Set(inText.map(sentenceLabel))].join("; ")
}
