import { createHash } from "node:crypto"
import type pg from "pg"
import { to } from "pg-copy-streams"
import type { BackedUpTable, TableSum } from "./backup-format"

const NEW_LINE = 10

/** Counts and sums COPY text as it passes. A row is a line: new lines inside a value are written as \n. */
export function countRows(): { pass: (chunk: Buffer) => void; sum: () => TableSum } {
  const hash = createHash("sha256")
  let rows = 0
  const pass = (chunk: Buffer): void => {
    hash.update(chunk)
    for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) rows += 1
  }
  return { pass, sum: () => ({ rows, sha256: hash.digest("hex") }) }
}

/**
 * Reads a table as COPY text, in the order of its key whatever the disk's order is: the same rows give the same text on
 * any server. Hands each piece to `take` and waits for it, so that a table of any size is never held in memory.
 */
export async function copyOut(
  client: pg.Client,
  { name, columns, key }: BackedUpTable,
  take: (chunk: Buffer) => Promise<void> | void = () => {},
): Promise<TableSum> {
  const named = columns.map((column) => client.escapeIdentifier(column)).join(", ")
  const order =
    key.length > 0 ? key.map((column) => keyOrder(client, column)).join(", ") : 't::text COLLATE "C"'
  const statement = `COPY (SELECT ${named} FROM ${client.escapeIdentifier(name)} t ORDER BY ${order}) TO STDOUT`
  const counted = countRows()
  for await (const chunk of client.query(to(statement)) as AsyncIterable<Buffer>) {
    counted.pass(chunk)
    await take(chunk)
  }
  return counted.sum()
}

/** As text, letter by letter: a language's order differs from one server to the next. */
const keyOrder = (client: pg.Client, column: string): string =>
  `t.${client.escapeIdentifier(column)}::text COLLATE "C"`
