import { groupBy } from "../group-by"
import type { Walked } from "./grading-walk"

export type Step = { attemptId: string; itemId: string }

/** One place of the strip: an answer, or a student with all of theirs. */
export type GradingPlace = Step & { isGraded: boolean; isOpen: boolean }

/** One of a student's answers, by the place of its question. */
export type OwnStep = Step & { position: number; isGraded: boolean }

type WalkedAnswer = Walked & { given: unknown }

export const stepOf = (answer: Step | undefined): Step | null =>
  answer ? { attemptId: answer.attemptId, itemId: answer.itemId } : null

/** Answers as they are walked; by student the students, each leading to what is left of theirs. */
export function placesOf(
  walked: readonly WalkedAnswer[],
  open: WalkedAnswer | undefined,
  by: "item" | "student",
): GradingPlace[] {
  if (by === "item")
    return walked.map(({ attemptId, itemId, given }) => ({
      ...{ attemptId, itemId, isGraded: given !== null },
      isOpen: attemptId === open?.attemptId && itemId === open.itemId,
    }))
  return [...groupBy(walked, ({ enrolmentId }) => enrolmentId).values()].flatMap((own) => {
    const first = own.find(({ given }) => given === null) ?? own[0]
    if (!first) return []
    const { attemptId, itemId, enrolmentId } = first
    const isGraded = own.every(({ given }) => given !== null)
    return [{ attemptId, itemId, isGraded, isOpen: enrolmentId === open?.enrolmentId }]
  })
}

/** What the student of the open answer has answered. */
export const ownSteps = (
  walked: readonly WalkedAnswer[],
  open: WalkedAnswer | undefined,
  items: readonly { itemId: string; position: number }[],
): OwnStep[] =>
  walked
    .filter(({ enrolmentId }) => enrolmentId === open?.enrolmentId)
    .map(({ attemptId, itemId, given }) => ({
      ...{ attemptId, itemId, isGraded: given !== null },
      position: items.find((item) => item.itemId === itemId)?.position ?? 0,
    }))
