import type { AssuredPromise } from "../promise"

const harness = (rounds: number, kind: string): AssuredPromise["run"] => ({
  by: "harness",
  file: "tests/durability/run.ts",
  args: [String(rounds), kind],
})

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
      "What the screen calls saved, handed in or posted is on the school's disk, once, even if the power goes in the same moment.",
    threat: "App, database or both are killed while a class is writing and handing in.",
    run: harness(120, "kills"),
  },
  {
    name: "restart-loses-nothing",
    promise:
      "A database that restarts in the middle of a quiz costs a moment, and nothing that was acknowledged.",
    threat: "PostgreSQL is stopped, crashes or drops its connections at the bell.",
    run: harness(80, "restarts"),
  },
  {
    name: "stopping-is-gentle",
    promise:
      "A school that stops or updates the app in the middle of a lesson leaves no request it has done unanswered.",
    threat: "The app is told to stop (SIGTERM) under load.",
    run: harness(40, "stops"),
  },
  {
    name: "disk-full-is-said",
    promise:
      "On a full disk nothing is called saved that is not; everything says to come again, and goes on by itself once there is room.",
    threat: "The disk of app and database fills up while a class is writing.",
    run: harness(10, "disks"),
  },
  {
    name: "cut-wires-lose-nothing",
    promise:
      "On a network that drops, cuts and delays, nothing acknowledged is lost and nothing stands twice.",
    threat: "A request or its reply is lost, cut in the middle, late, or arrives in crumbs.",
    run: { by: "browser", files: ["tests/e2e/ops/cut-wires.spec.ts"] },
  },
  {
    name: "database-wires-lose-nothing",
    promise: "The same between app and database: a failure is said as one, and nothing waits for ever.",
    threat: "A connection to PostgreSQL is cut in the middle of a statement or of its answer.",
    run: { by: "integration", files: ["tests/integration/ops/cut-database-wires.test.ts"] },
  },
  {
    name: "all-or-nothing",
    promise:
      "Whichever statement fails, an act is stored whole or not at all, and once when it is done again.",
    threat: "A submission is half scored, a grade is lost among many graders, two acts lock each other.",
    run: {
      by: "integration",
      files: [
        "tests/integration/ops/all-or-nothing.test.ts",
        "tests/integration/ops/every-action-whole.test.ts",
        "tests/integration/results/hundred-graders.test.ts",
      ],
    },
  },
  {
    name: "the-schools-clock-decides",
    promise:
      "Deadlines are the school's, to the millisecond; a device whose clock is a day off changes nothing.",
    threat: "A student turns back the clock of their device, or has never set it.",
    run: { by: "integration", files: ["tests/integration/quiz/schools-clock.test.ts"] },
  },
]
