import { randomUUID } from "node:crypto"
import type { Shot, Staging } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import { student, teacher } from "@/tests/shots/shot-makers"

// A class whose pseudonyms hide names from staff too, for one picture at a time.

const namesAre = `UPDATE "Assignment" SET "postNames" = $2::"PostNames" WHERE id = $1`

const sealed: Staging = async (db, { assignmentId }) => {
  await db.query(namesAre, [assignmentId, "sealed"])
  return async () => {
    await db.query(namesAre, [assignmentId, "pseudonyms"])
  }
}

const REASON = "You wrote that you do not sleep. I would like to talk with you."

/** The same, and a teacher has opened the student's name at the question. */
const opened: Staging = async (db, scene) => {
  const undo = await sealed(db, scene)
  await db.query(
    `INSERT INTO "NameReveal" (id, "aliasId", reason, "revealedById", "revealedAt")
     SELECT $1, a.id, $2, (SELECT id FROM "User" WHERE "userName" = $3), now() - interval '1 hour'
     FROM "PostAlias" a WHERE a."promptId" = $4 AND a."enrolmentId" = $5 AND a."assignmentId" = $6`,
    [randomUUID(), REASON, scene.teacher, scene.promptId, scene.enrolmentId, scene.assignmentId],
  )
  return async () => {
    await db.query('DELETE FROM "NameReveal"')
    await undo()
  }
}

const thread = ({ assignmentId, promptId }: Scene) => `/a/${assignmentId}/discuss/${promptId}`
const gate = ({ assignmentId, unansweredPromptId }: Scene) =>
  `/a/${assignmentId}/discuss/${unansweredPromptId}`
const results =
  (rest = "") =>
  ({ assignmentId }: Scene) =>
    `/teach/assignments/${assignmentId}${rest}`

const openName: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page
    .getByRole("button", { name: /^Open the name behind/ })
    .first()
    .click()
  await page.getByRole("dialog").waitFor()
}

const assistant = (scene: Scene) => scene.assistant

/** More pictures of pages that have their line elsewhere. */
export const namesShots = {
  home: [{ state: "full", called: "names: opened", as: student, path: () => "/home", staged: opened }],
  thread: [
    { state: "full", called: "names: sealed, first post", as: student, path: gate, staged: sealed },
    { state: "full", called: "names: opened, to its student", as: student, path: thread, staged: opened },
    { state: "full", called: "names: opened, to a teacher", as: teacher, path: thread, staged: opened },
    {
      state: "full",
      called: "names: dialog",
      as: teacher,
      path: thread,
      staged: sealed,
      act: openName,
    },
  ],
  grid: [
    { state: "full", called: "names: sealed", as: teacher, path: results(), staged: sealed },
    { state: "full", called: "names: to an assistant", as: assistant, path: results() },
  ],
  discussion: [
    { state: "full", called: "names: sealed", as: teacher, path: results("/discussion"), staged: opened },
  ],
} satisfies Record<string, Shot[]>
