import { pick, type Random } from "@/lib/lesson/content/demonstration-answers"

/** One made-up answer to "Pakistan’s policy was neutral in practice". Null: prefers not to say. */
export type MadeStance = { position: number; confidence: number; reason: string; movedBy: string } | null

export type MadeStances = { before: MadeStance; afterReading: MadeStance; afterDiscussion: MadeStance }

const reasons: Record<"against" | "between" | "for", readonly string[]> = {
  against: [
    "You can’t visit one side and call it the middle.",
    "Doing nothing helps whoever is stronger.",
    "It had a friend in Ukraine and looked away.",
    "The answer to the letter wasn’t about the war at all.",
  ],
  between: [
    "The vote was neutral, the visit wasn’t.",
    "I don’t know enough about what they did besides the vote.",
    "Depends what you count as taking part.",
    "",
  ],
  for: [
    "It sent no weapons to anybody.",
    "35 countries abstained. That’s what abstaining is for.",
    "A country may look after itself.",
    "It voted for nobody.",
  ],
}

const movers: readonly string[] = [
  "The point that two countries can vote the same for different reasons.",
  "Somebody asked whether my rule would work for every war. It didn’t.",
  "That the government never said “neutral” in this text.",
  "The editors’ note. I had believed all the numbers.",
  "The question where keeping quiet ends.",
]

/** How likely a student prefers not to say. */
const DECLINES = 0.08

/** Where one student stands at the three moments; the text moves more of them against the statement than for it. */
export function makeStances(random: Random): MadeStances {
  const before = pick([-2, -1, -1, 0, 0, 1, 1, 2], random)
  const afterReading = within(before + pick([-1, -1, -1, 0, 0, 0, 1], random))
  const afterDiscussion = within(afterReading + pick([-1, 0, 0, 0, 1, 1], random))
  return {
    before: random() < DECLINES ? null : stanceAt(before, random),
    afterReading: random() < DECLINES ? null : stanceAt(afterReading, random),
    afterDiscussion:
      random() < DECLINES ? null : { ...stanceAt(afterDiscussion, random), movedBy: pick(movers, random) },
  }
}

const within = (position: number): number => Math.max(-2, Math.min(2, position))

function stanceAt(position: number, random: Random) {
  const side = position < 0 ? "against" : position > 0 ? "for" : "between"
  return {
    position,
    confidence: pick([1, 2, 2, 3, 3, 4], random),
    reason: pick(reasons[side], random),
    movedBy: "",
  }
}
