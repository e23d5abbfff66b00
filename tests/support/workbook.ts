import { strToU8, zipSync } from "fflate"

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = "http://schemas.openxmlformats.org"

/** What a cell holds: text, a number, or a formula with its last result. */
type Cell = string | number | null | { formula: string; result: string }

/** The bytes of an .xlsx workbook with one sheet of these cells. */
export const makeWorkbook = (rows: readonly (readonly Cell[])[]): Uint8Array =>
  zipSync(workbookParts(sheetOf(rows)))

/** The parts of a workbook around a sheet's XML, for tests that break one of them. */
export function workbookParts(sheet: string): Record<string, Uint8Array> {
  const parts = {
    "[Content_Types].xml": `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"/>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
  }
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
}

function sheetOf(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((cells, index) => {
    const filled = cells.map((cell, at) => xmlOf(cell, `${String.fromCharCode(65 + at)}${index + 1}`))
    return `<row r="${index + 1}">${filled.join("")}</row>`
  })
  return `${XML}<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData></worksheet>`
}

function xmlOf(cell: Cell, place: string): string {
  if (cell === null) return ""
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.result)}</v></c>`
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
