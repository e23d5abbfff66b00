import { encode } from "next-auth/jwt"
import { database } from "@/lib/platform/database"
import type { User } from "@/lib/platform/generated/client"
import { makeSession } from "@/tests/support/factories"

/** Everybody who may come to a door of a class, and of whom the tables of tests/support/matrix say what they get. */
export const actors = [
  "nobody",
  /** Their session's row was deleted. */
  "signedOut",
  /** Their session's time is over. */
  "expired",
  /** A student of the class whose account was closed, with a session that nobody ended. */
  "closed",
  /** A student of the class with a password that was handed out. */
  "handed",
  /** A teacher of the class with a password that was handed out. */
  "handedTeacher",
  /** A student of the class: whose work it is, where it is somebody's. */
  "student",
  /** Another student of the class. */
  "classmate",
  /** A student who was taken out of the class. Their enrolment is still there. */
  "removed",
  /** A student who asked to join the class. */
  "pending",
  "otherStudent",
  /** A student of the school whose enrolment in the class says teacher: somebody whose school role was taken back. */
  "demoted",
  "assistant",
  "otherAssistant",
  /** Made the class. */
  "teacher",
  "coTeacher",
  /** Taught the class and was taken out of it. */
  "removedTeacher",
  /** Teaches another class. */
  "otherTeacher",
  /** An administrator who is not of the class. */
  "administrator",
  /** An administrator who teaches the class. */
  "principal",
] as const

export type Actor = (typeof actors)[number]

/** Those of whom the server knows nothing, or nothing any more. */
export const unknownActors: readonly Actor[] = ["nobody", "signedOut", "expired", "closed"]

const named = (text: string): readonly Actor[] => text.split(" ") as Actor[]

/** The sets of actors the tables speak of, by what they are in the class A of the matrix or in the school. */
export const who = {
  own: named("student"),
  classmate: named("classmate"),
  students: named("student classmate"),
  teachers: named("teacher coTeacher principal"),
  staff: named("teacher coTeacher principal assistant"),
  class: named("student classmate teacher coTeacher principal assistant"),
  teachersAndOffice: named("teacher coTeacher principal administrator"),
  staffAndOffice: named("teacher coTeacher principal assistant administrator"),
  maker: named("teacher"),
  makerAndOffice: named("teacher administrator principal"),
  office: named("administrator principal"),
  colleagues: named("coTeacher removedTeacher otherTeacher administrator principal"),
  anyTeacher: named("teacher coTeacher removedTeacher otherTeacher administrator principal"),
  anyStudent: named("student classmate removed pending otherStudent demoted"),
  signedIn: named(
    "student classmate removed pending otherStudent demoted assistant otherAssistant teacher coTeacher removedTeacher otherTeacher administrator principal",
  ),
} satisfies Record<string, readonly Actor[]>

const DAY = 86_400_000

/** The `Cookie` header of a fresh session of each actor; none for nobody. */
export async function cookiesOf(people: Record<Actor, User>): Promise<Record<Actor, string | null>> {
  const pairs: [Actor, string | null][] = []
  for (const actor of actors)
    pairs.push([actor, actor === "nobody" ? null : await cookieOf(actor, people[actor])])
  return Object.fromEntries(pairs) as Record<Actor, string | null>
}

async function cookieOf(actor: Actor, person: User): Promise<string> {
  const until = new Date(Date.now() + (actor === "expired" ? -DAY : DAY))
  const { token, sessionId } = await makeSession(person.id, until)
  if (actor === "signedOut") await database().session.delete({ where: { id: sessionId } })
  return sessionCookie(token)
}

/** A cookie as sign-in writes it, for the token of a session's row. */
export async function sessionCookie(token: string): Promise<string> {
  const secret = process.env.NEXTAUTH_SECRET ?? ""
  return `next-auth.session-token=${await encode({ token: { sessionToken: token }, secret })}`
}
