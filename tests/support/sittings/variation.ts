import { firstKey, type KeyChoice, otherKey } from "@/tests/support/factories-quiz"
import { PARTS, type Plan, SHUT, SWAPPED } from "./plan"

export const secrets = ["key", "score", "author", "gated", "hidden", "stance"] as const
/** What two databases differ in: the answer key, a grade that is not released, who stands behind a pseudonym, posts behind post-first, words that are hidden, where somebody stands. */
export type Secret = (typeof secrets)[number]

/** Everything that is a secret in some sitting, as it is in one of the two databases. */
export type Variation = {
  secret: Secret
  key: KeyChoice
  /** Added to the places of all levels that graders give, and to points. */
  graded: number
  comment: string
  /** Which student plays which part in the discussion. */
  players: readonly number[]
  /** Whether the plan's other acts are done at the first question. */
  isOther: boolean
  /** What is said where it is hidden in the end. */
  hidden: readonly string[]
  /** Added to where everybody but those who look on stands. */
  stands: number
}

const CANARIES = [
  ["aardvark", "An aardvark said so."],
  ["zebra *zebra* zebra", "A [zebra](https://zebra.test) said so, and more of it."],
] as const

/** What the first or the second database is like: they differ in the one secret. */
export function variationOf(secret: Secret, variant: 0 | 1): Variation {
  const of = (one: Secret): 0 | 1 => (secret === one ? variant : 0)
  const inOrder = Array.from({ length: PARTS }, (_, part) => part)
  const [one, other] = SWAPPED
  const swapped = inOrder.map((part) => (part === one ? other : part === other ? one : part))
  return {
    secret,
    key: of("key") ? otherKey : firstKey,
    graded: of("score"),
    comment: of("score") ? "You say whose words these are, and why." : "Say more.",
    players: of("author") ? swapped : inOrder,
    isOther: of("gated") === 1,
    hidden: CANARIES[of("hidden")],
    stands: of("stance"),
  }
}

/** The plan as far as the secret is one under its rules. */
export function fitted(plan: Plan, secret: Secret): Plan {
  const { acts, rules, policy } = plan
  // Real names are no secret.
  if (secret === "author") {
    const postNames = rules.postNames === "names" ? "pseudonyms" : rules.postNames
    // A grade is given to whoever wrote: by it a teacher tells the class's staff who did.
    return {
      ...plan,
      rules: { ...rules, postNames },
      acts: acts.filter(({ kind }) => kind !== "gradeDiscussion"),
    }
  }
  if (secret === "score") {
    // Somebody has to be waiting for what graders gave.
    const releasePolicy = policy.releasePolicy === "on_submit" ? "by_teacher" : policy.releasePolicy
    return {
      ...plan,
      policy: { ...policy, releasePolicy },
      acts: acts.filter(({ kind }) => kind !== "release"),
    }
  }
  if (secret === "gated")
    return {
      ...plan,
      looksAt: 0,
      // Whoever posted may say where they stand in the end; how many did is no secret, once all is closed.
      acts: acts.filter(({ part, question, kind }) =>
        part === SHUT ? question === 1 : kind !== "lastStance",
      ),
      otherActs: plan.otherActs.filter((act) => act.part !== SHUT),
    }
  return plan
}
