import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AnswerAppealInput } from "@/lib/discussion/input"
import { decideAnswer } from "@/lib/discussion/moderation/decide-act-appeal"
import { keepShowing } from "@/lib/discussion/server/keep-showing"
import { eventAbout, loadPostPlace, type PostPlace } from "@/lib/discussion/server/load-post-place"
import { factsOf } from "@/lib/discussion/server/place"
import { database, pool } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

// Through the viewer's class. A teacher by an enrolment row alone is none: the school's role is asked too.
const APPEAL = `
  SELECT po."publicId", act."actorId", ap.granted IS NULL AS "isOpen", EXISTS (
    SELECT 1 FROM "Enrolment" o JOIN "User" u ON u.id = o."userId" AND u."disabledAt" IS NULL
    WHERE o."classId" = act."classId" AND o.role = 'teacher' AND o.state = 'active' AND o."leftAt" IS NULL
      AND u.role IN ('teacher', 'administrator') AND u.id <> act."actorId") AS "hasOtherTeacher"
  FROM "ModerationAct" act
  JOIN "ActAppeal" ap ON ap."actId" = act.id
  JOIN "Post" po ON po.id = act."postId"
  WHERE act.id = $1`

type Found = { publicId: string; actorId: string; isOpen: boolean; hasOtherTeacher: boolean }

/** A teacher of the class answers an appeal: the post is shown again, or stays hidden. Its author reads the answer. */
export async function answerActAppeal(
  viewer: Viewer,
  input: AnswerAppealInput,
  now: Date,
): Promise<Decision<null>> {
  const found = (await pool().query<Found>(APPEAL, [input.actId])).rows[0]
  const place = found && (await loadPostPlace(viewer, found.publicId))
  if (!found || !place) return refuse("missing", "discussion.noSuchAppeal")
  const mayDecide = can(viewer, "postAppeal.decide", factsOf(place))
  const { isOpen, hasOtherTeacher } = found
  const isActor = found.actorId === viewer.userId
  const decision = decideAnswer({ mayDecide, isOpen, isActor, hasOtherTeacher }, input.answer)
  if (!decision.ok) return decision
  const answer = { actId: input.actId, granted: input.grant, answer: decision.value }
  const kept = await keepAnswer(place, { ...answer, byId: viewer.userId, now })
  return kept ? allow(null) : refuse("conflict", "discussion.appealDecided")
}

type Answer = { actId: string; granted: boolean; answer: string; byId: string; now: Date }

/** False where somebody else has answered meanwhile. */
async function keepAnswer(place: PostPlace, { actId, granted, answer, byId, now }: Answer): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const data = { granted, answer, decidedAt: now, decidedById: byId }
    const { count } = await tx.actAppeal.updateMany({ where: { actId, granted: null }, data })
    if (count === 0) return false
    if (granted) await keepShowing(tx, { place, byId, now, reason: answer })
    const about = { actorId: byId, ...eventAbout(place), data: { seq: place.seq, granted } }
    await appendEvent(tx, { kind: "post.appealDecided", ...about })
    return true
  })
}
