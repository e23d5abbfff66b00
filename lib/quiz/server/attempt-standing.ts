import "server-only"
import { can } from "@/lib/access/permissions"
import type { Refusal } from "@/lib/access/refusal"
import type { SchoolRole } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"

export type Standing = {
  userId: string
  role: SchoolRole
  mustChangePassword: boolean
  /** Of this viewer in the class of the attempt, left or not; null where there was never one, or no such attempt. */
  classRole: "student" | "assistant" | "teacher" | null
  isActive: boolean
  isOwner: boolean
}

const STANDING = `
  SELECT u.id AS "userId", u.role, u."mustChangePassword", e.role AS "classRole",
    coalesce(e.state = 'active' AND e."leftAt" IS NULL, false) AS "isActive",
    coalesce(a."enrolmentId" = e.id, false) AS "isOwner"
  FROM "Session" s
  JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
  LEFT JOIN "Attempt" a ON a.id = $2
  LEFT JOIN "Assignment" g ON g.id = a."assignmentId"
  LEFT JOIN "Enrolment" e ON e."classId" = g."classId" AND e."userId" = u.id
  WHERE s."tokenHash" = $1 AND s."expiresAt" > now()`

/** How a viewer stands to an attempt, asked only when something has to be refused. Null: nobody is signed in. */
export async function loadAttemptStanding(tokenHash: Buffer, attemptId: string): Promise<Standing | null> {
  const { rows } = await pool().query<Standing>(STANDING, [tokenHash, attemptId])
  return rows[0] ?? null
}

/**
 * Why this viewer may not write to the attempt; null when they may. Whose attempt it is not learns nothing of it,
 * but for the staff of its class, who see it and still may not answer in it.
 */
export function standingRefusal(standing: Standing | null): Refusal | null {
  if (!standing) return { kind: "unauthenticated", code: "common.signedOut" }
  const { classRole, isActive, isOwner } = standing
  const facts = { classRole: isActive ? classRole : null, isOwner }
  if (isOwner && can(standing, "attempt.take", facts)) return null
  if (isOwner && standing.mustChangePassword) return { kind: "forbidden", code: "quiz.passwordFirst" }
  if (isOwner) return { kind: "forbidden", code: "quiz.leftClass" }
  if (can(standing, "attempt.see", facts)) return { kind: "forbidden", code: "quiz.notYourAttempt" }
  return { kind: "missing", code: "quiz.noSuchAttempt" }
}
