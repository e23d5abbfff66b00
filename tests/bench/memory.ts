import { proportionalKiB } from "./cpu"
import type { Figure } from "./report"

/** How long the stack is left alone before it is weighed, in milliseconds. */
const REST = 15_000

/** W7: memory of the app and of PostgreSQL, in millions of bytes, after whatever load came before, at rest. */
export async function weighStack(app: number, postgres: number): Promise<Figure[]> {
  await new Promise((done) => setTimeout(done, REST))
  const megabytes = (pid: number) => (proportionalKiB([pid]) * 1024) / 1_000_000
  const [ofApp, ofPostgres] = [megabytes(app), megabytes(postgres)]
  const figure = (name: string, value: number, goal: string | null) => ({ name, value, unit: "MB", goal })
  return [
    figure("W7 memory (PSS) of the whole stack at rest", ofApp + ofPostgres, "at most 349, aim for 250"),
    figure("W7 of that, the app", ofApp, null),
    figure("W7 of that, PostgreSQL", ofPostgres, null),
  ]
}
