import type { AssuredPromise } from "../promise"

export const keepingPromises: AssuredPromise[] = [
  {
    name: "backup-is-whole",
    promise:
      "A backup of a school that is in use is one moment of it, and comes back row for row, on another machine and another PostgreSQL.",
    threat: "A backup is torn, cut short or cannot be restored, and nobody knows before it is needed.",
    run: {
      by: "integration",
      files: ["tests/integration/keeping/backup.test.ts", "tests/integration/keeping/upgrade.test.ts"],
    },
  },
  {
    name: "erased-is-gone",
    promise:
      "Of somebody who is erased no word, name or id is left in the database, its log, or a backup taken after.",
    threat: "A person asks to be forgotten and stands in a table that nobody thought of.",
    run: {
      by: "integration",
      files: ["tests/integration/keeping/erase-person.test.ts", "tests/integration/keeping/commands.test.ts"],
    },
  },
  {
    name: "export-is-ones-own",
    promise: "What somebody takes away is everything of theirs, and nothing of anybody else.",
    threat: "An export gives away classmates, graders, or results that are not out.",
    run: { by: "integration", files: ["tests/integration/keeping/export-person.test.ts"] },
  },
  {
    name: "audit-only-grows",
    promise:
      "What is written in the log of events and in the ledger of a class cannot be changed or removed by the app.",
    threat: "Whoever did something takes it out of the log.",
    run: { by: "integration", files: ["tests/integration/keeping/retain.test.ts"] },
  },
  {
    name: "weak-secrets-stop-the-start",
    promise: "Colloquy does not start with a secret that is missing, weak or damaged.",
    threat: "Anybody can make a session of anybody's.",
    run: { by: "integration", files: ["tests/integration/keeping/weak-secrets.test.ts"] },
  },
]
