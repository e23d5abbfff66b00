import "server-only"
import { type ActKind, undoneKind } from "@/lib/discussion/moderation/moderation-act"
import { type ActRule, NO_RULE } from "@/lib/discussion/moderation/rules-of-acts"
import type { Transaction } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"

/** What an act is about: a post, a thread (by its question), or a whole class. */
export type ActAbout = { classId: string; assignmentId?: string; promptId?: string; postId?: string }

export type NewAct = {
  kind: ActKind
  about: ActAbout
  actorId: string
  reason: string
  rule?: ActRule
  /** Why the student concerned is not told. */
  untoldFor?: string | null
  now: Date
}

/**
 * Writes a line of the ledger, in the transaction of what it records. An undoing names the act it undoes: the last one
 * about the same thing that stands. Resolves to that act's id, or null.
 */
export async function appendAct(tx: Transaction, act: NewAct): Promise<string | null> {
  const { kind, actorId, reason, rule = NO_RULE, untoldFor = null, now } = act
  const { classId, assignmentId = null, promptId = null, postId = null } = act.about
  const about = { classId, assignmentId, promptId, postId }
  const undoes = undoneKind(kind)
  const last =
    undoes &&
    (await tx.moderationAct.findFirst({
      where: { ...about, kind: undoes, undoneBy: null },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { id: true },
    }))
  const undoesId = last?.id ?? null
  await tx.moderationAct.create({
    data: { id: newId(), ...about, kind, actorId, reason, ...rule, untoldFor, at: now, undoesId },
  })
  return undoesId
}

const MILLISECONDS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

/** The rule an act `act` rests on, with its words, as the parts of a json object. */
export const ruleParts = (act: string): string => `
  'normsNumber', ${act}."normsNumber", 'norm', ${act}.norm, 'ruleKind', ${act}."ruleKind", 'normText', (
    SELECT n.list->>(${act}.norm - 1) FROM "DiscussionNorms" n
    WHERE n."classId" = ${act}."classId" AND n.number = ${act}."normsNumber")`

/** The appeal against an act `act` as AppealView, or null. Who appealed is the author, and stands nowhere. */
export const appealOf = (act: string): string => `(
  SELECT json_build_object('words', ap.words, 'at', ${MILLISECONDS(`ap."createdAt"`)}, 'granted', ap.granted,
    'answer', ap.answer, 'decidedAt', ${MILLISECONDS(`ap."decidedAt"`)},
    'byActor', coalesce(ap."decidedById" = ${act}."actorId", false))
  FROM "ActAppeal" ap WHERE ap."actId" = ${act}.id)`

/** The act that a hidden post is hidden by, as OwnActView with its id, or null. For its author and for staff. */
export const standingAct = (postId: string): string => `(
  SELECT json_build_object('id', act.id, 'reason', act.reason, 'at', ${MILLISECONDS("act.at")}, ${ruleParts("act")},
    'appeal', ${appealOf("act")})
  FROM "ModerationAct" act
  WHERE act."postId" = ${postId} AND act.kind = 'hidden'
    AND NOT EXISTS (SELECT 1 FROM "ModerationAct" u WHERE u."undoesId" = act.id)
  ORDER BY act.at DESC, act.id DESC LIMIT 1)`
