import { strFromU8, unzipSync } from "fflate"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { exportOwnData, exportPersonCommand } from "@/lib/classroom/server/keeping/export-person"
import { recordTried } from "../../assurance/record"
import { useTestDatabase } from "../../support/database"
import { makeUser } from "../../support/factories"
import { type Filled, fillEveryTable } from "../../support/fill-every-table"
import { allowed, expectRefusal } from "../people/expect-refusal"

useTestDatabase()

/**
 * Columns of words that a row about the person has and their zip has not, and why. A table or a column that is added
 * tomorrow must go into the zip or get a line here.
 */
const LEFT_OUT: Record<string, string> = {
  "User.passwordHash": "opens an account",
  "SecondFactor.secret": "opens an account",
  "RecoveryCode.codeHash": "opens an account",
  "Session.tokenHash": "opens an account",
  "Attempt.submitKey": "a number made by the browser",
  "AssignmentException.reason": "a note for staff",
  "Scoring.finding": "by what the key was met",
  "Nudge.at": "not words",
  "GradeDraft.levels": "a grade that is still being given",
  "GradeDraft.comment": "a grade that is still being given",
  "SecondGrade.grade": "not a grade until somebody settles on it",
  "Post.html": "the words as a page shows them",
  "Restatement.html": "the words as a page shows them",
  "Restatement.meant": "what the other one said",
  "Restatement.meantHtml": "what the other one said",
  "PostHiding.reason": "told by the ledger's act",
  "PostReturn.reason": "told by the ledger's act",
  "PostFlag.word": "seen by staff only",
  "PostFlag.note": "seen by staff only",
  "PostFlag.passage": "seen by staff only",
  "ModerationAct.reason": "of this act the person is not told",
  "ModerationAct.untoldFor": "of this act the person is not told",
  "ActAppeal.words": "hangs on that act",
  "ActAppeal.answer": "hangs on that act",
  "DiscussionGrade.levels": "ids of the rubric",
  "Event.data": "numbers and ids",
}
/** Of the school's tables the zip names some: which class, which lesson, which question. */
const OF_THE_SCHOOL =
  /^(SetupLink|Class|Group|GroupUndo|Reading|ReadingRevision|Sentence|RevisionSentence|Lesson|LessonVersion|Item\w*|Prompt|GlossaryTerm|BackgroundNote|ScoringBatch|Grade(book|Category)|Discussion(Norms|Rubric)|WatchWord|Thread|StanceSummary)$/

const mark = (whose: string, table: string, column: string) => `${whose} ${table}.${column};`
let client: pg.Client
let mine: Filled
let theirs: Filled
let staff = ""

beforeAll(async () => {
  const colleague = await makeUser("administrator", { displayName: "canary of staff" })
  staff = colleague.id
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  client.on("error", () => {})
  await client.connect()
  mine = await fillEveryTable(client, { staff, words: (table, column) => mark("mine", table, column) })
  theirs = await fillEveryTable(client, { staff, words: (table, column) => mark("theirs", table, column) })
  await meet()
})

afterAll(() => client.end())

/** The two meet in a thread: the other one answers, restates, reports and is reported. */
async function meet(): Promise<void> {
  const post = mine.get("Post")?.id
  const answer = theirs.get("Post")?.id
  await client.query('UPDATE "Post" SET "parentId" = $1, side = NULL WHERE id = $2', [post, answer])
  await client.query('UPDATE "PostReport" SET "postId" = $1 WHERE "postId" = $2', [post, answer])
  await client.query('UPDATE "Restatement" SET meant = $1 WHERE "postId" = $2', [
    "mine, when restated",
    answer,
  ])
}

async function takeOwn() {
  const viewer = { userId: String(mine.get("User")?.id), mustChangePassword: false }
  return allowed(await exportOwnData(viewer, new Date()))
}

function textOf(zip: Uint8Array): string {
  return Object.values(unzipSync(zip))
    .map((file) => strFromU8(file))
    .join("\n")
}

describe("what a person takes away", () => {
  it("is all they wrote and were told, column by column, and nothing of anybody else", async () => {
    const own = await takeOwn()
    const text = textOf(own.zip)
    const wanted = wordsOf(mine)
    const missing = wanted.filter((words) => !text.includes(words) && !LEFT_OUT[nameOf(words)])
    const strangers = [...wordsOf(theirs), "canary of staff", staff, ...idsOf(theirs)]
    const found = strangers.filter((words) => text.includes(words))
    const leaked = wanted.filter((words) => LEFT_OUT[nameOf(words)] && text.includes(words))
    recordTried({
      promise: "export-is-ones-own",
      tried: strangers.length,
      of: "words and ids of others looked for",
      lost: found.length,
    })
    recordTried({
      promise: "export-is-ones-own",
      tried: wanted.length,
      of: "columns of one's own",
      lost: missing.length,
    })
    expect(found).toEqual([])
    expect(leaked).toEqual([])
    expect(missing).toEqual([])
    expect(text).toContain("mine, when restated")
  })

  it("holds no score before the results are out", async () => {
    const scores = async () => {
      const { zip } = await takeOwn()
      return JSON.parse(strFromU8(unzipSync(zip)["results.json"] ?? new Uint8Array()))
    }
    expect(await scores()).toHaveLength(1)
    const assignment = mine.get("Assignment")?.id
    const set = (text: string) => client.query(`UPDATE "Assignment" SET ${text} WHERE id = $1`, [assignment])
    await set(`"releasePolicy" = 'by_teacher', "releasedAt" = NULL`)
    expect(await scores()).toEqual([])
    await set(`"releasedAt" = now() - interval '1 minute'`)
    expect(await scores()).toHaveLength(1)
    await client.query(
      'UPDATE "AssignmentGrading" SET holds = true, "releasedAt" = NULL WHERE "assignmentId" = $1',
      [assignment],
    )
    expect(await scores()).toEqual([])
  })

  it("is not for whoever signed in with a password that was handed out, and that somebody else knows", async () => {
    const viewer = { userId: String(mine.get("User")?.id), mustChangePassword: true }
    expectRefusal(await exportOwnData(viewer, new Date()), "forbidden", "people.ownPasswordFirst")
  })

  it("is found by id, user name or address, and refused of nobody", async () => {
    const person = await makeUser("student", { email: "somebody@school.example" })
    for (const reference of [person.id, ` ${person.userName.toUpperCase()}`, "Somebody@school.example"])
      expect(allowed(await exportPersonCommand(reference, new Date())).files).toHaveLength(12)
    expectRefusal(await exportPersonCommand("nobody here", new Date()), "missing", "people.personUnknown")
  })
})

const nameOf = (words: string): string => words.replace(/^\w+ |;$/g, "")

/** The words of the person's rows, as they were put in. */
const wordsOf = (filled: Filled): string[] =>
  [...filled].flatMap(([table, row]) =>
    OF_THE_SCHOOL.test(table)
      ? []
      : Object.entries(row).flatMap(([column, value]) => {
          const found = /(mine|theirs) \w+\.\w+;/.exec(
            Buffer.isBuffer(value) ? value.toString() : (JSON.stringify(value) ?? ""),
          )
          return found ? [mark(found[1] ?? "", table, column)] : []
        }),
  )

const idsOf = (filled: Filled): string[] =>
  ["User", "Enrolment", "PostAlias", "Post", "Attempt", "StanceSubject"].map((table) =>
    String(filled.get(table)?.id),
  )
