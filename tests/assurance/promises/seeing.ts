import type { AssuredPromise } from "../promise"

export const seeingPromises: AssuredPromise[] = [
  {
    name: "logs-hold-nobody",
    promise: "What the server writes down about its own work names nobody and repeats nobody’s words.",
    threat:
      "An answer, a name, a password or a link with a token stands in a log that others read or send on.",
    run: { by: "browser", files: ["tests/e2e/ops/logs.spec.ts"] },
  },
]
