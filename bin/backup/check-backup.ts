import {
  BACKUP_FORMAT,
  type BackupEnd,
  type BackupHead,
  BackupProblem,
  readEnd,
  readHead,
  type TableSum,
} from "./backup-format"
import { countRows } from "./copy-out"
import { BackupReader } from "./read-backup"

/** Reads a backup from one end to the other and compares every table with its sum, before a database is touched. */
export async function checkBackup(file: string): Promise<{ head: BackupHead; end: BackupEnd }> {
  const reader = new BackupReader(file)
  try {
    const head = await readToRows(reader)
    const sums: Record<string, TableSum> = {}
    for (const { name } of head.tables) {
      await findRows(reader)
      const counted = countRows()
      for await (const chunk of reader.rows()) counted.pass(chunk)
      sums[name] = counted.sum()
    }
    const end = await readToEnd(reader)
    if (!head.tables.every(({ name }) => sameSum(sums[name], end.tables[name]))) throw damaged(reader)
    return { head, end }
  } finally {
    await reader.close()
  }
}

export const sameSum = (one: TableSum | undefined, other: TableSum | undefined): boolean =>
  one !== undefined && one.rows === other?.rows && one.sha256 === other.sha256

const damaged = ({ file }: BackupReader): BackupProblem => new BackupProblem("backupDamaged", { file })

async function readToRows(reader: BackupReader): Promise<BackupHead> {
  const line = await reader.line()
  const head = line === null ? null : parsed(reader, () => readHead(line))
  if (!head) throw new BackupProblem("noBackup", { file: reader.file })
  if (head.format !== BACKUP_FORMAT) throw new BackupProblem("backupNewer", { name: `format ${head.format}` })
  return head
}

/** Goes on to the rows of the next table. */
export async function findRows(reader: BackupReader): Promise<void> {
  for (;;) {
    const line = await reader.line()
    if (line === null) throw damaged(reader)
    if (line.startsWith("COPY ")) return
  }
}

async function readToEnd(reader: BackupReader): Promise<BackupEnd> {
  for (let end: BackupEnd | null = null; ; ) {
    const line = await reader.line()
    if (line === null && end) return end
    if (line === null) throw damaged(reader)
    end = parsed(reader, () => readEnd(line)) ?? end
  }
}

function parsed<T>(reader: BackupReader, parse: () => T): T {
  try {
    return parse()
  } catch {
    throw damaged(reader)
  }
}
