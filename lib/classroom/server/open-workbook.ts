import "server-only"
import { Unzip, UnzipInflate, zipSync } from "fflate"
import { readSheet } from "read-excel-file/universal"
import type { TableRow } from "@/lib/classroom/roster-columns"

/** A class list unpacks to some hundred kilobytes; a file made to fill memory, to gigabytes. */
const UNPACKED_MAX = 8_000_000
const PARTS_MAX = 200
/** The reader fills every gap up to the last cell, so that one cell far out would be as bad as a million. */
const ROWS_MAX = 5_000
const COLUMNS_MAX = 200

/** Bytes unpacked at once: deflate makes a thousand times as much of them at most. */
const STEP = 4_096

class Unfit extends Error {}

/**
 * The filled rows of a workbook's first sheet, cells as the text they show; a formula is its last result. Null for what is no
 * workbook, and for one that is built to hurt: the package is unpacked with caps, looked through, and only then read.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<TableRow[] | null> {
  try {
    const parts = unpack(bytes)
    for (const [name, part] of Object.entries(parts)) refuseUnfit(name, new TextDecoder().decode(part))
    const clean = zipSync(parts, { level: 0 })
    const rows = await readSheet(new Blob([new Uint8Array(clean)]))
    return rows
      .map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  } catch {
    // Whatever a damaged file does to the readers below us, the person is told the same: it cannot be read.
    return null
  }
}

/** The XML parts of the package, counted as they come out and not as its index says. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array[]> = {}
  let unpacked = 0
  const unzip = new Unzip((file) => {
    if (!/^[\w./[\]-]+\.(xml|rels)$/.test(file.name) || file.name.includes("..")) return
    if (Object.hasOwn(parts, file.name) || Object.keys(parts).length >= PARTS_MAX) throw new Unfit("parts")
    const chunks: Uint8Array[] = []
    parts[file.name] = chunks
    file.ondata = (error, chunk) => {
      if (error) throw error
      unpacked += chunk.length
      if (unpacked > UNPACKED_MAX) throw new Unfit("size")
      chunks.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += STEP)
    unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
  return Object.fromEntries(Object.entries(parts).map(([name, chunks]) => [name, Buffer.concat(chunks)]))
}

/** Throws for what no spreadsheet program writes: document types with entities, cells beyond any class list. */
function refuseUnfit(name: string, xml: string): void {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Unfit("doctype")
  if (!name.startsWith("xl/worksheets/")) return
  for (const [, , place = ""] of xml.matchAll(/\sr\s*=\s*(["'])([^"']*)\1/g)) {
    const [, letters = "", row = ""] = /^([A-Z]{0,3})([0-9]{1,7})$/.exec(place) ?? []
    if (row === "" || Number(row) > ROWS_MAX || columnNumber(letters) > COLUMNS_MAX) throw new Unfit("cell")
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ""
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
