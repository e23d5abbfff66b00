import type { StudentFacts } from "../results-facts"

/**
 * Students as they are shown to who sees pseudonyms. Nothing of what anybody wrote stands beside a name, neither how much
 * nor whether, nor the last step, which opens with the first post: it would say whose the post is that came just then.
 * Somebody who left is listed for what else they did.
 */
export const withoutWriting = (students: readonly StudentFacts[]): StudentFacts[] =>
  students.filter(didMoreThanWrite).map((student) => ({
    ...student,
    posts: 0,
    replies: 0,
    citations: 0,
    restatements: 0,
    stanceAfterDiscussion: false,
  }))

const didMoreThanWrite = ({ hasLeft, attempt, readingStarted }: StudentFacts): boolean =>
  !hasLeft || attempt !== null || readingStarted
