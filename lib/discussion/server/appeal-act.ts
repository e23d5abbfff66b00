import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AppealActInput } from "@/lib/discussion/input"
import { decideAppeal } from "@/lib/discussion/moderation/decide-act-appeal"
import { eventAbout, loadPostPlace, type PostPlace } from "@/lib/discussion/server/load-post-place"
import { factsOf } from "@/lib/discussion/server/place"
import { database, pool } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

const STANDING = `
  SELECT act.id, EXISTS (SELECT 1 FROM "ActAppeal" ap WHERE ap."actId" = act.id) AS appealed
  FROM "ModerationAct" act
  WHERE act."postId" = $1 AND act.kind = 'hidden'
    AND NOT EXISTS (SELECT 1 FROM "ModerationAct" u WHERE u."undoesId" = act.id)
  ORDER BY act.at DESC, act.id DESC LIMIT 1`

/** A student asks that the hiding of their own post be looked at again. To everybody else there is no such post. */
export async function appealAct(viewer: Viewer, input: AppealActInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  const facts = place && { ...factsOf(place), isOwner: place.isOwn }
  if (!place || !can(viewer, "postAppeal.make", facts ?? {}))
    return refuse("missing", "discussion.noSuchPost")
  const act = (await pool().query<{ id: string; appealed: boolean }>(STANDING, [place.postId])).rows[0]
  const about = { isOwn: place.isOwn, hasAct: act !== undefined, hasAppealed: act?.appealed ?? false }
  const decision = decideAppeal(about, input.words)
  if (!decision.ok) return decision
  if (act && decision.value !== null)
    await keepAppeal(place, { actId: act.id, words: decision.value, createdAt: now })
  return allow(null)
}

type Appeal = { actId: string; words: string; createdAt: Date }

async function keepAppeal(place: PostPlace, appeal: Appeal): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count } = await tx.actAppeal.createMany({ data: [appeal], skipDuplicates: true })
    // Whoever appeals is the author, who is named in no event.
    if (count > 0)
      await appendEvent(tx, { kind: "post.appealed", ...eventAbout(place), data: { seq: place.seq } })
  })
}
