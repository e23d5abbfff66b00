import type { AssuredPromise } from "../promise"

export const savingPromises: AssuredPromise[] = [
  {
    name: "saves-follow-the-rule",
    promise: "An answer that arrives twice, late, out of order or from two devices is kept as the rule says.",
    threat: "An answer is silently lost, or an older one overwrites a newer one.",
    run: { by: "integration", files: ["tests/integration/quiz/save-oracle.test.ts"] },
  },
  {
    name: "one-attempt-handed-in",
    promise: "However often and from however many tabs it is handed in, there is one attempt, graded once.",
    threat: "Two tabs hand in at once.",
    run: { by: "integration", files: ["tests/integration/quiz/close-attempt.test.ts"] },
  },
  {
    name: "acknowledged-is-stored",
    promise:
      "What the screen calls saved is on the school's disk, even if the power goes in the same moment.",
    threat: "App and database are killed while a class is writing.",
    run: { by: "harness", file: "tests/durability/run.ts", args: ["300"] },
  },
]
