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
  {
    name: "inputs-mean-what-they-say",
    promise:
      "Whatever is sent in a field is taken for a text, a number or an id, or refused: never for a condition or a statement.",
    threat: "An object in place of a text, which a database library reads as a condition; SQL in a field.",
    run: { by: "integration", files: ["tests/integration/hostile/every-input.test.ts"] },
  },
  {
    name: "faults-tell-nothing",
    promise: "Whoever meets a fault reads a number to ask about, and nothing of how Colloquy is made.",
    threat: "Error texts that name tables, statements or paths (MSA-25-0011).",
    run: { by: "integration", files: ["tests/integration/hostile/every-input.test.ts"] },
  },
  {
    name: "guessing-gets-nobody-in",
    promise: "Nobody gets in by guessing passwords or join codes, or learns from the answers who is here.",
    threat: "Programs that try names, passwords and codes, from ever other addresses.",
    run: { by: "integration", files: ["tests/integration/hostile/guessing.test.ts"] },
  },
  {
    name: "spreadsheets-run-nothing",
    promise: "No file that leaves makes a spreadsheet run what somebody wrote.",
    threat: "A name or an answer that begins as a formula (CVE-2026-23873).",
    run: { by: "unit", files: ["tests/hostile/formulas.test.ts"] },
  },
  {
    name: "text-stays-text",
    promise: "What people write is shown as they wrote it and never runs, on any page, for anybody.",
    threat: "A script in a name, a post or an import that runs in a teacher's browser (GHSA-p7v9-gjrh-563x).",
    run: { by: "browser", files: ["tests/e2e/script-in-texts.spec.ts"] },
  },
]
