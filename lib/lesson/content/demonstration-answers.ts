import { longAnswers } from "./demonstration-long-answers"
import type { ItemOf, LessonItemContent } from "./item-content"
import type { MadeAnswer } from "./made-answer"

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
  /** What stands in the gaps when all are right, and when one is not. */
  right?: string[][]
  fills?: string[][]
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
  abstentions: { difficulty: 0.45, answers: ["141", "23", "5", "36"] },
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
  "khan-of-the-nineties": { difficulty: 0.7, option: 3 },
  "voted-for": { difficulty: 0.4, option: 0 },
  "bitter-joke": {
    difficulty: 0.9,
    nearMisses: ["When a letter from", "And yet, on 2 March 2022"],
  },
  "who-is-who": { difficulty: 0.6 },
  "whose-claim": { difficulty: 0.9 },
  "what-came-first": { difficulty: 0.9 },
  "words-of-the-text": {
    difficulty: 0.7,
    right: [
      ["abstained", "veto", "major non-NATO ally"],
      ["had abstained", "veto", "major non-NATO ally"],
    ],
    fills: [
      ["abstained", "resolution", "major non-NATO ally"],
      ["voted against", "veto", "major non-NATO ally"],
      ["were neutral", "veto", "founding member of NATO"],
    ],
  },
}

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
  const { slug } = item
  switch (item.type) {
    case "short":
    case "numeric": {
      const wrong = pick(temptation.answers ?? ["?"], random)
      return { slug, type: item.type, text: isRight ? pick(item.answers, random) : wrong }
    }
    case "multiple":
      return { slug, type: item.type, options: chooseSeveral(item.options, { isRight, ...temptation }) }
    case "evidence": {
      const list = isRight ? item.evidence : (temptation.nearMisses ?? item.evidence)
      return { slug, type: item.type, phrases: [pick(list, random)] }
    }
    case "matching": {
      const matches = item.rows.map(({ match }) => match)
      return { slug, type: item.type, matches: isRight ? matches : swapped(matches, random) }
    }
    case "classification": {
      const categories = item.statements.map(({ category }) => category)
      return { slug, type: item.type, categories: isRight ? categories : misplaced(item, categories, random) }
    }
    case "ordering":
      return { slug, type: item.type, steps: isRight ? item.steps : swapped(item.steps, random) }
    case "gap":
      return { slug, type: item.type, fills: pick(isRight ? temptation.right : temptation.fills, random) }
    case "long":
      return { slug, type: item.type, ...pick(longAnswers, random) }
    case "evidence-pair": {
      const option = chooseOption(item.options, { isRight, tempting: temptation.option }, random)
      const slips = random() < (isRight ? (temptation.evidenceSlip ?? 0) : 0.75)
      const phrase = pick(slips ? (temptation.nearMisses ?? item.evidence) : item.evidence, random)
      return { slug, type: item.type, option, phrase }
    }
    default:
      return {
        slug,
        type: item.type,
        option: chooseOption(item.options, { isRight, tempting: temptation.option }, random),
      }
  }
}

/** Whoever is wrong misses the last of the right options and takes the tempting one for it. */
function chooseSeveral(
  options: readonly { right?: true }[],
  { isRight, option: tempting = 0 }: { isRight: boolean; option?: number },
): number[] {
  const right = options.flatMap((option, at) => (option.right ? [at] : []))
  return isRight ? right : [...right.slice(0, -1), tempting]
}

/** Two neighbours are mistaken for each other. */
function swapped<T>(list: readonly T[], random: Random): T[] {
  const at = Math.floor(random() * (list.length - 1))
  const [one, other] = list.slice(at, at + 2)
  return [...list.slice(0, at), other as T, one as T, ...list.slice(at + 2)]
}

/** One statement or two stand elsewhere, most often where the first category tempts. */
function misplaced(
  { categories: names }: ItemOf<"classification">,
  placed: readonly string[],
  random: Random,
): string[] {
  const wrong = new Set([Math.floor(random() * placed.length), Math.floor(random() * placed.length)])
  return placed.map((name, at) => {
    const others = names.filter((one) => one !== name)
    return wrong.has(at) ? (random() < 0.6 ? (others[0] ?? name) : pick(others, random)) : name
  })
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

export function pick<T>(list: readonly T[] | undefined, random: Random): T {
  const chosen = list?.[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new Error("nothing to pick from")
  return chosen
}
