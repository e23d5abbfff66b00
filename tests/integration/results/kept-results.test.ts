import { beforeAll, describe, expect, it, vi } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { type AssignmentResults, loadResults } from "@/lib/results/server/load-results"
import { ANSWERS } from "@/lib/results/server/results-statement"
import { setGradingRules } from "@/lib/results/server/set-grading-rules"
import { useTestDatabase } from "@/tests/support/database"
import { type Gradable, grade, makeGradable } from "@/tests/support/factories-grading"
import { finishQuiz } from "@/tests/support/factories-results"
import { longAnswers } from "@/tests/support/long-items"

useTestDatabase()

let room: Gradable

beforeAll(async () => {
  room = await makeGradable()
  await grade(room, room.first, { places: [0, 1], comment: "A first word" })
}, 60_000)

type Load = typeof loadResults

async function seen(viewer: Viewer, load: Load = loadResults): Promise<AssignmentResults> {
  const results = await load(viewer, room.quiz.assignment.id)
  if (!results.ok) throw new Error(results.refusal.code)
  return results.value
}

/** The same as a process says that has kept nothing. */
async function afresh(viewer: Viewer): Promise<AssignmentResults> {
  vi.resetModules()
  const { loadResults: load } = await import("@/lib/results/server/load-results")
  return seen(viewer, load)
}

const act = (text: string, values: unknown[] = []) => pool().query(text, values)
const first = () => room.attempts[0] ?? ""
const item = (at = 0) => room.quiz.items[at]?.itemId ?? ""
const version = (at = 0) => room.quiz.items[at]?.itemVersionId ?? ""
const scoring = `SELECT max(id) FROM "Scoring" WHERE "attemptId" = $1 AND "itemId" = $2`

/** By table, each leaving the class otherwise than it was. The order matters: some stand on what came before. */
const changes: [table: string, what: string, change: () => Promise<unknown>][] = [
  [
    "Response",
    "an answer’s words",
    () =>
      act(`UPDATE "Response" SET value = jsonb_set(value, '{text}', '"Otherwise"') WHERE "attemptId" = $1`, [
        first(),
      ]),
  ],
  [
    "Response",
    "an answer’s number alone",
    () => act(`UPDATE "Response" SET "saveNumber" = "saveNumber" + 1 WHERE "attemptId" = $1`, [first()]),
  ],
  [
    "Response",
    "how sure somebody was",
    () => act(`UPDATE "Response" SET confidence = 2 WHERE "attemptId" = $1`, [first()]),
  ],
  [
    "Scoring",
    "a grade that was given",
    () => grade(room, room.first, { attempt: 1, places: [1, 1], comment: "More" }),
  ],
  [
    "Scoring",
    "a score written by a machine",
    () =>
      act(
        `INSERT INTO "Scoring" ("attemptId", "itemId", "keyRevision", numerator, denominator, source)
         VALUES ($1, $2, 1, 1, 2, 'automatic')`,
        [first(), item(1)],
      ),
  ],
  [
    "Scoring",
    "a score that was touched by hand in the database",
    () => act(`UPDATE "Scoring" SET numerator = 0 WHERE id = (${scoring})`, [first(), item(1)]),
  ],
  [
    "Scoring",
    "a score that is gone",
    () => act(`DELETE FROM "Scoring" WHERE id = (${scoring})`, [first(), item(1)]),
  ],
  [
    "User",
    "the name of who graded",
    () => act(`UPDATE "User" SET "displayName" = 'Another name' WHERE id = $1`, [room.first.userId]),
  ],
  [
    "ItemKey",
    "a rubric that was revised after a grade",
    () =>
      act(
        `INSERT INTO "ItemKey" (id, "itemVersionId", "keyRevision", key, feedback, "createdById")
         SELECT $1, "itemVersionId", "keyRevision" + 1, key, feedback, "createdById" FROM "ItemKey" WHERE "itemVersionId" = $2`,
        [newId(), version()],
      ),
  ],
  [
    "SecondGrade",
    "a second grade",
    async () => {
      const { id: assignmentId } = room.quiz.assignment
      await setGradingRules(room.first, { assignmentId, asksSecond: true })
      await seen(room.first)
      await grade(room, room.second, { places: [1, 1], comment: "A second word" }, { saveNumber: 2 })
    },
  ],
  [
    "AttemptItem",
    "the version an attempt had",
    () =>
      act(`UPDATE "AttemptItem" SET "itemVersionId" = $1 WHERE "attemptId" = $2 AND "itemId" = $3`, [
        version(1),
        first(),
        item(),
      ]),
  ],
  [
    "Attempt",
    "an attempt of one who came later",
    async () => {
      const late = await act(
        `INSERT INTO "User" (id, "userName", "displayName", role) VALUES ($1, 'late.one', 'Late One', 'student') RETURNING id`,
        [newId()],
      )
      await act(`INSERT INTO "Enrolment" (id, "classId", "userId", role) VALUES ($1, $2, $3, 'student')`, [
        newId(),
        room.quiz.class.id,
        late.rows[0].id,
      ])
      await seen(room.first)
      await finishQuiz(room.quiz, late.rows[0].id, longAnswers(room.quiz, "Cem"))
    },
  ],
  [
    "Attempt",
    "an attempt that was taken out",
    () => act(`DELETE FROM "Attempt" WHERE id = $1`, [room.attempts[1]]),
  ],
  [
    "AssignmentItem",
    "what an item counts for",
    () =>
      act(`INSERT INTO "AssignmentItem" ("assignmentId", "itemId", points) VALUES ($1, $2, 9)`, [
        room.quiz.assignment.id,
        item(),
      ]),
  ],
  [
    "ItemVersion",
    "the words of an item",
    () => act(`UPDATE "ItemVersion" SET prompt = 'Asked otherwise' WHERE id = $1`, [version()]),
  ],
  [
    "ReadingProgress",
    "a sentence further",
    () =>
      act(
        `INSERT INTO "ReadingProgress" ("assignmentId", "enrolmentId", "sentencesRead") VALUES ($1, $2, 3)`,
        [room.quiz.assignment.id, room.quiz.enrolments[0].id],
      ),
  ],
  [
    "Accommodation",
    "time of one’s own",
    () =>
      act(
        `INSERT INTO "Accommodation" ("userId", "timeMultiplier", "extraDays", "updatedAt") VALUES ($1, 2, 1, now())`,
        [room.quiz.students[0].id],
      ),
  ],
  [
    "Appeal",
    "an appeal",
    () =>
      act(
        `INSERT INTO "Appeal" ("attemptId", "itemId", reason, "createdAt") VALUES ($1, $2, 'I think so', now())`,
        [first(), item()],
      ),
  ],
  [
    "Assignment",
    "what is taken off for lateness",
    () => act(`UPDATE "Assignment" SET "latePercentPerDay" = 5 WHERE id = $1`, [room.quiz.assignment.id]),
  ],
]

describe("results that were kept", () => {
  it("are found again as long as nothing has changed, for each viewer their own", async () => {
    const mine = await seen(room.first)
    expect((await seen(room.first)).grid).toBe(mine.grid)
    expect((await seen(room.second)).grid).not.toBe(mine.grid)
    expect(mine).toEqual(await afresh(room.first))
  })

  it.each(changes)("are seen with the next change: %s, %s", async (_, __, change) => {
    const before = await seen(room.first)
    await seen(room.second)
    await change()
    for (const viewer of [room.first, room.second]) {
      const now = await seen(viewer)
      expect(now).not.toEqual(before)
      expect(now).toEqual(await afresh(viewer))
    }
  })

  it("have a change here for every table that the answers are read from", () => {
    const read = new Set([...ANSWERS.matchAll(/(?:FROM|JOIN) "(\w+)"/g)].map(([, table]) => table))
    expect(read.size).toBeGreaterThan(4)
    expect([...read].filter((table) => !changes.some(([changed]) => changed === table))).toEqual([])
  })

  it("are forbidden to who has become a student since, and missing to who is out of the class", async () => {
    const ask = async () => {
      const results = await loadResults(room.second, room.quiz.assignment.id)
      return results.ok ? "seen" : results.refusal.kind
    }
    expect(await ask()).toBe("seen")
    const mine = [room.quiz.class.id, room.second.userId]
    await act(`UPDATE "Enrolment" SET role = 'student' WHERE "classId" = $1 AND "userId" = $2`, mine)
    expect(await ask()).toBe("forbidden")
    await act(`UPDATE "Enrolment" SET role = 'assistant' WHERE "classId" = $1 AND "userId" = $2`, mine)
    expect(await seen(room.second)).toMatchObject({ may: { grade: false } })
    await act(`UPDATE "Enrolment" SET "leftAt" = now() WHERE "classId" = $1 AND "userId" = $2`, mine)
    expect(await ask()).toBe("missing")
  })
})
