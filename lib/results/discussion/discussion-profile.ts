import type { Move, Side } from "@/lib/discussion/moves"
import { groupBy } from "../group-by"
import type { StudentFacts } from "../results-facts"

export type CitationFacts = { sentenceId: string; paragraph: number; ordinal: number; quote: string }

/** One post, with the student behind it: for the teachers of the class. */
export type PostFacts = {
  /** The public id: what an address may hold. */
  id: string
  enrolmentId: string
  promptId: string
  promptPosition: number
  isReply: boolean
  move: Move
  side: Side | null
  state: "visible" | "hidden"
  html: string
  createdAt: Date
  citations: CitationFacts[]
}

export type StudentPosts = { student: StudentFacts; posts: PostFacts[] }

export type DiscussionProfile = {
  /** By name; those who left and wrote nothing are not in it. */
  students: StudentPosts[]
  posted: number
  /** Students of the class, left ones aside. */
  inClass: number
  posts: number
  replies: number
  citations: number
}

/** Who wrote what. The sums are those of the grid and of the file: all three are made of `students`. */
export function buildDiscussionProfile(
  students: readonly StudentFacts[],
  posts: readonly PostFacts[],
  locale: string,
): DiscussionProfile {
  const names = new Intl.Collator(locale, { sensitivity: "base", numeric: true })
  const byStudent = groupBy(posts, (post) => post.enrolmentId)
  const sum = (of: (student: StudentFacts) => number) => students.reduce((total, one) => total + of(one), 0)
  const wrote = (student: StudentFacts) => student.posts + student.replies > 0
  return {
    students: [...students]
      .filter((student) => !student.hasLeft || wrote(student))
      .sort((a, b) => names.compare(a.displayName, b.displayName) || (a.userName < b.userName ? -1 : 1))
      .map((student) => ({ student, posts: byStudent.get(student.enrolmentId) ?? [] })),
    posted: students.filter((student) => !student.hasLeft && wrote(student)).length,
    inClass: students.filter((student) => !student.hasLeft).length,
    posts: sum((student) => student.posts),
    replies: sum((student) => student.replies),
    citations: sum((student) => student.citations),
  }
}
