import type { Viewer } from "@/lib/access/viewer"
import { removeFromClass } from "@/lib/classroom/server/change-enrolment"
import { changePassword } from "@/lib/classroom/server/change-password"
import { clearSecondFactor, disablePerson, resetPersonPassword } from "@/lib/classroom/server/manage-person"
import { resetStudentPassword } from "@/lib/classroom/server/reset-student-password"
import { endSession } from "@/lib/classroom/server/sessions"
import { signOutEverywhere } from "@/lib/classroom/server/sign-out-everywhere"
import { database } from "@/lib/platform/database"
import { tokenHashOf } from "@/lib/platform/session-cookie"
import { viewerFor } from "@/tests/support/factories"
import type { Actor } from "./actors"
import type { Matrix } from "./use-matrix"
import { PASSWORD } from "./world"

/** Something that happens to somebody who is signed in, and whom the tables say they are afterwards. */
export type Event = {
  name: string
  actor: Actor
  becomes: Actor
  happen: (matrix: Matrix) => Promise<unknown>
}

type Happens = (at: {
  matrix: Matrix
  id: string
  as: (actor: Actor) => Promise<Viewer>
  now: Date
}) => Promise<unknown>

const event = (name: string, actor: Actor, becomes: Actor, happens: Happens): Event => ({
  name: `${name}, ${actor}`,
  actor,
  becomes,
  happen: async (matrix) => {
    const { people } = matrix.room
    const as = async (one: Actor) => viewerFor(people[one])
    const done = (await happens({ matrix, id: people[actor].id, as, now: new Date() })) as { ok?: boolean }
    if (done?.ok === false) throw new Error(`It did not happen: ${name}`)
  },
})

/** What ends every session of somebody, whoever they are. */
const signedOutBy = (actor: Actor): Event[] => [
  event("signed out", actor, "signedOut", async ({ matrix }) => {
    const tokenHash = await tokenHashOf(matrix.cookies[actor])
    if (tokenHash) await endSession(new Uint8Array(tokenHash))
  }),
  event("signed out everywhere, on another device", actor, "signedOut", async ({ as }) =>
    signOutEverywhere(await as(actor)),
  ),
  event("password changed, on another device", actor, "signedOut", async ({ as, now }) =>
    changePassword(await as(actor), { current: PASSWORD, password: "seven otters cross the river" }, now),
  ),
  event("password reset by the office", actor, "signedOut", async ({ as, id }) =>
    resetPersonPassword(await as("administrator"), { userId: id }),
  ),
  event("second step cleared by the office", actor, "signedOut", async ({ as, id }) =>
    clearSecondFactor(await as("administrator"), { userId: id }),
  ),
  event("account closed by the office", actor, "signedOut", async ({ as, id, now }) =>
    disablePerson(await as("administrator"), { userId: id }, now),
  ),
  event("time over", actor, "signedOut", async ({ id }) =>
    database().session.updateMany({
      where: { userId: id },
      data: { expiresAt: new Date(Date.now() - 60_000) },
    }),
  ),
]

const removedFrom = (actor: Actor, becomes: Actor): Event =>
  event("taken out of the class", actor, becomes, async ({ matrix, as, now }) =>
    removeFromClass(await as("teacher"), { enrolmentId: matrix.room.enrolments[actor] }, now),
  )

/** Whoever was staff has work in the class; a student by school role is none of its staff, whatever the enrolment says. */
const madeStudent = (actor: Actor): Event =>
  event("made a student by the school", actor, "demoted", async ({ id }) =>
    database().user.update({ where: { id }, data: { role: "student" } }),
  )

export const events: readonly Event[] = [
  ...signedOutBy("student"),
  event("password reset by a teacher", "student", "signedOut", async ({ matrix, as }) =>
    resetStudentPassword(await as("coTeacher"), { enrolmentId: matrix.room.enrolments.student }),
  ),
  ...signedOutBy("teacher"),
  ...signedOutBy("principal"),
  removedFrom("student", "removed"),
  removedFrom("classmate", "removed"),
  removedFrom("assistant", "otherAssistant"),
  removedFrom("coTeacher", "removedTeacher"),
  removedFrom("principal", "administrator"),
  madeStudent("coTeacher"),
  madeStudent("principal"),
  madeStudent("assistant"),
]
