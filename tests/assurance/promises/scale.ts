import type { AssuredPromise } from "../promise"

export const scalePromises: AssuredPromise[] = [
  {
    name: "two-processes-are-one-school",
    promise:
      "However many processes serve a school, they are one: whoever signs in, writes, hands in or leaves at one does so at all, and nothing is done twice.",
    threat: "Two processes behind a proxy, PgBouncer between them and PostgreSQL, and one of them is killed.",
    run: { by: "browser", files: ["tests/e2e/ops/two-processes.spec.ts"] },
  },
]
