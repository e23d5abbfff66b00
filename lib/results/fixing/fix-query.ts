import { type Fix, type FixKind, fix, fixKinds } from "./fix-input"

/** What a teacher has chosen so far, as the address of the page says it. */
export type FixQuery = {
  kind: FixKind | null
  optionIds: string[]
  text: string
  points: number | null
  /** Whole enough to be shown what it changes; null until then. */
  fix: Fix | null
  /** How many scores a fix that was just applied changed; null where none was. */
  applied: number | null
}

type Raw = Record<string, string | string[] | undefined>

/** Whatever else is written is nothing. */
export function readFixQuery(raw: Raw): FixQuery {
  const kind = fixKinds.find((one) => one === raw.do) ?? null
  const optionIds = [raw.option ?? []].flat()
  const listed = typeof raw.answer === "string" ? raw.answer : ""
  const typed = typeof raw.text === "string" ? raw.text : ""
  // What is typed goes before what was pointed at.
  const text = typed.trim() || listed.trim()
  const points = typeof raw.points === "string" && raw.points !== "" ? Number(raw.points) : null
  const named = optionIds.length > 0 ? { optionIds } : { text }
  const wanted = {
    rekey: { kind, named },
    accept: { kind, named },
    credit: { kind },
    drop: { kind },
    points: { kind, points },
  }
  const whole = kind ? fix.safeParse(wanted[kind]) : null
  const applied =
    typeof raw.applied === "string" && /^\d{1,6}$/.test(raw.applied) ? Number(raw.applied) : null
  return { kind, optionIds, text, points, fix: whole?.data ?? null, applied }
}
