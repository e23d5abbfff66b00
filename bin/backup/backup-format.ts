/**
 * A backup is one gzip file of text that psql reads too: a line about itself, a COPY block for each table, where every
 * counter stands, and a last line with the sums. Without that last line it is not whole.
 */
export const BACKUP_FORMAT = 1

const HEAD = "-- Colloquy backup "
const END = "-- Colloquy backup ends "

/** A migration that had been applied, by its folder's name; the checksum is SHA-256 of its script, in hex. */
export type AppliedMigration = { name: string; checksum: string }

/** A table and the columns it is copied by, in the order of the file: a table stands behind those it refers to. */
export type BackedUpTable = { name: string; columns: string[]; key: string[] }

export type BackupHead = {
  format: number
  /** ISO 8601, when the snapshot was taken. */
  madeAt: string
  /** As the server says it: "18.4". */
  server: string
  /** In the order they were applied in. */
  migrations: AppliedMigration[]
  tables: BackedUpTable[]
}

/** Rows of a table, and SHA-256 in hex of its COPY text in the order of its key. */
export type TableSum = { rows: number; sha256: string }

/** Where a counter stands, and whether that number has been given out. */
export type Counter = { value: string; called: boolean }

export type BackupEnd = { tables: Record<string, TableSum>; counters: Record<string, Counter> }

export const headLine = (head: BackupHead): string => `${HEAD}${JSON.stringify(head)}`
export const endLine = (end: BackupEnd): string => `${END}${JSON.stringify(end)}`

/** Null for a line that says something else. Throws for one that is damaged. */
export const readEnd = (line: string): BackupEnd | null =>
  line.startsWith(END) ? (JSON.parse(line.slice(END.length)) as BackupEnd) : null

/** Null for a file that is no backup of ours. */
export function readHead(line: string): BackupHead | null {
  if (!line.startsWith(HEAD) || line.startsWith(END)) return null
  return JSON.parse(line.slice(HEAD.length)) as BackupHead
}

/** Values are written the same way whatever the server or its operator has set: the sums depend on it. */
export const SAME_TEXT_EVERYWHERE = `
  SET LOCAL client_encoding = 'UTF8';
  SET LOCAL TimeZone = 'UTC';
  SET LOCAL DateStyle = 'ISO, MDY';
  SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1;
  SET LOCAL search_path = public;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`

/** What is the operator's to mend: a file that is damaged, a database that is not empty. `key` is a refusal of cli.json. */
export class BackupProblem extends Error {
  constructor(
    readonly key: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(key)
  }
}
