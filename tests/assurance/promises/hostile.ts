import type { AssuredPromise } from "../promise"

export const hostilePromises: AssuredPromise[] = [
  {
    name: "imports-are-harmless",
    promise:
      "A file that is broken, or made to do harm, is read or refused with where and why; it reads nothing of the school's machine.",
    threat:
      "A parser that crashes, hangs, fills memory, or reads the files a document names (CVE-2014-3542, CVE-2025-11849).",
    run: {
      by: "unit",
      files: ["tests/hostile/mutated-imports.test.ts", "tests/hostile/sealed-workers.test.ts"],
    },
  },
  {
    name: "reading-takes-linear-time",
    promise: "A file twice as long takes twice as long to read, whatever stands in it.",
    threat: "A short text that keeps a regular expression busy for hours.",
    run: { by: "unit", files: ["tests/hostile/linear-time.test.ts"] },
  },
  {
    name: "bodies-have-ends",
    promise:
      "Nobody can stall the server or fill its memory by sending too much, too slowly, or less than was promised.",
    threat: "Bodies without end, lying lengths, dribbling clients, hundreds of open streams.",
    run: { by: "integration", files: ["tests/integration/hostile/bodies.test.ts"] },
  },
]
