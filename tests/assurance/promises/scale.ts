import type { AssuredPromise } from "../promise"

export const scalePromises: AssuredPromise[] = [
  {
    name: "two-processes-are-one-school",
    promise:
      "However many processes serve a school, they are one: whoever signs in, posts, is removed or signs out at one does so at all.",
    threat: "Two processes behind a proxy, and PgBouncer between them and PostgreSQL.",
    run: { by: "browser", files: ["tests/e2e/ops/two-processes.spec.ts"] },
  },
  {
    name: "two-processes-do-nothing-twice",
    promise:
      "However many processes serve a school, an attempt is graded once, a mail sent once, and an answer outlives the process that took it.",
    threat: "Two processes do the same at the same moment, or one is killed while a student saves.",
    run: { by: "integration", files: ["tests/integration/ops/two-processes.test.ts"] },
  },
]
