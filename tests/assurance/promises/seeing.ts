import type { AssuredPromise } from "../promise"

export const seeingPromises: AssuredPromise[] = [
  {
    name: "logs-hold-nobody",
    promise: "What the server writes down about its own work names nobody and repeats nobody’s words.",
    threat:
      "An answer, a name, a password or a link with a token stands in a log that others read or send on.",
    run: { by: "integration", files: ["tests/integration/ops/quiet-log.test.ts"] },
  },
  {
    name: "logs-of-pages-hold-nobody",
    promise:
      "Nor does it where pages, posts and sign-in fail, in the whole app and in the database’s own log.",
    threat: "A library prints an error whole, with the row that was refused or the mail that was not taken.",
    run: { by: "browser", files: ["tests/e2e/ops/logs.spec.ts"] },
  },
]
