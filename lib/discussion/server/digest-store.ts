import "server-only"
import { MOST_FAILURES } from "@/lib/discussion/notices/digest-due"
import type { DigestLine } from "@/lib/discussion/notices/digest-lines"
import { FIRST_NOTICE_SETTINGS } from "@/lib/discussion/notices/notice-settings"
import type { QuietHours } from "@/lib/discussion/notices/quiet-hours"
import { BY_MAIL, IS_NEW, minuteAt, QUIET, SEEN_NOTICES } from "@/lib/discussion/server/notice-store"
import { pool } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"

/** What is older has been passed by. */
const DAYS_BACK = 7
const MOST_AT_ONCE = 500

const DAY = `($1::timestamptz AT TIME ZONE sc."timeZone")::date`

// People of the demonstration class have made-up addresses.
const WAITING = `
  SELECT u.id AS "userId", u.email, u."displayName", sc.name AS "schoolName", sc.locale,
         ${DAY}::text AS day, ${minuteAt("$1")} AS minute, coalesce(ns."digestAt", ${FIRST_NOTICE_SETTINGS.digestAt}) AS "digestAt", ${QUIET} AS quiet,
         CASE WHEN d."userId" IS NOT NULL
              THEN json_build_object('isClaimed', d."claimedAt" IS NOT NULL, 'failures', d.failures) END AS today
  FROM "User" u
  CROSS JOIN "School" sc
  LEFT JOIN "NoticeSettings" ns ON ns."userId" = u.id
  LEFT JOIN "Digest" d ON d."userId" = u.id AND d.day = ${DAY}
  WHERE u.email IS NOT NULL AND u."disabledAt" IS NULL AND NOT u.demonstration AND ns."unsubscribedAt" IS NULL
    AND (d."userId" IS NULL OR d."claimedAt" IS NULL)
    AND EXISTS (SELECT 1 FROM "Notice" n WHERE n."userId" = u.id AND n."seenAt" IS NULL AND n."digestedAt" IS NULL
                AND n."createdAt" > $1::timestamptz - interval '${DAYS_BACK} days')
  ORDER BY u.id LIMIT ${MOST_AT_ONCE}`

/** Somebody who may have a mail today. `day` is the school's: "2026-11-30". */
export type Waiting = {
  userId: string
  email: string
  displayName: string
  schoolName: string
  locale: string
  day: string
  minute: number
  digestAt: number
  quiet: QuietHours | null
  today: { isClaimed: boolean; failures: number } | null
}

/** Who has something that no mail has told of. One trip. */
export async function loadWaiting(now: Date): Promise<Waiting[]> {
  return (await pool().query<Waiting>(WAITING, [now])).rows
}

const LINES = `
  SELECT n.kind, lv.title AS "assignmentTitle", p.position AS "promptPosition", p.text AS "promptText",
         count(*)::int AS count, array_agg(n.id::text) AS ids
  FROM ${SEEN_NOTICES}
  WHERE ${IS_NEW} AND ${BY_MAIL} AND n."digestedAt" IS NULL
    AND n."createdAt" > $2::timestamptz - interval '${DAYS_BACK} days'
  GROUP BY n.kind, lv.title, a.id, p.position, p.text
  ORDER BY lv.title, a.id, p.position, n.kind`

type Line = DigestLine & { ids: string[] }

/** What a mail to somebody would tell now: only of what they may see at this moment. */
export async function loadDigestLines(userId: string, now: Date): Promise<Line[]> {
  return (await pool().query<Line>(LINES, [userId, now])).rows
}

const CLAIM = `
  WITH kept AS (
    INSERT INTO "NoticeSettings" ("userId", "unsubscribeToken") VALUES ($1, $4) ON CONFLICT DO NOTHING),
  claimed AS (
    INSERT INTO "Digest" ("userId", day, "claimedAt") VALUES ($1, $2::date, $3)
    ON CONFLICT ("userId", day) DO UPDATE SET "claimedAt" = excluded."claimedAt"
    WHERE "Digest"."claimedAt" IS NULL AND "Digest".failures < ${MOST_FAILURES}
    RETURNING "userId")
  SELECT coalesce((SELECT ns."unsubscribeToken" FROM "NoticeSettings" ns WHERE ns."userId" = $1), $4) AS token
  FROM claimed`

export type Claim = { userId: string; day: string; now: Date }

/** Takes the day's mail to somebody upon oneself: of all processes one is given the token for its link, others null. */
export async function claimDigest({ userId, day, now }: Claim): Promise<string | null> {
  const { rows } = await pool().query<{ token: string }>(CLAIM, [userId, day, now, newRandomId()])
  return rows[0]?.token ?? null
}

const SENT = `
  WITH told AS (UPDATE "Notice" SET "digestedAt" = $3 WHERE id = ANY ($4::bigint[]))
  UPDATE "Digest" SET "sentAt" = $3 WHERE "userId" = $1 AND day = $2::date`

export async function keepDigestSent({ userId, day, now }: Claim, ids: readonly string[]): Promise<void> {
  await pool().query(SENT, [userId, day, now, ids])
}

const FAILED = `
  UPDATE "Digest" SET "claimedAt" = NULL, failures = failures + 1 WHERE "userId" = $1 AND day = $2::date`

export async function keepDigestFailed({ userId, day }: Claim): Promise<void> {
  await pool().query(FAILED, [userId, day])
}
