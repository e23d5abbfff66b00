import "server-only"
import { type Decision, refuse } from "@/lib/access/refusal"
import { describeDevice } from "@/lib/classroom/device"
import type { RegisterInput } from "@/lib/classroom/input"
import { newPasswordFault, personFault } from "@/lib/classroom/person-fields"
import { findJoinableClass, type JoinableClass } from "@/lib/classroom/server/find-joinable-class"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { checkGuesses, countGuess } from "@/lib/classroom/server/limit-guesses"
import { startSession } from "@/lib/classroom/server/sessions"
import type { SignedIn } from "@/lib/classroom/server/sign-in"
import { refuseTaken } from "@/lib/classroom/server/store"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import type { Caller } from "@/lib/platform/run-public-action"

/** Everybody without an account counts as one, because nothing about them can be trusted to tell them apart. */
const EVERYBODY = "everybody"

/** Makes a student's account with a class's code, joins them, and signs them in. Always a student: no role is asked. */
export async function registerWithCode(
  caller: Caller,
  input: RegisterInput,
  now: Date,
): Promise<Decision<SignedIn>> {
  const room = await openClass(input.code)
  if (!room.ok) return room
  const fault = personFault(input) ?? newPasswordFault(input.password, "student", input)
  if (fault) return refuse("invalid", fault.code, fault)
  const counted = await countGuess("registration", room.value.id)
  if (!counted.ok) return counted
  const passwordHash = await hashPassword(input.password)
  return refuseTaken(() => createStudent({ ...input, passwordHash, room: room.value, caller, now }))
}

async function openClass(code: string): Promise<Decision<JoinableClass>> {
  const open = await checkGuesses("wrongCode", EVERYBODY)
  if (!open.ok) return open
  const room = await findJoinableClass(code)
  if (!room.ok && room.refusal.kind === "missing") await countGuess("wrongCode", EVERYBODY)
  return room
}

type NewStudent = {
  displayName: string
  userName: string
  passwordHash: string
  room: JoinableClass
  caller: Caller
  now: Date
}

function createStudent({
  displayName,
  userName,
  passwordHash,
  room,
  caller,
  now,
}: NewStudent): Promise<SignedIn> {
  const userId = newId()
  const state = room.joinNeedsApproval ? "pending" : "active"
  const enrolments = { create: { id: newId(), classId: room.id, role: "student" as const, state } } as const
  return database().$transaction(async (tx) => {
    await tx.user.create({
      data: { id: userId, displayName, userName, passwordHash, role: "student", enrolments },
    })
    await appendEvent(tx, {
      kind: "class.joined",
      actorId: userId,
      classId: room.id,
      data: { state, registered: true },
    })
    const session = await startSession(
      tx,
      { userId, device: describeDevice(caller.userAgent), stay: false },
      now,
    )
    const person = { userId, displayName, role: "student" as const, mustChangePassword: false }
    return { person, session, stay: false }
  })
}
