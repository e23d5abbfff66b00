import { localTime } from "@/lib/lesson/school-time"

/** Null: the cell is empty. A date is an instant. */
export type Cell = string | number | Date | null

/** What a column holds where it holds anything; a word such as "too few to say" may stand in any. A share is 0 to 1. */
export type ColumnKind = "text" | "number" | "date" | "share"

export type Column<H extends string = string> = { head: H; kind: ColumnKind }

/** What every file of rows is made of, whatever its format. */
export type Table = {
  /** Of its sheet, in a workbook. */
  name: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

export const text = <H extends string>(head: H): Column<H> => ({ head, kind: "text" })
export const number = <H extends string>(head: H): Column<H> => ({ head, kind: "number" })
export const date = <H extends string>(head: H): Column<H> => ({ head, kind: "date" })
export const share = <H extends string>(head: H): Column<H> => ({ head, kind: "share" })

/** An instant on the clock of a zone, as spreadsheets read it: "2026-11-27 09:50". */
export const clockTime = (instant: Date, timeZone: string): string =>
  localTime(instant, timeZone).replace("T", " ")
