import { describe, expect, it, vi } from "vitest"
import { pool } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { recordTried, tries } from "@/tests/assurance/record"
import { type Actor, actors } from "@/tests/support/matrix/actors"
import { lines, placeOf } from "@/tests/support/matrix/cells"
import { type Doors, findDoors } from "@/tests/support/matrix/doors"
import { type ActionLine, expectedOf } from "@/tests/support/matrix/line"
import type { Asked } from "@/tests/support/matrix/route-lines"
import { useMatrix } from "@/tests/support/matrix/use-matrix"

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))
vi.mock("@/lib/platform/refusal-message", () => import("@/tests/support/matrix/press"))

const asked = ["released"] as const
const matrix = useMatrix(asked)

/** Every column of what says who somebody is, and what code may call the same. */
const fields = [
  ...new Set([
    ...Object.values(Prisma.UserScalarFieldEnum),
    ...Object.values(Prisma.EnrolmentScalarFieldEnum),
    ...Object.values(Prisma.SessionScalarFieldEnum),
    ...Object.values(Prisma.ClassScalarFieldEnum),
    ...Object.values(Prisma.AttemptScalarFieldEnum),
    ...[
      "viewer",
      "actor",
      "actorId",
      "ownerId",
      "authorId",
      "teacherId",
      "classRole",
      "schoolRole",
      "isStaff",
    ],
    ...["isOwner", "isTeacher", "isAdmin", "permission", "facts", "now", "__proto__", "constructor"],
  ]),
]

/** Inputs that may hold such a word and that the tables leave out: an address or a name somebody gives, never what they are. */
const takes: Record<string, readonly string[]> = {
  "admin/people#createPersonAction": ["email", "userName"],
}

const isLong = tries(0, 1) === 1
const values: readonly unknown[] = isLong ? ["administrator", true] : ["administrator"]

/** The places of an input where a field may be put: the input itself and every object in it. */
function withField(input: unknown, field: string, value: unknown): unknown[] {
  if (input === null || typeof input !== "object" || input instanceof Blob) return []
  if (Array.isArray(input))
    return input.flatMap((one, at) => withField(one, field, value).map((put) => input.with(at, put)))
  const own = Object.hasOwn(input, field)
    ? []
    : [Object.defineProperty({ ...input }, field, { value, enumerable: true })]
  const deeper = Object.entries(input).flatMap(([key, one]) =>
    withField(one, field, value).map((put) => ({ ...input, [key]: put })),
  )
  return [...own, ...deeper]
}

/** The input that a line gives its door; undefined where it takes words or bytes. */
const inputOf = (doors: Doors, line: ActionLine, args: unknown[]): unknown =>
  doors.isAction(line.name) ? args[0] : (args[0] as Asked).json

const argsWith = (doors: Doors, line: ActionLine, args: unknown[], input: unknown): unknown[] =>
  doors.isAction(line.name) ? [input, ...args.slice(1)] : [{ ...(args[0] as Asked), json: input }]

/** Who everybody is, and where. */
async function identities(): Promise<string> {
  const { rows } = await pool().query<{ all: string }>(`
    SELECT md5(concat(
      (SELECT string_agg(u::text, '' ORDER BY id) FROM "User" u),
      (SELECT string_agg(e::text, '' ORDER BY id) FROM "Enrolment" e),
      (SELECT string_agg(c::text, '' ORDER BY id) FROM "Class" c),
      (SELECT string_agg(s::text, '' ORDER BY id) FROM "Session" s))) AS all`)
  return rows[0]?.all ?? ""
}

type Outcome = { tried: number; faults: string[] }

/**
 * A shape that knows no such field refuses it. Where an input holds what a quiz item or a grade is made of, the field is
 * left out or kept as a word among words: whoever may do it may, and nobody is somebody else afterwards.
 */
async function tryFields(doors: Doors, line: ActionLine, actor: Actor): Promise<Outcome> {
  const args = line.args(placeOf(matrix(), { isOwnClass: true, state: "released" }))
  const input = inputOf(doors, line, args)
  const mayAnyway = expectedOf(line, actor, "released") === "ok"
  const faults: string[] = []
  let tried = 0
  const { writes } = await matrix().undone(async () => {
    const before = await identities()
    for (const field of fields.filter((one) => !takes[line.name]?.includes(one)))
      for (const value of values)
        for (const changed of withField(input, field, value)) {
          tried += 1
          const cookie = matrix().cookies[actor]
          const { outcome, code } = await doors.open(line, argsWith(doors, line, args, changed), { cookie })
          const isKept = outcome === "ok" ? mayAnyway : outcome !== "fault"
          if (!isKept) faults.push(`${line.name} with ${field} by ${actor}: ${outcome} ${code}`)
        }
    if ((await identities()) !== before) faults.push(`${line.name} by ${actor}: somebody is somebody else`)
  })
  if (writes > 0 && !mayAnyway) faults.push(`${line.name} by ${actor}: ${writes} writes`)
  return { tried, faults }
}

describe("an input", () => {
  it("that says who or what somebody is, is no input: nothing is done", async () => {
    const doors = await findDoors()
    const who: readonly Actor[] = isLong ? actors : ["student", "teacher"]
    const faults: string[] = []
    let tried = 0
    for (const line of lines)
      for (const actor of who) {
        const outcome = await tryFields(doors, line, actor)
        tried += outcome.tried
        faults.push(...outcome.faults)
      }
    recordTried({
      promise: "role-is-never-input",
      of: "inputs that claim to be somebody",
      tried,
      lost: faults.length,
    })
    expect(faults).toEqual([])
  }, 900_000)
})
