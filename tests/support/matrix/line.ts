import { type Actor, unknownActors } from "./actors"
import type { Sitting } from "./sittings"
import { type State, states } from "./states"
import type { Room } from "./world"

/** Whose door it is: a class, and an assignment of it in some state. */
export type Place = { room: Room; sitting: Sitting }

/** Who may do it, and in which states of the assignment they can. */
export type Grant = { who: readonly Actor[]; states: readonly State[] }

/** One way to call one server action: written by hand, from what the product and the permissions say. */
export type ActionLine = {
  /** `${folder under app/}#${exported name}` */
  name: string
  args: (at: Place) => unknown[]
  grants: readonly Grant[]
  /** It is about an assignment, so it is asked in every state of one. */
  isAboutAssignment: boolean
  /** It answers with something to read. */
  reads: boolean
}

type Options = Partial<Pick<ActionLine, "reads">>
type Written = (folder: string, name: string) => ActionLine

const written =
  (line: Omit<ActionLine, "name" | "reads">, options: Options): Written =>
  (folder, name) => ({ name: `${folder}#${name}`, reads: false, ...line, ...options })

type Input = (at: Place) => unknown
type Who = readonly Actor[]

/** An action that is not about an assignment. */
export const always = (input: Input, who: Who, options: Options = {}): Written =>
  written({ args: (at) => [input(at)], grants: [{ who, states }], isAboutAssignment: false }, options)

/** An action that these people are known for, and that refuses them as things stand. */
export const never = (input: Input, to: Who, options: Options = {}): Written =>
  written({ args: (at) => [input(at)], grants: [{ who: to, states: [] }], isAboutAssignment: false }, options)

/** An action about an assignment: pairs of who may, and the states in which they can. */
export const during = (
  input: Input,
  grants: readonly (readonly [Who, readonly State[]])[],
  options: Options = {},
) =>
  written(
    {
      args: (at) => [input(at)],
      grants: grants.map(([who, when]) => ({ who, states: when })),
      isAboutAssignment: true,
    },
    options,
  )

/** An action whose arguments are words and not one input. */
export const withArgs =
  (line: Written, args: (at: Place) => unknown[]): Written =>
  (folder, name) => ({ ...line(folder, name), args })

/** The lines of one file of actions. An action that can be called in several ways has several. */
export const folder = (name: string, lines: Record<string, Written | Written[]>): ActionLine[] =>
  Object.entries(lines).flatMap(([action, ways]) => [ways].flat().map((way) => way(name, action)))

/**
 * ok: it is done · in: they have to sign in · no: it is none of theirs, and nothing of it is told · refused: they may, but not now
 */
export type Expected = "ok" | "in" | "no" | "refused"

/** What the table says of an actor who comes to a place of class A in this state. */
export function expectedOf({ grants }: ActionLine, actor: Actor, state: State): Expected {
  const own = grants.filter(({ who }) => who.includes(actor))
  if (own.some((grant) => grant.states.includes(state))) return "ok"
  if (own.length > 0) return "refused"
  return unknownActors.includes(actor) ? "in" : "no"
}

const strangers: Partial<Record<Actor, Actor>> = {
  student: "otherStudent",
  classmate: "otherStudent",
  removed: "otherStudent",
  pending: "otherStudent",
  demoted: "otherStudent",
  assistant: "otherAssistant",
  teacher: "otherTeacher",
  coTeacher: "otherTeacher",
  removedTeacher: "otherTeacher",
  principal: "administrator",
}

/** What somebody of class A is to class B. */
export const strangerLike = (actor: Actor): Actor => strangers[actor] ?? actor
