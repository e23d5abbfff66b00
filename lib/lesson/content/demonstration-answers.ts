import type { LessonItemContent } from "./lesson-content"

/**
 * What the demonstration class gets wrong, so that a teacher has something to find: one item that many misread, one
 * with right answers and wrong evidence, one that is easy, one that is hard.
 */
type Temptation = {
  /** How much harder than the student's care suggests; 1 is as hard as care says. */
  difficulty: number
  /** Index of the option most wrong answers fall for. */
  option?: number
  /** What is typed when it is wrong. */
  answers?: string[]
  /** Phrases of the sentences that are taken for evidence and are none. */
  nearMisses?: string[]
  /** Share of right answers that come with one of those. */
  evidenceSlip?: number
}

export const temptations: Record<string, Temptation> = {
  "first-to-meet": { difficulty: 0.25, option: 2 },
  "u-turn": { difficulty: 0.7, option: 0 },
  "chechnya-memory": {
    difficulty: 0.6,
    option: 1,
    nearMisses: ["This latest turn", "The memory stings", "Chechnya in 1999"],
    evidenceSlip: 0.12,
  },
  "india-silence": {
    difficulty: 0.5,
    option: 2,
    nearMisses: ["makes sense to Mir", "Some Indians"],
    evidenceSlip: 0.12,
  },
  "ukraine-partner": {
    difficulty: 0.6,
    option: 0,
    nearMisses: ["has reason to think differently", "A year later"],
    evidenceSlip: 0.6,
  },
  abstentions: { difficulty: 0.45, answers: ["141", "23", "5", "35 or 36"] },
  "eu-letter": {
    difficulty: 0.6,
    option: 1,
    nearMisses: ["a policy sold as defiance", "came from the envoys"],
    evidenceSlip: 0.15,
  },
  "same-camp": { difficulty: 2.6, option: 2 },
  "editors-note": { difficulty: 1.1, option: 3 },
  "trade-test": { difficulty: 0.8, option: 3 },
  "motive-at-home": {
    difficulty: 0.7,
    option: 0,
    nearMisses: ["What, Mir asks", "He cites observers"],
    evidenceSlip: 0.15,
  },
  "ally-rank": {
    difficulty: 0.9,
    answers: ["NATO member", "ally of the United States", "a major ally", "balanced"],
  },
  fake: { difficulty: 0.5, option: 2 },
}

/** One made-up answer, still in the lesson's own words: option by its place, sentences by a phrase of theirs. */
export type MadeAnswer =
  | { slug: string; type: "single"; option: number }
  | { slug: string; type: "short"; text: string }
  | { slug: string; type: "evidence-pair"; option: number; phrase: string }

/** Random numbers in [0, 1). */
export type Random = () => number

/**
 * One student's answers to all items, in order. `care` from 0 to 1 is how often this student reads right what can be
 * misread; the same random numbers give the same answers.
 */
export function makeAnswers(items: readonly LessonItemContent[], care: number, random: Random): MadeAnswer[] {
  return items.map((item) => makeAnswer(item, care, random))
}

function makeAnswer(item: LessonItemContent, care: number, random: Random): MadeAnswer {
  const temptation = temptations[item.slug] ?? { difficulty: 1 }
  const isRight = random() < 1 - (1 - care) * temptation.difficulty
  if (item.type === "short") {
    const wrong = pick(temptation.answers ?? ["?"], random)
    return { slug: item.slug, type: item.type, text: isRight ? pick(item.answers, random) : wrong }
  }
  const option = chooseOption(item.options, { isRight, tempting: temptation.option }, random)
  if (item.type === "single") return { slug: item.slug, type: item.type, option }
  const slips = random() < (isRight ? (temptation.evidenceSlip ?? 0) : 0.75)
  const phrase = pick(slips ? (temptation.nearMisses ?? item.evidence) : item.evidence, random)
  return { slug: item.slug, type: item.type, option, phrase }
}

/** Three wrong answers out of four fall for the tempting one; a question for a view has no right one at all. */
function chooseOption(
  options: readonly { right?: true }[],
  { isRight, tempting }: { isRight: boolean; tempting: number | undefined },
  random: Random,
): number {
  const key = options.findIndex((option) => option.right)
  if (key < 0) return Math.floor(random() * options.length)
  if (isRight) return key
  const wrong = options.map((_, index) => index).filter((index) => index !== key)
  return tempting !== undefined && random() < 0.75 ? tempting : pick(wrong, random)
}

export function pick<T>(list: readonly T[], random: Random): T {
  const chosen = list[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new Error("nothing to pick from")
  return chosen
}
