/** Everything the bench measures, in the order it runs. Floor (b) is measured always: the goals are scaled by it. */
export const ROWS = [
  "W1",
  "W2",
  "saves",
  "W3",
  "W3lossy",
  "W4a",
  "W4b",
  "W4d",
  "W5",
  "W5d",
  "W6",
  "W7",
  "pages",
] as const
export type Row = (typeof ROWS)[number]

export type Asked = { rows: readonly Row[]; jsonFile: string | null }

/** `figures.json --only W4a,W6`: which rows, and where the figures go as JSON. Throws at a row it does not know. */
export function readArguments(given: readonly string[]): Asked {
  const at = given.indexOf("--only")
  const only = at < 0 ? null : (given[at + 1] ?? "").split(",").map(rowNamed)
  const [jsonFile = null] = given.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  if (jsonFile?.startsWith("-")) throw new Error(`There is no option ${jsonFile}.`)
  return { rows: ROWS.filter((row) => only === null || only.includes(row)), jsonFile }
}

function rowNamed(name: string): Row {
  const row = ROWS.find((one) => one.toLowerCase() === name.toLowerCase())
  if (!row) throw new Error(`There is no row “${name}”. The rows: ${ROWS.join(", ")}.`)
  return row
}
