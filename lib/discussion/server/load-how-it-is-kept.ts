import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { type HaltView, haltOf } from "@/lib/discussion/moderation/halt"
import type { OwnActLine } from "@/lib/discussion/moderation/moderation-act"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import { isAliasOf } from "@/lib/discussion/server/alias-store"
import { appealOf, ruleParts } from "@/lib/discussion/server/ledger-store"
import { currentNorms } from "@/lib/discussion/server/norms-store"
import { factsOf, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { pool } from "@/lib/platform/database"

// Of what was opened for a worry only what its student is to be told. Who reported stands in none of these tables.
const OWN_ACTS = `
  SELECT ${PLACE_COLUMNS}, ${currentNorms(`a."classId"`)} AS norms, (
    SELECT json_agg(json_build_object('kind', act.kind, 'reason', act.reason,
      'at', (extract(epoch FROM act.at) * 1000)::float8, ${ruleParts("act")}, 'by', u."displayName",
      'postId', po."publicId", 'promptId', p.id, 'promptPosition', p.position,
      'isUndone', EXISTS (SELECT 1 FROM "ModerationAct" undoing WHERE undoing."undoesId" = act.id),
      'appeal', ${appealOf("act")}) ORDER BY act.at DESC, act.id DESC)
    FROM "ModerationAct" act
    JOIN "Post" po ON po.id = act."postId"
    JOIN "Prompt" p ON p.id = act."promptId"
    LEFT JOIN "User" u ON u.id = act."actorId"
    WHERE act."assignmentId" = a.id AND ${isAliasOf(`po."aliasId"`, "e.id")}
      AND act.kind IN ('hidden', 'returned', 'name_revealed', 'private_opened')
      AND (act.kind <> 'private_opened' OR act."untoldFor" IS NULL)) AS acts
  FROM ${THROUGH_CLASS}
  WHERE a.id = $2`

export type HowItIsKept = {
  /** The whole class is paused. */
  halt: HaltView | null
  norms: NormsView
  /** What staff did with the viewer's own posts here, newest first. */
  acts: OwnActLine[]
}

type Row = Place & { norms: NormsView; acts: OwnActLine[] | null }

/** How the discussion of an assignment is kept, for everybody in its class. One trip. */
export async function loadHowItIsKept(viewer: Viewer, assignmentId: string): Promise<Decision<HowItIsKept>> {
  const statement = { name: "how-it-is-kept", text: OWN_ACTS, values: [viewer.userId, assignmentId] }
  const row = (await pool().query<Row>(statement)).rows[0]
  if (!row || !can(viewer, "post.see", factsOf(row))) return refuse("missing", "discussion.noSuchAssignment")
  const halt = haltOf({ ...row, lockedAt: null, lockedFor: null })
  return allow({ halt, norms: row.norms, acts: row.acts ?? [] })
}
