import type { Fraction } from "@/lib/quiz/fraction"
import { meanShare, type Share } from "./share"

/** One scored answer of an attempt that counts. */
export type SkillAnswer = { assignmentId: string; skills: readonly string[]; share: Fraction }

/** Of fewer answers than this nothing is said: one lucky guess would be half of it. */
export const FEWEST_ANSWERS = 3

export type SkillPoint = {
  assignmentId: string
  /** Answers to questions of this skill. */
  n: number
  /** Mean share of their points; null: too few to say. */
  share: Share | null
}

export type SkillLine = { skill: string; n: number; share: Share | null; points: SkillPoint[] }

/**
 * What a student's answers say of each skill, assignment by assignment in the order given. An answer with several skills
 * speaks for each of them. What was left blank says nothing of a skill, and neither does what nobody has scored.
 */
export function skillsOverTime(answers: readonly SkillAnswer[], order: readonly string[]): SkillLine[] {
  const skills = [...new Set(answers.flatMap((answer) => answer.skills))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  )
  return skills.map((skill) => {
    const own = answers.filter((answer) => answer.skills.includes(skill))
    const points = order.flatMap((assignmentId) => {
      const here = own.filter((answer) => answer.assignmentId === assignmentId)
      return here.length > 0 ? [{ assignmentId, n: here.length, share: shareOf(here) }] : []
    })
    return { skill, n: own.length, share: shareOf(own), points }
  })
}

const shareOf = (answers: readonly SkillAnswer[]): Share | null =>
  answers.length < FEWEST_ANSWERS
    ? null
    : meanShare(
        answers.map(({ share }) => ({ top: BigInt(share.numerator), bottom: BigInt(share.denominator) })),
      )
