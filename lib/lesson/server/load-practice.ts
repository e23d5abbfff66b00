import "server-only"
import { validate } from "uuid"
import type { CheckedAnswer } from "@/lib/lesson/server/answer-practice"
import type { PracticeItem, PracticeKind, PracticePlace } from "@/lib/lesson/server/practice-store"
import { pool } from "@/lib/platform/database"
import { practiceResult, scorePractice } from "@/lib/quiz/check-practice"
import { type PublicItem, presentItem, type StoredItem } from "@/lib/quiz/public-item"
import type { Release } from "@/lib/quiz/release"
import { loadItemVersions } from "@/lib/quiz/server/item-cache"
import { heldKey, keyHeldIn } from "@/lib/quiz/server/key-store"
import { type Scored, type Verdict, verdictOf } from "@/lib/quiz/verdict"

/** A practice as its student sees it: items to come without their keys, those answered with what was right. */
export type Practice = {
  rehearsalId: string
  kind: PracticeKind
  isEnded: boolean
  items: PublicItem[]
  checked: CheckedAnswer[]
  /** How each item came out in the quiz, by item. */
  inQuiz: Record<string, Verdict>
}

type Row = PracticeItem & { kind: PracticeKind; endedAt: Date | null; wasScored: Scored | null }

// A key is read for answers that are stored, and for nothing else.
const PRACTICE = `
  SELECT h.kind, h."endedAt", r.position, r."itemId", i."itemVersionId", r."optionSeed", r.value, r."answeredAt",
    r.numerator, r.denominator,
    CASE WHEN r."answeredAt" IS NOT NULL THEN ${keyHeldIn('i."itemVersionId"', 't."assignmentId"')} END AS key,
    (SELECT CASE WHEN s.numerator IS NOT NULL THEN jsonb_build_object('finding', s.finding,
        'share', jsonb_build_object('numerator', s.numerator, 'denominator', s.denominator)) END
      FROM "Scoring" s WHERE s."attemptId" = t.id AND s."itemId" = r."itemId" ORDER BY s.id DESC LIMIT 1) AS "wasScored"
  FROM "Rehearsal" h
  JOIN "Attempt" t ON t.id = h."attemptId"
  JOIN "RehearsalAnswer" r ON r."rehearsalId" = h.id
  JOIN "AttemptItem" i ON i."attemptId" = t.id AND i."itemId" = r."itemId"
  WHERE h.id = $1 AND t."enrolmentId" = $2 AND t."assignmentId" = $3
  ORDER BY r.position`

/**
 * One practice of this student's. Asks for the release that allows it. Null: there is none such for them, or it was put
 * away before it began.
 */
export async function loadPractice(place: PracticePlace, release: Release): Promise<Practice | null> {
  if (!validate(place.rehearsalId)) return null
  const values = [place.rehearsalId, place.enrolmentId, place.assignmentId]
  const { rows } = await pool().query<Row>({ name: "quiz-practice", text: PRACTICE, values })
  const first = rows[0]
  if (!first) return null
  const versions = await loadItemVersions(rows.map(({ itemVersionId }) => itemVersionId))
  const known = rows.flatMap((row) => {
    const version = versions.get(row.itemVersionId)
    return version ? [{ row, version, item: itemOf(row, version) }] : []
  })
  return {
    rehearsalId: place.rehearsalId,
    kind: first.kind,
    isEnded: first.endedAt !== null,
    items: known.map(({ item }) => item),
    checked: known.flatMap(({ row, item }) => checkedOf(row, item, release)),
    inQuiz: Object.fromEntries(
      known.map(({ row, version }) => [row.itemId, verdictOf(version.level, row.wasScored)]),
    ),
  }
}

const itemOf = ({ position, optionSeed }: Row, version: StoredItem): PublicItem =>
  presentItem(version, { position, seed: optionSeed })

function checkedOf(row: Row, item: PublicItem, release: Release): CheckedAnswer[] {
  const { answeredAt, value, position } = row
  if (!answeredAt || !row.key) return []
  const key = heldKey(row.key)
  return [
    {
      position,
      result: practiceResult({ item, key, value, scored: scorePractice({ item, key, value }) }, release),
    },
  ]
}
