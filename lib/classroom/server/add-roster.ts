import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AddPastedRosterInput, AddRosterFileInput } from "@/lib/classroom/input"
import type { PlannedLine } from "@/lib/classroom/roster-plan"
import { type MadePassword, newMadePassword } from "@/lib/classroom/server/hand-out-password"
import { planPastedRoster, planRosterFile, type RosterPlan } from "@/lib/classroom/server/plan-roster"
import { refuseTaken } from "@/lib/classroom/server/store"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

export type AddedRoster = { className: string; slips: SignInSlip[]; changed: number }

type NewLine = Extract<PlannedLine, { outcome: "new" }>
type ChangedLine = Extract<PlannedLine, { outcome: "changed" }>
type NewPerson = NewLine & { userId: string; made: MadePassword }

/** Does what the plan of a pasted list said. Adding the same list again adds nobody twice. */
export async function addPastedRoster(
  viewer: Viewer,
  input: AddPastedRosterInput,
): Promise<Decision<AddedRoster>> {
  return carryOut(await planPastedRoster(viewer, input), viewer, input)
}

/** Does what the plan of a file said. */
export async function addRosterFile(
  viewer: Viewer,
  input: AddRosterFileInput,
): Promise<Decision<AddedRoster>> {
  return carryOut(await planRosterFile(viewer, input), viewer, input)
}

async function carryOut(
  plan: Decision<RosterPlan>,
  viewer: Viewer,
  { classId, seal }: { classId: string; seal: string },
): Promise<Decision<AddedRoster>> {
  if (!plan.ok) return plan
  // Somebody changed the class, or a name, since this was looked at: it is looked at again.
  if (hasWork(plan.value) && plan.value.seal !== seal) return refuse("conflict", "people.rosterChanged")
  return addRoster(plan.value, { classId, actorId: viewer.userId })
}

const hasWork = ({ lines }: RosterPlan): boolean =>
  lines.some(({ outcome }) => outcome === "new" || outcome === "changed")

/**
 * Makes an account for every new person of a plan, puts them into the class, and changes the names and addresses it says.
 * All of it or nothing. The passwords are in the answer and nowhere else. The caller has decided that the actor may.
 */
export async function addRoster(
  plan: RosterPlan,
  to: { classId: string; actorId: string | null },
): Promise<Decision<AddedRoster>> {
  if (!hasWork(plan)) return refuse("invalid", "people.rosterNobodyNew", { field: "pasted" })
  const lines = plan.lines.filter((line): line is NewLine => line.outcome === "new")
  const changes = plan.lines.filter((line): line is ChangedLine => line.outcome === "changed")
  const people = await Promise.all(
    lines.map(async (line) => ({ ...line, userId: newId(), made: await newMadePassword() })),
  )
  const done = await refuseTaken(() =>
    database().$transaction(async (tx) => {
      await createStudents(tx, to.classId, people)
      for (const change of changes) await changeStudent(tx, to, change)
      const data = { people: people.length, changed: changes.length }
      await appendEvent(tx, { kind: "class.rosterAdded", ...to, data })
    }),
  )
  if (!done.ok) return refuse("conflict", "people.rosterChanged")
  const slips = people.map(({ displayName, userName, made }) => ({
    displayName,
    userName,
    password: made.password,
  }))
  return allow({ className: plan.className, slips, changed: changes.length })
}

async function createStudents(tx: Transaction, classId: string, people: NewPerson[]): Promise<void> {
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
  await tx.user.createMany({ data: users })
  await tx.enrolment.createMany({ data: enrolments })
}

async function changeStudent(
  tx: Transaction,
  { classId, actorId }: { classId: string; actorId: string | null },
  { userId, after }: ChangedLine,
): Promise<void> {
  await tx.user.update({ where: { id: userId, role: "student" }, data: after })
  await appendEvent(tx, { kind: "people.renamed", actorId, classId, subjectId: userId })
}
