/** Something Colloquy promises, and the tests that try to break it. */
export type AssuredPromise = {
  /** Short and stable: what its tests record under. */
  name: string
  /** A sentence a principal understands. */
  promise: string
  /** What went wrong for others, or could here. */
  threat: string
  /** How `npm run assure` runs what proves it: a project of Vitest, the browser tests, or a harness of tests/. */
  run:
    | {
        by: "unit" | "integration" | "browser"
        files: string[]
        /** Of tests of Vitest that prove several promises: those with this in their names. */
        only?: string
      }
    | { by: "harness"; file: string; args: string[] }
}
