import { randomUUID } from "node:crypto"
import type { Staging } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"

// What a teacher put right about a question, for one picture only.

/** The question that is put right. */
export const fixedItem = ({ itemIds }: Scene): string => itemIds.get("single") ?? ""

const plain = { keyRevision: 1, dropped: false, credited: false, points: null }
const points = (numerator: number) => ({ numerator, denominator: 1 })

/** Its points were changed and changed back; then it was taken out, which took a point from the student. */
export const putRight: Staging = async (db, scene) => {
  const { assignmentId, enrolmentId, teacher } = scene
  const itemId = fixedItem(scene)
  const insert = (batch: { kind: string; reason: string; hours: number; after: object; undoes?: string }) => {
    const id = randomUUID()
    return db
      .query(
        `INSERT INTO "ScoringBatch" (id, reason, "assignmentId", "itemId", kind, before, after, "createdById", "createdAt",
           "undoesBatchId")
         SELECT $1, $2, $3, $4, $5::"FixKind", $6, $7, u.id, now() - $8 * interval '1 hour', $9 FROM "User" u
         WHERE u."userName" = $10`,
        [
          id,
          batch.reason,
          assignmentId,
          itemId,
          batch.kind,
          plain,
          batch.after,
          batch.hours,
          batch.undoes ?? null,
          teacher,
        ],
      )
      .then(() => id)
  }
  const possible = { before: 37, after: 37 }
  const changed = { ...plain, points: 2, lines: [], possible }
  const first = await insert({ kind: "points", reason: "", hours: 50, after: changed })
  await insert({
    kind: "points",
    reason: "",
    hours: 49,
    after: { ...plain, lines: [], possible },
    undoes: first,
  })
  const lines = [{ enrolmentId, before: points(21), after: points(20) }]
  const dropped = { ...plain, dropped: true, lines, possible: { before: 37, after: 36 } }
  await insert({
    kind: "drop",
    reason: "Two of the four options say the same in other words: the question cannot be answered.",
    hours: 1,
    after: dropped,
  })
  await db.query(`INSERT INTO "AssignmentItem" ("assignmentId", "itemId", dropped) VALUES ($1, $2, true)`, [
    assignmentId,
    itemId,
  ])
  return async () => {
    await db.query('DELETE FROM "AssignmentItem"')
    await db.query('DELETE FROM "ScoringBatch" WHERE "assignmentId" IS NOT NULL')
  }
}
