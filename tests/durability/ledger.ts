import { setTimeout as sleep } from "node:timers/promises"
import { pool } from "@/lib/platform/database"
import { unavailableRefusal } from "@/lib/platform/unavailable"

export type Save = { attemptId: string; itemId: string; saveNumber: number; value: unknown }

/** What students were told, and what they were never told rightly. */
export type Ledger = {
  assignmentId: string
  /** How often a class was put to work on it: save numbers go on rising from there. */
  works: number
  /** Acknowledged, in the order it came. */
  saves: Save[]
  /** Attempts that were begun, by id. */
  begun: Set<string>
  /** The key by which an attempt was handed in and acknowledged, by the attempt's id. */
  handedIn: Map<string, string>
  /** The public id of each acknowledged reply, by its client key. */
  replies: Map<string, string>
  /** Client keys of all replies that were sent, acknowledged or not. */
  sent: Set<string>
  /** Answers that are none: a failure that is not said as such, one that does not say when to come again, or none at all in time. */
  wrong: string[]
  /** How often it was said to come again later. */
  later: number
}

export const newLedger = (assignmentId: string): Ledger => ({
  assignmentId,
  works: 0,
  saves: [],
  begun: new Set(),
  handedIn: new Map(),
  replies: new Map(),
  sent: new Set(),
  wrong: [],
  later: 0,
})

/** How much was acknowledged: saves, attempts handed in, replies. */
export const acknowledgedOf = ({ saves, handedIn, replies }: Ledger): number =>
  saves.length + handedIn.size + replies.size

/** Whatever of the ledger is not in the database as it was acknowledged, stands twice or by halves: one line each. */
export async function findFaults(ledger: Ledger, savesFrom = 0): Promise<string[]> {
  const { assignmentId, begun, handedIn, replies, sent, wrong } = ledger
  const closed = [...handedIn].map(([attemptId, key]) => ({ attemptId, key }))
  const posted = [...replies].map(([key, publicId]) => ({ key, publicId }))
  const found = [
    await find("save lost", LOST_SAVES, [JSON.stringify(ledger.saves.slice(savesFrom))]),
    await find("hand-in lost", LOST_SUBMITS, [JSON.stringify(closed)]),
    await find("handed in by halves", HALVES, [assignmentId]),
    await find("begun twice", BEGUN_TWICE, [assignmentId, [...begun]]),
    await find("reply lost", LOST_REPLIES, [JSON.stringify(posted)]),
    await find("reply twice or uncounted", MISCOUNTED, [assignmentId, [...sent]]),
  ]
  return [...found.flat(), ...wrong.map((answer) => `wrong answer: ${answer}`)]
}

/** What was carried out and never acknowledged: what is stored of this class and not in the ledger, one line each. */
export async function findUnanswered({ assignmentId, ...ledger }: Ledger): Promise<string[]> {
  const saves = new Set(ledger.saves.map(keyOf))
  const { rows } = await pool().query<Omit<Save, "value">>(
    `SELECT s."attemptId", s."itemId", s."saveNumber" FROM "ResponseSave" s
     JOIN "Attempt" a ON a.id = s."attemptId" WHERE a."assignmentId" = $1`,
    [assignmentId],
  )
  const [closed, keys] = [[...ledger.handedIn.keys()], [...ledger.replies.keys()]]
  const unanswered = rows.map(keyOf).filter((key) => !saves.has(key))
  return [
    ...unanswered.map((key) => `save not answered: ${key}`),
    ...(await find("start not answered", UNTOLD_STARTS, [assignmentId, [...ledger.begun]])),
    ...(await find("hand-in not answered", UNTOLD_SUBMITS, [assignmentId, closed])),
    ...(await find("reply not answered", UNTOLD_REPLIES, [[...ledger.sent], keys])),
  ]
}

const keyOf = ({ attemptId, itemId, saveNumber }: Omit<Save, "value">): string =>
  `${attemptId} ${itemId} ${saveNumber}`

const UNTOLD_STARTS = `SELECT id::text AS key FROM "Attempt" WHERE "assignmentId" = $1 AND NOT id = ANY($2::uuid[])`
const UNTOLD_SUBMITS = `${UNTOLD_STARTS} AND state = 'submitted'`
const UNTOLD_REPLIES = `
  SELECT "clientKey"::text AS key FROM "Post"
  WHERE "clientKey" = ANY($1::uuid[]) AND NOT "clientKey" = ANY($2::uuid[])`

/** Looks again where the database is on its way down or up: whoever harmed it may not have waited. */
async function find(what: string, statement: string, values: unknown[], tries = 100): Promise<string[]> {
  try {
    const { rows } = await pool().query<{ key: string }>(statement, values)
    return rows.map(({ key }) => `${what}: ${key}`)
  } catch (error) {
    if (tries === 0 || !unavailableRefusal(error)) throw error
    await sleep(200)
    return find(what, statement, values, tries - 1)
  }
}

// In the log with its value, and the answer that counts at least as new.
const LOST_SAVES = `
  SELECT concat_ws(' ', a."attemptId", a."itemId", a."saveNumber") AS key FROM jsonb_to_recordset($1::jsonb)
    AS a("attemptId" uuid, "itemId" uuid, "saveNumber" int, value jsonb)
  WHERE NOT EXISTS (
      SELECT 1 FROM "ResponseSave" s
      WHERE s."attemptId" = a."attemptId" AND s."itemId" = a."itemId"
        AND s."saveNumber" = a."saveNumber" AND s.value = a.value)
    OR NOT EXISTS (
      SELECT 1 FROM "Response" r
      WHERE r."attemptId" = a."attemptId" AND r."itemId" = a."itemId"
        AND (r."saveNumber" > a."saveNumber" OR (r."saveNumber" = a."saveNumber" AND r.value = a.value)))`

const LOST_SUBMITS = `
  SELECT h."attemptId"::text AS key FROM jsonb_to_recordset($1::jsonb) AS h("attemptId" uuid, key text)
  WHERE NOT EXISTS (SELECT 1 FROM "Attempt" a
    WHERE a.id = h."attemptId" AND a.state = 'submitted' AND a."submitKey" = h.key)`

// Closed: one event, and as many scores as it says, each of an item of its own and of the answer that counts. Open: neither.
const HALVES = `
  WITH scored AS (
    SELECT s."attemptId", count(*) AS n, count(DISTINCT s."itemId") AS items,
      count(*) FILTER (WHERE s."saveNumber" IS DISTINCT FROM r."saveNumber") AS stale
    FROM "Scoring" s JOIN "Attempt" a ON a.id = s."attemptId" AND a."assignmentId" = $1
    LEFT JOIN "Response" r ON r."attemptId" = s."attemptId" AND r."itemId" = s."itemId"
    GROUP BY 1
  ), told AS (
    SELECT "subjectId" AS "attemptId", count(*) AS n, max((data->>'scored')::int) AS scored
    FROM "Event" WHERE kind = 'attempt.submitted' AND "assignmentId" = $1 GROUP BY 1
  )
  SELECT a.id || ' ' || a.state AS key
  FROM "Attempt" a LEFT JOIN scored s ON s."attemptId" = a.id LEFT JOIN told t ON t."attemptId" = a.id
  WHERE a."assignmentId" = $1 AND CASE WHEN a.state = 'submitted'
    THEN t.n IS DISTINCT FROM 1 OR coalesce(s.n, 0) <> t.scored OR s.items <> s.n OR s.stale > 0
    ELSE s.n IS NOT NULL OR t.n IS NOT NULL END`

// One whose acknowledgement is still on its way may be unknown to the ledger; a second one of the same student may not.
const BEGUN_TWICE = `
  SELECT "enrolmentId"::text AS key FROM "Attempt" WHERE "assignmentId" = $1
  GROUP BY 1 HAVING count(*) FILTER (WHERE state = 'open') > 1
    OR count(*) FILTER (WHERE NOT id = ANY($2::uuid[])) > 1 OR count(*) <> max(number)`

const LOST_REPLIES = `
  SELECT p.key::text AS key FROM jsonb_to_recordset($1::jsonb) AS p(key uuid, "publicId" uuid)
  WHERE NOT EXISTS (SELECT 1 FROM "Post" WHERE "clientKey" = p.key AND "publicId" = p."publicId")`

// Of what was sent each once; a number and an event for each.
const MISCOUNTED = `
  SELECT t.id::text AS key FROM "Thread" t
  JOIN LATERAL (SELECT count(*) AS n, max(seq) AS last, count(DISTINCT seq) AS numbers,
      count(*) FILTER (WHERE "clientKey" = ANY($2::uuid[])) AS sent,
      count(DISTINCT "clientKey") FILTER (WHERE "clientKey" = ANY($2::uuid[])) AS keys
    FROM "Post" WHERE "threadId" = t.id) p ON true
  JOIN LATERAL (SELECT count(*) AS n FROM "Event"
    WHERE "subjectId" = t.id AND kind = 'post.created') e ON true
  WHERE t."assignmentId" = $1
    AND (p.n <> p.numbers OR coalesce(p.last, 0) <> p.n OR t."lastSeq" <> p.n OR p.sent <> p.keys OR e.n <> p.sent)`
