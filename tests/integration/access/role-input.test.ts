import { describe, expect, it, vi } from "vitest"
import { Prisma } from "@/lib/platform/generated/client"
import { recordTried, tries } from "@/tests/assurance/record"
import { type Actor, actors } from "@/tests/support/matrix/actors"
import { lines, placeOf } from "@/tests/support/matrix/cells"
import { type Doors, findDoors } from "@/tests/support/matrix/doors"
import type { ActionLine } from "@/tests/support/matrix/line"
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
  // The thread of a group, by its id; what one cites.
  "a/[assignmentId]/stance#saveStanceAction": [],
}

const values: unknown[] = ["administrator", true]

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

async function tryFields(
  doors: Doors,
  line: ActionLine,
  actor: Actor,
): Promise<{ tried: number; faults: string[] }> {
  const args = line.args(placeOf(matrix(), { isOwnClass: true, state: "released" }))
  const input = inputOf(doors, line, args)
  const faults: string[] = []
  let tried = 0
  const { writes } = await matrix().undone(async () => {
    for (const field of fields.filter((one) => !takes[line.name]?.includes(one)))
      for (const value of values)
        for (const changed of withField(input, field, value)) {
          tried += 1
          const cookie = matrix().cookies[actor]
          const { outcome, code } = await doors.open(line, argsWith(doors, line, args, changed), { cookie })
          const isKept = code === "common.shape" || outcome === "unauthenticated"
          if (!isKept) faults.push(`${line.name} with ${field} by ${actor}: ${outcome} ${code}`)
        }
  })
  if (writes > 0) faults.push(`${line.name} by ${actor}: ${writes} writes`)
  return { tried, faults }
}

describe("an input", () => {
  it("that says who or what somebody is, is no input: nothing is done", async () => {
    const doors = await findDoors()
    const who: readonly Actor[] = tries(0, 1) ? actors : ["student", "teacher"]
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
