import "server-only"
import { LRUCache } from "lru-cache"
import { cache } from "react"
import { pool } from "@/lib/platform/database"
import { jsonAsText } from "@/lib/platform/json-as-text"
import type { RailClass } from "@/lib/results/server/gradebook-store"
import { CONSIDERED_AND_WRITTEN, RESULTS_SINCE } from "@/lib/results/server/results-statement"
import { type RawResults, type ResultsRow, resultsRowOf } from "@/lib/results/server/store"

const JSON_COLUMNS = [
  ...["items", "students", "appeals", "grading", "drafts", "gradeReplies", "unclear", "lookups"],
] as const

/** The statement's row as it comes: JSON is text. */
type Said = Omit<RawResults, (typeof JSON_COLUMNS)[number] | "answers"> &
  Record<(typeof JSON_COLUMNS)[number], string> & { answersVersion: string }

/** Sent with it, and not kept with it. */
type Beside = { answers: string | null; rail: string }

type Kept = { said: Said; answers: string; row: ResultsRow }

/**
 * What the last rows said, with what they come to: as much as is made of some 5 MB of text, ten classes of three hundred, and for ten
 * minutes. By viewer, since of two graders the second does not see what the first gave. In a process of several each keeps
 * its own, and none has to hear of the others: whether it is still so is a part of every question.
 */
const kept = new LRUCache<string, Kept>({
  maxSize: 5 * 1024 * 1024,
  sizeCalculation: ({ said, answers }) => answers.length + said.students.length + said.items.length + 1000,
  ttl: 10 * 60_000,
  ttlAutopurge: true,
})

/**
 * Everything results are made of; keys held so that they cannot be written out. Null: no such assignment, or not in a class
 * of this user, which every request asks. One trip a request, however many ask.
 *
 * Where PostgreSQL says the very same as the last time the row is the very same object, so that what was made of it can be
 * found again: nobody may change it. The answers, most of it, are sent only when their version is another than the one held.
 */
export const loadResultsRow = cache(
  async (userId: string, assignmentId: string): Promise<{ row: ResultsRow; rail: RailClass[] } | null> => {
    const place = `${userId} ${assignmentId}`
    const held = kept.get(place)
    const statement = {
      name: "results",
      text: CONSIDERED_AND_WRITTEN + RESULTS_SINCE,
      values: [userId, assignmentId, held?.said.answersVersion ?? null],
      types: jsonAsText,
    }
    const told = (await pool().query<Said & Beside>(statement)).rows[0]
    if (!told) return null
    const { answers: sent, rail: railText, ...said } = told
    const rail = JSON.parse(railText) as RailClass[]
    if (held && sent === null && isSame(held.said, said)) return { row: held.row, rail }
    const answers = sent ?? held?.answers
    if (answers === undefined) throw new Error(`The results of ${assignmentId} came without answers`)
    const row = resultsRowOf(read(said, answers), userId)
    kept.set(place, { said, answers, row })
    return { row, rail }
  },
)

function read({ answersVersion: _, ...said }: Said, answers: string): RawResults {
  const columns = JSON_COLUMNS.map((column) => [column, JSON.parse(said[column] ?? "null")])
  return { ...said, ...Object.fromEntries(columns), answers }
}

/** Column by column. What is neither text, number, truth nor moment is never the same. */
function isSame(one: Said, other: Said): boolean {
  const columns = Object.keys(one) as (keyof Said)[]
  return columns.every((column) => plain(one[column]) === plain(other[column]))
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)
