import { LONGEST_COMMENT } from "@/lib/quiz/rubric"

export type Inserted = { text: string; cursor: number }

/**
 * Puts words where the cursor is, in place of what is selected, with a blank to the words beside them. Null: it would be
 * longer than a comment may be.
 */
export function insertComment(
  text: string,
  words: string,
  { start, end }: { start: number; end: number },
): Inserted | null {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  const lead = before === "" || /\s$/.test(before) ? "" : " "
  const trail = after === "" || /^\s/.test(after) ? "" : " "
  const inserted = `${before}${lead}${words}`
  const whole = `${inserted}${trail}${after}`
  return whole.length > LONGEST_COMMENT ? null : { text: whole, cursor: inserted.length }
}
