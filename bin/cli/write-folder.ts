import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"

type TextFile = { path: string; text: string; rows: number | null }
export type WrittenFile = Pick<TextFile, "path" | "rows">

/** May a folder be made here? It may be there already, with nothing in it. */
export function isFree(folder: string): boolean {
  try {
    return !existsSync(folder) || readdirSync(folder).length === 0
  } catch {
    // A file, or a folder of somebody else's.
    return false
  }
}

/**
 * Writes files into a new folder, for its owner alone to read, and gives it its name when all are there: a half export never
 * stands. Null where the disk does not let us; what was written goes then, as it does when the process is stopped.
 */
export async function writeFolder(
  folder: string,
  files: AsyncIterable<TextFile>,
): Promise<WrittenFile[] | null> {
  const target = path.resolve(folder)
  const draft = makeDraft(target)
  if (!draft) return null
  const clear = () => rmSync(draft, { recursive: true, force: true })
  process.once("exit", clear)
  try {
    const written: WrittenFile[] = []
    for await (const { path: place, text, rows } of files) {
      const file = path.join(draft, place)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, text)
      written.push({ path: place, rows })
    }
    if (existsSync(target)) rmdirSync(target)
    renameSync(draft, target)
    return written
  } catch (error) {
    if (isOfDisk(error)) return null
    throw error
  } finally {
    process.off("exit", clear)
    clear()
  }
}

function makeDraft(target: string): string | null {
  try {
    return mkdtempSync(`${target}.part-`)
  } catch {
    return null
  }
}

/** Full, read-only, not ours: what the person can mend. Everything else is a bug, and says so. */
export const isOfDisk = (error: unknown): boolean =>
  ["ENOSPC", "EACCES", "EROFS", "EPERM", "ENOTEMPTY", "EEXIST", "ENOENT", "EDQUOT"].includes(
    (error as NodeJS.ErrnoException).code ?? "",
  )
