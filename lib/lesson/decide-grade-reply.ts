import { allow, type Decision, refuse } from "@/lib/access/refusal"

/** Characters of one reply, a student's or a teacher's. */
export const LONGEST_REPLY = 1000
/** Replies that may wait for a teacher at a time. */
export const MOST_UNREAD = 3

export type ReplyFacts = {
  /** There is a grade with a comment, and the student may see it now. */
  hasComment: boolean
  /** The student's own that no teacher has read. */
  unread: number
}

/** What a student says to the comment on a grade, or why it is not taken. */
export function decideGradeReply({ hasComment, unread }: ReplyFacts, typed: string): Decision<string> {
  const body = typed.trim()
  if (!hasComment) return refuse("missing", "quiz.noComment")
  if (body === "") return refuse("invalid", "quiz.replyEmpty", { field: "body" })
  if (body.length > LONGEST_REPLY)
    return refuse("invalid", "quiz.replyLong", { params: { most: LONGEST_REPLY }, field: "body" })
  if (unread >= MOST_UNREAD)
    return refuse("conflict", "quiz.repliesUnread", { params: { most: MOST_UNREAD } })
  return allow(body)
}
