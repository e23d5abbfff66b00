import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PastedRosterInput } from "@/lib/classroom/input"
import type { PlannedLine } from "@/lib/classroom/roster-plan"
import { type MadePassword, newMadePassword } from "@/lib/classroom/server/hand-out-password"
import { planPastedRoster } from "@/lib/classroom/server/plan-pasted-roster"
import { refuseTaken } from "@/lib/classroom/server/store"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

export type AddedRoster = { className: string; slips: SignInSlip[] }

type NewLine = Extract<PlannedLine, { outcome: "new" }>

/**
 * Makes an account for every new person of the list and puts them into the class. The passwords are in the answer and
 * nowhere else. Pasting the same list again adds nobody twice.
 */
export async function addPastedRoster(
  viewer: Viewer,
  input: PastedRosterInput,
): Promise<Decision<AddedRoster>> {
  const plan = await planPastedRoster(viewer, input)
  if (!plan.ok) return plan
  const lines = plan.value.lines.filter((line): line is NewLine => line.outcome === "new")
  if (lines.length === 0) return refuse("invalid", "people.rosterNobodyNew", { field: "pasted" })
  const people = await Promise.all(
    lines.map(async (line) => ({ ...line, userId: newId(), made: await newMadePassword() })),
  )
  const created = await refuseTaken(() => createStudents(viewer, input.classId, people))
  if (!created.ok) return refuse("conflict", "people.rosterChanged")
  const slips = people.map(({ displayName, userName, made }) => ({
    displayName,
    userName,
    password: made.password,
  }))
  return allow({ className: plan.value.className, slips })
}

type NewPerson = NewLine & { userId: string; made: MadePassword }

async function createStudents(viewer: Viewer, classId: string, people: NewPerson[]): Promise<void> {
  const users = people.map(({ userId, displayName, userName, email, made }) => ({
    id: userId,
    displayName,
    userName,
    email: email ?? null,
    passwordHash: made.passwordHash,
    mustChangePassword: true,
    role: "student" as const,
  }))
  const enrolments = people.map(({ userId }) => ({ id: newId(), classId, userId, role: "student" as const }))
  await database().$transaction(async (tx) => {
    await tx.user.createMany({ data: users })
    await tx.enrolment.createMany({ data: enrolments })
    await appendEvent(tx, {
      kind: "class.rosterAdded",
      actorId: viewer.userId,
      classId,
      data: { people: people.length },
    })
  })
}
