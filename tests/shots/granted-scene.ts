import type { Pool } from "pg"
import type { Shot, Staging } from "@/tests/shots/page-entry"

// Students to whom something is granted, and answers that wait on a device.

const WAS_NOTHING = `DELETE FROM "Accommodation" WHERE "updatedAt" = '2000-01-01'`

const grantTo = (db: Pool, userName: string) =>
  db.query(
    `INSERT INTO "Accommodation" ("userId", "timeMultiplier", "extraMinutes", "extraAttempts", "extraDays",
       "readAloud", "largerType", "updatedAt")
     SELECT id, 1.25, 10, 1, 2, true, true, '2000-01-01' FROM "User" WHERE "userName" = $1
     ON CONFLICT DO NOTHING`,
    [userName],
  )

/** The reader, who stands before the quiz, has more of everything. */
export const readerGranted: Staging = async (db, { reader }) => {
  await grantTo(db, reader)
  return async () => {
    await db.query(WAS_NOTHING)
  }
}

/** The same for who sits in the quiz and for who has done everything. */
export const sitterGranted: Staging = async (db, { sitter, student }) => {
  for (const userName of [sitter, student]) await grantTo(db, userName)
  return async () => {
    await db.query(WAS_NOTHING)
  }
}

/** The assignment's window is too short for who has twice the time, and an agreed date comes before the granted one. */
export const clashing: Staging = async (db, scene) => {
  const before = await db.query('SELECT "opensAt", "dueAt", "closesAt" FROM "Assignment" WHERE id = $1', [
    scene.assignmentId,
  ])
  await grantTo(db, scene.student)
  await db.query(
    `UPDATE "Assignment" SET "opensAt" = now(), "dueAt" = now() + interval '40 minutes',
       "closesAt" = now() + interval '40 minutes' WHERE id = $1`,
    [scene.assignmentId],
  )
  await db.query(
    `INSERT INTO "AssignmentException" ("assignmentId", "enrolmentId", "dueAt")
     VALUES ($1, $2, now() + interval '1 day') ON CONFLICT DO NOTHING`,
    [scene.assignmentId, scene.enrolmentId],
  )
  return async () => {
    const { opensAt, dueAt, closesAt } = before.rows[0]
    await db.query('UPDATE "Assignment" SET "opensAt" = $2, "dueAt" = $3, "closesAt" = $4 WHERE id = $1', [
      scene.assignmentId,
      opensAt,
      dueAt,
      closesAt,
    ])
    await db.query('DELETE FROM "AssignmentException" WHERE "assignmentId" = $1 AND "enrolmentId" = $2', [
      scene.assignmentId,
      scene.enrolmentId,
    ])
    await db.query(WAS_NOTHING)
  }
}

/** A limit and dates are typed that leave too little time for who has twice as much. */
export const typeShortWindow: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page.locator('[name="class"]').first().check({ force: true })
  await page.locator('[name="opensAt"]').fill("2030-03-04T10:00")
  await page.locator('[name="dueAt"]').fill("2030-03-04T11:30")
  await page.locator('[name="closesAt"]').fill("2030-03-04T11:30")
  await page.locator('[name="timeLimitMinutes"]').fill("60")
}

/** An answer was given without a connection, and the quiz was handed in elsewhere before the page opened again. */
export const withWaitingAnswer: Shot["act"] = async (page, scene) => {
  const home = page.url()
  await page.goto(new URL(`/a/${scene.assignmentId}/quiz`, home).href, { waitUntil: "networkidle" })
  await page.context().setOffline(true)
  await page.locator('main input[type="radio"]:not(:checked)').first().check({ force: true })
  await page.waitForTimeout(500)
  await page.goto("about:blank")
  await page.context().setOffline(false)
  await page.route("**/responses", (route) => route.fulfill({ status: 409, json: {} }))
  await page.goto(home, { waitUntil: "networkidle" })
}

/** The way out is pressed while answers wait and the school cannot be reached. */
export const signOutOffline: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page.route("**/responses", (route) => route.abort())
  await page.locator('main input[type="radio"]:not(:checked)').first().check({ force: true })
  await page.locator('[popovertarget="account-header"]').click()
  await page.locator('form[action="/sign-out"] button').click()
  await page.getByRole("alertdialog").waitFor()
  await page.waitForTimeout(1500)
}
