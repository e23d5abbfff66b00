import "server-only"
import { type Grade, grade as gradeShape, rubric as rubricShape } from "@/lib/quiz/rubric"
import { gradeStanding, isKeptFrom } from "@/lib/results/grading/grade-standing"
import type {
  GivenGrade,
  GradeDraft,
  GradedFacts,
  GradeReply,
  SecondGiven,
} from "@/lib/results/grading/grading-facts"

/** What the results' statement has of one answer's score. Moments are text, as JSON has them. */
export type GradedRow = {
  saveNumber: number | null
  numerator: number | null
  denominator: number | null
  finding: unknown
  /** What a person gave; null where nobody did. */
  graded: {
    scoringId: string
    scoredAt: string
    scoredBy: string | null
    scoredById: string | null
    gradedSave: number | null
    gradedRubric: unknown
    second: StoredSecond | null
  } | null
}

type StoredSecond = Omit<SecondGiven, keyof Grade | "by" | "at" | "first"> & {
  grade: unknown
  first: unknown
  by: string | null
  at: string
}

/**
 * The score and grade of one answer as a viewer may see it. A first grade that waits for a second is seen by its giver
 * alone; for everybody else the answer is not graded yet, on every page and in every file.
 */
export function gradedFactsOf(
  row: GradedRow,
  { asksSecond, viewerId }: { asksSecond: boolean; viewerId: string },
): GradedFacts {
  const given = givenOf(row)
  const second = given && secondOf(row)
  const standing = gradeStanding({ asksSecond, given, second })
  const { saveNumber } = row
  if (isKeptFrom(standing, given, viewerId))
    return {
      saveNumber,
      numerator: null,
      denominator: null,
      given: null,
      second: null,
      standing,
      awaitsMine: true,
    }
  const { numerator, denominator } = row
  return { saveNumber, numerator, denominator, given, second, standing, awaitsMine: false }
}

/** What a teacher gave; null where none has, where it was taken back, and where a machine scored. */
function givenOf({ finding, graded }: GradedRow): GivenGrade | null {
  const given = graded && gradeOf((finding as { grade?: unknown } | null)?.grade)
  if (!given) return null
  return {
    ...given,
    scoringId: graded.scoringId,
    saveNumber: graded.gradedSave,
    by: graded.scoredBy ?? "",
    byId: graded.scoredById,
    at: new Date(graded.scoredAt),
    earlierRubric: rubricShape.safeParse(graded.gradedRubric).data ?? null,
  }
}

function secondOf({ graded }: GradedRow): SecondGiven | null {
  const second = graded?.second
  const given = gradeOf(second?.grade)
  if (!second || !given) return null
  const { againstId, saveNumber, byId, by, at, first } = second
  return { ...given, againstId, saveNumber, byId, by: by ?? "", at: new Date(at), first: gradeOf(first) }
}

/** A schema that refuses is slow, and most answers were never graded by hand: nothing is not put to it. */
const gradeOf = (stored: unknown): Grade | null =>
  stored === undefined || stored === null ? null : (gradeShape.safeParse(stored).data ?? null)

export type StoredDraft = Omit<GradeDraft, "grade" | "savedAt"> & {
  levels: unknown
  comment: string | null
  savedAt: string
}

export const draftOf = ({ levels, comment, savedAt, ...draft }: StoredDraft): GradeDraft => ({
  ...draft,
  grade: gradeOf({ levels, comment }),
  savedAt: new Date(savedAt),
})

export type StoredReply = Omit<GradeReply, "by" | "createdAt" | "readAt"> & {
  by: string | null
  createdAt: string
  readAt: string | null
}

export const replyOf = ({ by, createdAt, readAt, ...reply }: StoredReply): GradeReply => ({
  ...reply,
  by: by ?? "",
  createdAt: new Date(createdAt),
  readAt: readAt ? new Date(readAt) : null,
})
