import "server-only"
import type { KnownAuthor } from "@/lib/discussion/names/author-name"
import { offerInTurn, type Reader, type Waiting } from "@/lib/discussion/routing/choose-offer"
import {
  enrolmentBehind,
  hasAnswered,
  isAliasOf,
  knownAuthor,
  lastSideIn,
  openedTo,
} from "@/lib/discussion/server/alias-store"
import type { OfferView } from "@/lib/discussion/thread/thread-view"
import { database, pool, type Transaction } from "@/lib/platform/database"

/**
 * What readers are offered to answer: the only file that reads or writes "Offer". A row is shown to its own reader
 * alone. Which posts wait is kept by triggers ("UnansweredPost"), so that nothing here reads a whole thread.
 */

/** Of how many waiting posts at most an offer is chosen: of those that were offered least. */
const MOST_WEIGHED = 200

/** May this post be offered to this reader? Neither their own nor one they answered. SQL expressions, never input. */
const isFor = (reader: string): string =>
  `NOT ${isAliasOf(`po."aliasId"`, reader)} AND NOT ${hasAnswered("po.id", reader)}`

const VIEW = `json_build_object(
  'id', po."publicId", 'seq', po.seq, 'side', po.side, 'excerpt', left(po.body, 200),
  'createdAt', (extract(epoch FROM po."createdAt") * 1000)::float8,
  'author', ${knownAuthor(`po."aliasId"`, "$2::uuid")})`

const NOTED = `
  noted AS (
    INSERT INTO "ThreadRead" ("threadId", "enrolmentId", "lastSeq")
    SELECT $1::uuid, $2::uuid, $3::int WHERE $3::int > 0
    ON CONFLICT ("threadId", "enrolmentId") DO UPDATE SET "lastSeq" = excluded."lastSeq"
    WHERE "ThreadRead"."lastSeq" < excluded."lastSeq")`

const WAITING = `"UnansweredPost" w JOIN "Post" po ON po.id = w."postId" AND po.state = 'visible'`

// $1 thread, $2 enrolment, $3 the last post that was read.
const OWN_OFFER = `
  WITH ${NOTED}
  SELECT
    (SELECT ${VIEW} FROM "Offer" o JOIN ${WAITING} ON w."postId" = o."postId"
     WHERE o."threadId" = $1 AND o."enrolmentId" = $2 AND o."skippedAt" IS NULL AND ${isFor("$2::uuid")}
     ORDER BY o.at DESC, po.seq LIMIT 1) AS post,
    EXISTS (
      SELECT 1 FROM ${WAITING}
      WHERE w."threadId" = $1 AND ${isFor("$2::uuid")}
        AND NOT EXISTS (SELECT 1 FROM "Offer" o WHERE o."postId" = po.id AND o."enrolmentId" = $2)) AS "hasOther",
    EXISTS (
      SELECT 1 FROM "Offer" o JOIN ${WAITING} ON w."postId" = o."postId"
      WHERE o."threadId" = $1 AND o."enrolmentId" = $2 AND ${isFor("$2::uuid")}) AS "hasSkipped"`

const LONGEST_WAITING = `
  WITH ${NOTED}
  SELECT (SELECT ${VIEW} FROM ${WAITING} WHERE w."threadId" = $1 AND ${isFor("$2::uuid")} ORDER BY w.seq LIMIT 1) AS post,
         false AS "hasOther", false AS "hasSkipped"`

const ONLY_NOTED = `WITH ${NOTED} SELECT NULL AS post, false AS "hasOther", false AS "hasSkipped"`

/** How somebody comes to a thread: to be offered a post, to be shown the longest waiting one, or to read only. */
export type Asking = "offer" | "longest" | "none"

const STATEMENTS: Record<Asking, string> = {
  offer: OWN_OFFER,
  longest: LONGEST_WAITING,
  none: ONLY_NOTED,
}

export type KnownOffer = Omit<OfferView, "post"> & {
  post: (Omit<NonNullable<OfferView["post"]>, "author"> & { author: KnownAuthor }) | null
}

/** For whoever is not to be offered anything. */
export const noOffer: KnownOffer = { post: null, hasOther: false, hasSkipped: false }

type At = { threadId: string; enrolmentId: string }

/**
 * Notes what was read of a thread, and says what the reader is offered to answer: one trip. Who has no offer, while
 * something waits for them, is given one first. Asking again changes nothing.
 */
export async function noteReadAndOffer(
  at: At,
  { shown, asking }: { shown: number; asking: Asking },
  now: Date,
): Promise<KnownOffer> {
  const offer = await readOffer(at, { shown, asking })
  if (asking !== "offer" || offer.post || !offer.hasOther) return offer
  await settleOffers(at.threadId, now)
  return readOffer(at, { shown: 0, asking })
}

async function readOffer(
  { threadId, enrolmentId }: At,
  { shown, asking }: { shown: number; asking: Asking },
): Promise<KnownOffer> {
  const statement = { name: `note-read-${asking}`, text: STATEMENTS[asking] }
  const { rows } = await pool().query<KnownOffer>({ ...statement, values: [threadId, enrolmentId, shown] })
  if (!rows[0]) throw new Error("no row about an offer")
  return rows[0]
}

/**
 * Gives an offer to everybody in a thread who has none, in the order in which the thread opened to them: not only to
 * whoever came just now, so that nobody can read from their own offer who looked before them. One thread's offers are
 * given one after the other (the lock), each of what was counted before it.
 */
async function settleOffers(threadId: string, now: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`offers ${threadId}`}, 0))`
    const [state] = await tx.$queryRawUnsafe<State[]>(STATE, threadId)
    if (!state) return
    const readers = (state.readers ?? []).map((reader) => ({ ...reader, closed: new Set(reader.closed) }))
    const [inTurn, apart] = [true, false].map((hasTurn) => readers.filter((one) => one.hasTurn === hasTurn))
    const offers = offerInTurn(state.waiting ?? [], { inTurn: inTurn ?? [], apart: apart ?? [] })
    await keepOffers(tx, { threadId, now, offers })
  })
}

type State = { waiting: Waiting[] | null; readers: StoredReader[] | null }

/** `hasTurn`: a post of theirs stands in the thread, by whose number they have their turn. */
type StoredReader = Omit<Reader, "closed"> & { closed: string[]; hasTurn: boolean }

const STATE = `
  WITH waiting AS (
    SELECT po.id, po.seq, po.side, po."aliasId",
           (SELECT count(*)::int FROM "Offer" o WHERE o."postId" = po.id) AS offered
    FROM ${WAITING} WHERE w."threadId" = $1::uuid ORDER BY offered, w.seq LIMIT ${MOST_WEIGHED}),
  without AS (
    SELECT opened.* FROM ${openedTo("$1::uuid")} opened
    WHERE NOT EXISTS (
      SELECT 1 FROM "Offer" o JOIN ${WAITING} ON w."postId" = o."postId"
      WHERE o."threadId" = $1::uuid AND o."enrolmentId" = opened."enrolmentId" AND o."skippedAt" IS NULL
        AND NOT ${hasAnswered("po.id", 'opened."enrolmentId"')}))
  SELECT
    (SELECT json_agg(json_build_object('id', id, 'seq', seq, 'side', side, 'offered', offered,
                                       'author', ${enrolmentBehind('waiting."aliasId"')})) FROM waiting) AS waiting,
    (SELECT json_agg(json_build_object(
              'key', without."enrolmentId", 'hasTurn', without.first IS NOT NULL, 'side', ${lastSideIn("$1::uuid", 'without."enrolmentId"')},
              'closed', ARRAY(
                SELECT waiting.id FROM waiting
                WHERE ${hasAnswered("waiting.id", 'without."enrolmentId"')} OR EXISTS (
                  SELECT 1 FROM "Offer" o
                  WHERE o."postId" = waiting.id AND o."enrolmentId" = without."enrolmentId")))
            ORDER BY without.first) FROM without) AS readers`

type ToKeep = { threadId: string; now: Date; offers: readonly { key: string; id: string }[] }

async function keepOffers(tx: Transaction, { threadId, now, offers }: ToKeep): Promise<void> {
  if (offers.length === 0) return
  const keys = offers.map((offer) => offer.key)
  const posts = offers.map((offer) => offer.id)
  await tx.$executeRaw`
    INSERT INTO "Offer" ("enrolmentId", "postId", "threadId", at)
    SELECT key, post, ${threadId}::uuid, ${now} FROM unnest(${keys}::uuid[], ${posts}::uuid[]) AS g(key, post)
    ON CONFLICT DO NOTHING`
}

/** A reader passes over what they were offered. A second press changes nothing; the next look brings another post. */
export async function keepSkip(enrolmentId: string, postId: string, now: Date): Promise<void> {
  await database().offer.updateMany({
    where: { enrolmentId, postId, skippedAt: null },
    data: { skippedAt: now },
  })
}
