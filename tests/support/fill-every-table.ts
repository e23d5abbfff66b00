import { randomUUID } from "node:crypto"
import pg from "pg"
import { STAFF_MARKS } from "@/lib/classroom/keeping/staff-marks"
import { listTables } from "../../bin/backup/list-tables"

export type Row = Record<string, unknown>
export type Filled = Map<string, Row>

type Column = { name: string; type: string; udt: string; default: string | null; labels: string[] | null }
type ForeignKey = { table: string; columns: string[]; to: string; toColumns: string[] }

/** What the rules of the tables ask for, where any value of the right type would not do. */
const RULES: Record<string, Row> = {
  User: { role: "student", disabledAt: null },
  Assignment: { opensAt: "2026-01-01", dueAt: "2026-01-02", closesAt: "2026-01-03" },
  Post: { seq: 1, state: "visible", heldAt: null, returnedAt: null, deletedAt: null, change: null },
  Stance: { moment: "after_discussion", movedBySentenceId: null, movedByPostId: null },
  Appeal: { state: "upheld" },
  Attempt: { state: "submitted" },
  ModerationAct: { kind: "hidden" },
  GradeOverride: { reasonShown: true },
  GradeReply: { fromStudent: true },
  Restatement: { answer: "not_quite", ruling: "fair" },
  Enrolment: { role: "student", leftAt: null },
  Thread: { lastSeq: 1, visiblePosts: 0, waitingPosts: 0 },
}

/** What belongs to the school and its classes, whoever leaves. Words in any other table count as the person's own. */
export const OF_THE_SCHOOL = new Set(
  `SetupLink Class Group Reading ReadingRevision Sentence RevisionSentence Lesson LessonVersion LessonVersionItem ItemPool
  Prompt GlossaryTerm BackgroundNote Assignment AssignmentItem AssignmentGrading Item ItemVersion ItemKey ScoringBatch
  Gradebook GradeCategory CategoryAssignment DiscussionRules DiscussionNorms DiscussionRubric WatchWord Thread ThreadLean
  StanceSummary`.split(/\s+/),
)

/** Ids that lead to another row without a foreign key. */
const SOFT_LINKS = [
  ["itemId", "Item"],
  ["enrolmentId", "Enrolment"],
  ["revisionId", "ReadingRevision"],
  ["sentenceId", "Sentence"],
] as const

/** Tables that something else fills. */
const NOT_FILLED = new Set([
  "_prisma_migrations",
  "School",
  "Event",
  "RateLimit",
  "ThreadWindow",
  "UnansweredPost",
])

/**
 * Puts one row into every table there is, each hanging on the rows before it, so that one person is behind all of them: a
 * table or a column that is added tomorrow is filled too. Its words are what `words` gives for a table and a column.
 *
 * @param call.staff who owns what belongs to a class, and did what staff does
 */
export async function fillEveryTable(
  client: pg.Client,
  call: { staff: string; words: (table: string, column: string) => string },
): Promise<Filled> {
  const columns = await loadColumns(client)
  const keys = await loadForeignKeys(client)
  const filled: Filled = new Map()
  for (const { name } of await listTables(client)) {
    if (NOT_FILLED.has(name)) continue
    const row: Row = {}
    for (const column of columns.get(name) ?? []) row[column.name] = valueFor(name, column, call)
    for (const [column, to] of SOFT_LINKS) if (column in row) row[column] = filled.get(to)?.id ?? row[column]
    for (const key of keys.filter(({ table }) => table === name)) hang(row, key, filled)
    Object.assign(row, staffOf(name, row, call.staff), RULES[name])
    filled.set(name, await insert(client, name, row))
  }
  return filled
}

function valueFor(
  table: string,
  column: Column,
  { words }: { words: (t: string, c: string) => string },
): unknown {
  const text = words(table, column.name)
  if (column.default?.startsWith("nextval")) return undefined
  if (column.labels) return column.type === "ARRAY" ? [] : column.labels[0]
  if (column.udt === "uuid") return randomUUID()
  if (column.type === "ARRAY") return [text]
  if (column.udt === "jsonb") return JSON.stringify({ words: text })
  if (column.udt === "bytea") return Buffer.from(text)
  if (column.udt === "bool") return false
  if (column.udt === "text" || column.udt === "varchar") return text
  return /^(timestamptz|date)$/.test(column.udt) ? "2026-01-02T10:00:00Z" : 1
}

/** A reference to its own table stays empty; one to a table that is filled takes that row's values. */
function hang(row: Row, { columns, to, toColumns, table }: ForeignKey, filled: Filled): void {
  columns.forEach((column, at) => {
    row[column] = to === table ? null : filled.get(to)?.[toColumns[at] ?? ""]
  })
}

function staffOf(table: string, row: Row, staff: string): Row {
  const marks = STAFF_MARKS.filter(([of]) => of === table).map(([, column]) => [column, staff])
  if ("ownerId" in row) marks.push(["ownerId", staff])
  return Object.fromEntries(marks)
}

async function insert(client: pg.Client, table: string, row: Row): Promise<Row> {
  const given = Object.entries(row).filter(([, value]) => value !== undefined)
  const names = given.map(([name]) => pg.escapeIdentifier(name)).join(", ")
  const places = given.map((_, at) => `$${at + 1}`).join(", ")
  const text = `INSERT INTO ${pg.escapeIdentifier(table)} (${names}) VALUES (${places}) ON CONFLICT DO NOTHING RETURNING *`
  try {
    const { rows } = await client.query(
      text,
      given.map(([, value]) => value),
    )
    return rows[0] ?? row
  } catch (error) {
    throw new Error(`${table} asks for more than fill-every-table.ts knows: ${(error as Error).message}`)
  }
}

async function loadColumns(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column & { table: string }>(`
    SELECT c.table_name AS "table", c.column_name AS name, c.data_type AS type, c.udt_name AS udt, c.column_default AS "default",
      (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
        WHERE t.typname = ltrim(c.udt_name, '_')) AS labels
    FROM information_schema.columns c WHERE c.table_schema = 'public'`)
  const byTable = new Map<string, Column[]>()
  for (const { table, ...column } of rows) byTable.set(table, [...(byTable.get(table) ?? []), column])
  return byTable
}

async function loadForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const named = (
    list: string,
    of: string,
  ) => `ARRAY(SELECT a.attname::text FROM unnest(${list}) WITH ORDINALITY k(n, place)
    JOIN pg_attribute a ON a.attrelid = ${of} AND a.attnum = k.n ORDER BY k.place)`
  const { rows } = await client.query<ForeignKey>(`
    SELECT f.conrelid::regclass::text AS "table", f.confrelid::regclass::text AS "to",
      ${named("f.conkey", "f.conrelid")} AS columns, ${named("f.confkey", "f.confrelid")} AS "toColumns"
    FROM pg_constraint f WHERE f.contype = 'f'`)
  return rows.map((key) => ({ ...key, table: plain(key.table), to: plain(key.to) }))
}

const plain = (name: string): string => name.replaceAll('"', "")
