import type { StudentFacts } from "../results-facts"
import type { GradeStanding } from "./grade-standing"
import type { GradeReply } from "./grading-facts"

/** Replies of students that no teacher has read, and answers with two grades that differ. */
export type Handwork = { unread: { attemptId: string; itemId: string }[]; differing: number }

type Facts = {
  students: readonly StudentFacts[]
  considered: readonly { enrolmentId: string; attemptId: string; itemId: string; standing: GradeStanding }[]
  gradeReplies: readonly GradeReply[]
}

/** Of students who are in the class: the page of grading shows nobody else's answers. */
export function handworkOf({ students, considered, gradeReplies }: Facts): Handwork {
  const here = new Set(
    students
      .filter((student) => !student.hasLeft && student.attempt?.state === "submitted")
      .map(({ enrolmentId }) => enrolmentId),
  )
  const answers = considered.filter(({ enrolmentId }) => here.has(enrolmentId))
  return {
    unread: gradeReplies
      .filter(({ fromStudent, readAt }) => fromStudent && !readAt)
      .filter((reply) =>
        answers.some(({ attemptId, itemId }) => attemptId === reply.attemptId && itemId === reply.itemId),
      )
      .map(({ attemptId, itemId }) => ({ attemptId, itemId })),
    differing: answers.filter(({ standing }) => standing === "differ").length,
  }
}
