import type { AssuredPromise } from "./promise"
import type { Tried } from "./record"

/** What the last run found of one promise. `on` is a day (UTC), `minutes` of the clock. */
export type Assured = { name: string; on: string; minutes: number; passed: boolean; tried: Tried[] }

const HEAD = `# Assurance

What Colloquy promises, the tests that try to break it, how often they tried and what was lost. Made by \`npm run assure\`;
\`npm test\` runs a short form of every one of them.
`

/** docs/assurance.md: a promise without figures says that it has not been tried. */
export function assuranceText(
  promises: readonly AssuredPromise[],
  found: ReadonlyMap<string, Assured>,
): string {
  return `${[HEAD, ...promises.map((promise) => promiseText(promise, found.get(promise.name)))].join("\n")}`
}

function promiseText({ name, promise, threat, run }: AssuredPromise, assured: Assured | undefined): string {
  const files = run.by === "harness" ? [run.file] : run.files
  const proof = files.map((file) => `\`${file}\``).join(", ")
  return `## ${promise}

Against: ${threat} Tried by ${proof} (\`npm run assure -- ${name}\`).

${outcomeText(assured)}
`
}

function outcomeText(assured: Assured | undefined): string {
  if (!assured) return "Not tried yet in its long form."
  const lines = joined(assured.tried).map(
    ({ tried, of, lost }) => `- ${tried.toLocaleString("en")} ${of}: **${lost.toLocaleString("en")} lost**`,
  )
  const end = assured.passed ? "" : " The run failed."
  const when = `Last tried on ${assured.on}, in ${assured.minutes} min.${end}`
  return lines.length > 0 ? `${lines.join("\n")}\n\n${when}` : when
}

/** Several tests may try the same: their numbers are added up. */
function joined(records: readonly Tried[]): Tried[] {
  const byWhat = new Map<string, Tried>()
  for (const one of records) {
    const before = byWhat.get(one.of)
    byWhat.set(
      one.of,
      before ? { ...before, tried: before.tried + one.tried, lost: before.lost + one.lost } : one,
    )
  }
  return [...byWhat.values()]
}
