import "server-only"
import { LRUCache } from "lru-cache"
import { pool } from "@/lib/platform/database"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { StoredItem } from "@/lib/quiz/public-item"

/** What was fixed when an attempt began: which versions, in which order, with which shuffle. */
export type Pin = { position: number; itemId: string; itemVersionId: string; optionSeed: number }
export type Pins = { pins: Pin[]; revisionId: string }

type Caches = {
  versions: LRUCache<string, StoredItem>
  sentences: LRUCache<string, ReadonlySet<string>>
  pins: LRUCache<string, Pins>
}

// Only what never changes. On globalThis, because Next and the front server load their own copies of this module.
const holder = globalThis as typeof globalThis & { colloquyItems?: Caches }

function caches(): Caches {
  holder.colloquyItems ??= {
    versions: new LRUCache({ max: 5_000 }),
    sentences: new LRUCache({ max: 200 }),
    pins: new LRUCache({ max: 10_000 }),
  }
  return holder.colloquyItems
}

const PINS = `
  SELECT ai.position, ai."itemId", ai."itemVersionId", ai."optionSeed", lv."revisionId"
  FROM "AttemptItem" ai
  JOIN "Attempt" a ON a.id = ai."attemptId"
  JOIN "Assignment" s ON s.id = a."assignmentId"
  JOIN "LessonVersion" lv ON lv.id = s."lessonVersionId"
  WHERE ai."attemptId" = $1 ORDER BY ai.position`

const VERSIONS = `
  SELECT id AS "itemVersionId", "itemId", type, level, title, prompt, hint, content, points
  FROM "ItemVersion" WHERE id = ANY($1::uuid[])`

const SENTENCES = `SELECT "sentenceId" FROM "RevisionSentence" WHERE "revisionId" = $1`

/** The pins of an attempt. Says nothing of who may see them: nothing of it is answered before that is known. */
export async function loadPins(attemptId: string): Promise<Pins | null> {
  const known = caches().pins.get(attemptId)
  if (known) return known
  const { rows } = await pool().query<Pin & { revisionId: string }>({
    name: "quiz-pins",
    text: PINS,
    values: [attemptId],
  })
  const first = rows[0]
  if (!first) return null
  const pins = { revisionId: first.revisionId, pins: rows.map(({ revisionId: _, ...pin }) => pin) }
  rememberPins(attemptId, pins)
  return pins
}

export function rememberPins(attemptId: string, pins: Pins): void {
  caches().pins.set(attemptId, pins)
}

/** Item versions by id, from memory where they were seen before. Never their keys. */
export async function loadItemVersions(ids: readonly string[]): Promise<Map<string, StoredItem>> {
  const { versions } = caches()
  const missing = ids.filter((id) => !versions.has(id))
  if (missing.length > 0) {
    const { rows } = await pool().query<StoredItem>({
      name: "quiz-versions",
      text: VERSIONS,
      values: [missing],
    })
    for (const row of rows)
      versions.set(row.itemVersionId, { ...row, content: itemTypeOf(row.type).parseContent(row.content) })
  }
  return new Map(ids.flatMap((id) => (versions.has(id) ? [[id, versions.get(id) as StoredItem]] : [])))
}

/** The sentences that may be chosen as evidence. */
export async function loadSentenceIds(revisionId: string): Promise<ReadonlySet<string>> {
  const { sentences } = caches()
  const known = sentences.get(revisionId)
  if (known) return known
  const { rows } = await pool().query<{ sentenceId: string }>({
    name: "quiz-sentences",
    text: SENTENCES,
    values: [revisionId],
  })
  const ids = new Set(rows.map(({ sentenceId }) => sentenceId))
  sentences.set(revisionId, ids)
  return ids
}
