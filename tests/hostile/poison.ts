import type { Pool, PoolClient } from "pg"
import { postHtml } from "@/lib/discussion/posts/post-html"
import { articleHtml } from "@/lib/reading/article-html"
import { scriptPayloads } from "./script-payloads"

/** Texts of the database that nobody writes: marks, ids, settings, and HTML that is made of other columns. */
const NOBODYS = new Set(
  `School.timeZone School.locale User.passwordHash User.userName Identity.provider Identity.subject Class.publicId Class.joinCode
   Lesson.slug Post.html Restatement.html Restatement.meantHtml ReadingRevision.html ReadingRevision.language Event.kind Event.data
   RateLimit.key ItemVersion.type Attempt.submitKey StanceSummary.summary Scoring.finding GroupUndo.change GroupUndo.before
   SentenceNote.quote`.split(/\s+/),
)

/** The least of the lengths that texts in JSON may have: an option's. */
const JSON_TEXT_MOST = 120
/** How many payloads stand in one text. */
const TOGETHER = 20

type Column = { table: string; column: string; kind: "text" | "list" | "json" }

/**
 * Puts payloads into every text anybody can write, found by the database's own list of columns, so that a new one is among
 * them. Each row gets others; another `turn`, others again. Answers what was poisoned and what could not be.
 */
export async function poison(pool: Pool, turn: number): Promise<{ done: string[]; kept: string[] }> {
  const client = await pool.connect()
  const [done, kept]: [string[], string[]] = [[], []]
  try {
    // Versions never change, and rules of the tables say so; here it is for a test.
    await client.query("SET session_replication_role = replica")
    for (const column of await columnsOf(client)) {
      const name = `${column.table}.${column.column}`
      if (NOBODYS.has(name)) continue
      const isDone = await poisonColumn(client, column, turn).then(
        () => true,
        () => false,
      )
      ;(isDone ? done : kept).push(name)
    }
    await remakeHtml(client)
    await client.query("RESET session_replication_role")
  } finally {
    client.release()
  }
  return { done, kept }
}

async function columnsOf(client: PoolClient): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT table_name AS table, column_name AS column,
            CASE data_type WHEN 'ARRAY' THEN 'list' WHEN 'jsonb' THEN 'json' ELSE 'text' END AS kind
     FROM information_schema.columns JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND table_name !~ '^_'
       AND (data_type IN ('text', 'character varying', 'jsonb') OR (data_type = 'ARRAY' AND udt_name = '_text'))
     ORDER BY 1, 2`,
  )
  return rows
}

/** Payloads joined, some after the others, from `turn` on. */
function texts(turn: number): string[] {
  const groups = Math.ceil(scriptPayloads.length / TOGETHER)
  return Array.from({ length: groups }, (_, at) => {
    const start = ((at + turn) % groups) * TOGETHER
    return scriptPayloads.slice(start, start + TOGETHER).join(" ")
  })
}

const OF_ROW = `($1::text[])[1 + mod(abs(hashtext(t.ctid::text || $2)::bigint), cardinality($1::text[]))::int]`

async function poisonColumn(
  client: PoolClient,
  { table, column, kind }: Column,
  turn: number,
): Promise<void> {
  const values = [texts(turn), `${table}.${column}`]
  if (kind === "json") return poisonJson(client, { table, column, kind }, turn)
  const made =
    kind === "list" ? `ARRAY[${OF_ROW}] || t."${column}"` : `${OF_ROW} || ' ' || left(t."${column}", 60)`
  await client.query(`UPDATE "${table}" t SET "${column}" = ${made} WHERE t."${column}" IS NOT NULL`, values)
}

async function poisonJson(client: PoolClient, { table, column }: Column, turn: number): Promise<void> {
  const { rows } = await client.query<{ place: string; value: unknown }>(
    `SELECT t.ctid::text AS place, t."${column}" AS value FROM "${table}" t WHERE t."${column}" IS NOT NULL`,
  )
  // One at a time: what stands in here has a shape, with texts of bounded length.
  let next = turn * TOGETHER
  const payload = () => scriptPayloads[next++ % scriptPayloads.length] ?? ""
  for (const { place, value } of rows) {
    const poisoned = withPayload(value, payload)
    await client.query(`UPDATE "${table}" t SET "${column}" = $1 WHERE t.ctid = $2::tid`, [
      JSON.stringify(poisoned),
      place,
    ])
  }
}

/** Words have blanks between them; ids, kinds and numbers have none. */
function withPayload(value: unknown, payload: () => string): unknown {
  if (typeof value === "string")
    return value.trim().includes(" ") ? `${payload()} ${value}`.slice(0, JSON_TEXT_MOST) : value
  if (Array.isArray(value)) return value.map((one) => withPayload(one, payload))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withPayload(one, payload)]))
}

/** As the app makes it when somebody writes. */
async function remakeHtml(client: PoolClient): Promise<void> {
  const remake = async (table: string, html: string, body: string) => {
    const { rows } = await client.query<{ place: string; body: string }>(
      `SELECT ctid::text AS place, "${body}" AS body FROM "${table}" WHERE "${body}" IS NOT NULL`,
    )
    for (const { place, body: text } of rows)
      await client.query(`UPDATE "${table}" SET "${html}" = $1 WHERE ctid = $2::tid`, [postHtml(text), place])
  }
  await remake("Post", "html", "body")
  await remake("Restatement", "html", "body")
  await remake("Restatement", "meantHtml", "meant")
  const { rows } = await client.query<{ id: string; sentences: Parameters<typeof articleHtml>[0] }>(
    `SELECT "revisionId" AS id, json_agg(json_build_object('id', "sentenceId", 'paragraph', paragraph, 'ordinal', ordinal,
       'text', text) ORDER BY paragraph, ordinal) AS sentences FROM "RevisionSentence" GROUP BY 1`,
  )
  for (const { id, sentences } of rows)
    await client.query(`UPDATE "ReadingRevision" SET html = $1 WHERE id = $2`, [articleHtml(sentences), id])
}
