import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostReasonInput } from "@/lib/discussion/input"
import type { KnownAuthor } from "@/lib/discussion/names/author-name"
import { decideOpening } from "@/lib/discussion/names/decide-opening"
import { knownAuthor } from "@/lib/discussion/server/alias-store"
import { appendAct } from "@/lib/discussion/server/ledger-store"
import { factsOf, isStaffHere, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { database, pool } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

type SignedPlace = Place & { aliasId: string; promptId: string; postId: string; author: KnownAuthor }

const SIGNED = `
  SELECT ${PLACE_COLUMNS}, po."aliasId", po.id AS "postId", t."promptId", ${knownAuthor(`po."aliasId"`, "e.id")} AS author
  FROM ${THROUGH_CLASS}
  JOIN "Thread" t ON t."assignmentId" = a.id
  JOIN "Post" po ON po."threadId" = t.id AND po."publicId" = $2`

/**
 * A teacher opens the name behind the pseudonym of a post, for the teachers of the class and at its prompt alone. The
 * student is told the reason. Only the student's own pages hear of it: no stream does, since classmates listen there.
 */
export async function openName(viewer: Viewer, input: PostReasonInput, now: Date): Promise<Decision<null>> {
  const statement = { name: "signed-place", text: SIGNED, values: [viewer.userId, input.postId] }
  const place = (await pool().query<SignedPlace>(statement)).rows[0]
  // Students are told the same of every post, so that none is found by asking.
  if (!place || !isStaffHere(viewer, place)) return refuse("missing", "discussion.noSuchPost")
  const { isStaff, isOpened } = place.author
  const mayOpen = can(viewer, "name.open", factsOf(place))
  const facts = { mayOpen, postNames: place.postNames, isStaff, isOpened }
  const decision = decideOpening(facts, input.reason)
  if (!decision.ok) return decision
  if (decision.value) await keepOpening(place, { byId: viewer.userId, reason: decision.value, now })
  return allow(null)
}

type Opening = { byId: string; reason: string; now: Date }

/** Two at once: the table's unique index lets one in, and only that one is an event and a line of the ledger. */
async function keepOpening(place: SignedPlace, { byId, reason, now }: Opening): Promise<void> {
  const { aliasId, classId, assignmentId, promptId, postId } = place
  const row = { id: newId(), aliasId, reason, revealedById: byId, revealedAt: now }
  await database().$transaction(async (tx) => {
    const { count } = await tx.nameReveal.createMany({ data: [row], skipDuplicates: true })
    if (count === 0) return
    const about = { classId, assignmentId, promptId, postId }
    await appendAct(tx, { kind: "name_revealed", about, actorId: byId, reason, now })
    const event = { actorId: byId, classId, assignmentId, subjectId: row.id }
    await appendEvent(tx, { kind: "name.opened", ...event })
  })
}
