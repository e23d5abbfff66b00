import type { DiscussionProfile } from "../discussion/discussion-profile"
import type { GridWords } from "./students-table"
import { number, type Table, text } from "./table"

const COLUMNS = [
  text("student"),
  text("userName"),
  text("state"),
  number("posts"),
  number("replies"),
  number("citations"),
  number("restatements"),
] as const

/** Who took part, in the numbers of the screen. Without the posts: beside names, these would uncover pseudonyms. */
export const discussionTable = (
  { students }: Pick<DiscussionProfile, "students">,
  words: Pick<GridWords, "of">,
): Table => ({
  name: words.of("discussionSheet"),
  columns: COLUMNS.map(({ head, kind }) => ({ head: words.of(head), kind })),
  rows: students.map(({ student }) => [
    student.displayName,
    student.userName,
    words.of(student.hasLeft ? "left" : "inClass"),
    student.posts,
    student.replies,
    student.citations,
    student.restatements,
  ]),
})
