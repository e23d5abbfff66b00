import { v4 } from "uuid"
import { type Actor, actors, unknownActors, who } from "./actors"
import type { Place } from "./line"
import { onceOpen, type State, states, whenShown } from "./states"

// Who sees which page of class A, in every state of its assignment. Asked over HTTP by tests/e2e/access.spec.ts.

/**
 * ok: the page · led: to another page of theirs · either of the two, which is no matter of access · in: to sign in ·
 * no: forbidden, not there, or a password of their own comes first · away: led or no
 */
export type Seen = "ok" | "led" | "either" | "in" | "no" | "away"

type Grant = { who: readonly Actor[]; states: readonly State[]; seen: Seen }
export type PageLine = {
  route: string
  /** For the names in brackets. */
  params: (at: Place) => Record<string, string>
  query: string
  grants: readonly Grant[]
  isAboutAssignment: boolean
  /** Asked of nobody who he is. */
  isOpen: boolean
}

const { own, students, teachers, staff, office, signedIn, anyStudent, anyTeacher, maker } = who
const { staffAndOffice, teachersAndOffice } = who
const handed: readonly Actor[] = ["handed", "handedTeacher"]
const grownUps = signedIn.filter((actor) => !anyStudent.includes(actor))

const give = (actors_: readonly Actor[], seen: Seen = "ok", when: readonly State[] = states): Grant => ({
  who: actors_,
  states: when,
  seen,
})

const paramsOf = ({ room, sitting }: Place): Record<string, string> => ({
  assignmentId: sitting.assignmentId,
  promptId: sitting.promptId,
  rehearsalId: sitting.rehearsalId,
  classId: room.class.publicId,
  enrolmentId: room.enrolments.student,
  itemId: room.items[2]?.itemId ?? "",
  lessonId: room.shared.lesson.lessonId,
  readingId: room.reading.readingId,
  postId: sitting.posts.worried,
  step: "quiz",
  token: v4(),
})

const page = (route: string, grants: readonly Grant[], more: Partial<PageLine> = {}): PageLine => ({
  route,
  params: paramsOf,
  query: "",
  grants,
  isAboutAssignment: route.includes("[assignmentId]"),
  isOpen: false,
  ...more,
})

const draft = {
  params: (at: Place) => ({
    ...paramsOf(at),
    lessonId: at.room.draft.lessonId,
    itemId: at.room.draft.itemId,
  }),
}
const sharedItem = {
  params: (at: Place) => ({ ...paramsOf(at), itemId: at.room.shared.items[0]?.itemId ?? "" }),
}

/** A step of the student's path. Not before it opens, and staff of the class have their own side. */
const step = (grown: Seen) => [
  give(students, "either", onceOpen),
  give(students, "away", ["notOpen"]),
  give(students, "away", ["archived"]),
  give(staff, grown),
]

const openPages = [
  page("/join", [give(handed, "no"), give(actors)], { isOpen: true }),
  page("/set-up/[token]", [give(actors)], { isOpen: true }),
  page("/unsubscribe/[token]", [give(actors)], { isOpen: true }),
  page("/sign-in", [give(unknownActors), give([...signedIn, ...handed], "led")], { isOpen: true }),
]

const ownPages = [
  page("/", [give(signedIn, "led")]),
  page("/home", [give(anyStudent), give(grownUps, "led")]),
  page("/account", [give(signedIn)]),
  page("/account/password", [give(handed), give(signedIn, "led")]),
  page("/notices", [give(signedIn)]),
  page("/notices/settings", [give(signedIn)]),
]

const studentPages = [
  page("/a/[assignmentId]", [
    give(students, "ok", ["notOpen"]),
    // On to the next step, where there is one.
    give(students, "either", onceOpen),
    give(staff, "led"),
  ]),
  page("/a/[assignmentId]/stance", step("led")),
  page("/a/[assignmentId]/read", step("led")),
  page("/a/[assignmentId]/quiz", step("led")),
  page("/a/[assignmentId]/quiz/review", step("led")),
  page("/a/[assignmentId]/results", step("led")),
  page("/a/[assignmentId]/reflect", step("led")),
  page("/a/[assignmentId]/discuss", step("ok")),
  page("/a/[assignmentId]/discuss/[promptId]", step("ok")),
  page("/a/[assignmentId]/discuss/[promptId]/map", step("ok")),
  page("/a/[assignmentId]/practice/[rehearsalId]", [
    give(own, "ok", whenShown),
    give(students, "away"),
    give(staff, "led"),
  ]),
]

const classPages = [
  page("/teach", [give(grownUps)]),
  page("/teach/classes", [give(grownUps)]),
  page("/teach/classes/[classId]", [give(staffAndOffice)]),
  page("/teach/classes/[classId]/add", [give(teachersAndOffice)]),
  page("/teach/classes/[classId]/slips", [give(teachersAndOffice)]),
  page("/teach/classes/[classId]/groups", [give(staffAndOffice)]),
  page("/teach/classes/[classId]/accommodations", [give(staffAndOffice)]),
  page("/teach/classes/[classId]/watch-list", [give(staffAndOffice)]),
  // What was said and done in a class is read by its staff, not by the office.
  page("/teach/classes/[classId]/discussions", [give(staff)]),
  page("/teach/classes/[classId]/ledger", [give(staff)]),
  page("/teach/classes/[classId]/gradebook", [give(staff)]),
  page("/teach/classes/[classId]/gradebook/settings", [give(teachers)]),
  page("/teach/classes/[classId]/students/[enrolmentId]", [give(staff)]),
]

const resultPages = [
  page("/teach/assignments/[assignmentId]", [give(staff)]),
  page("/teach/assignments/[assignmentId]/settings", [give(teachers)]),
  page("/teach/assignments/[assignmentId]/items", [give(staff)]),
  page("/teach/assignments/[assignmentId]/misread", [give(staff)]),
  page("/teach/assignments/[assignmentId]/items/[itemId]/fix", [give(staff)]),
  page("/teach/assignments/[assignmentId]/grade", [give(teachers)]),
  page("/teach/assignments/[assignmentId]/appeals", [give(staff)]),
  page("/teach/assignments/[assignmentId]/stance", [give(staff)]),
  page("/teach/assignments/[assignmentId]/students/[enrolmentId]", [give(staff)]),
  page("/teach/assignments/[assignmentId]/discussion", [give(staff)]),
  // Nothing is graded in a discussion whose names are sealed.
  page("/teach/assignments/[assignmentId]/discussion/rubric", [
    give(teachers, "no", ["sitting"]),
    give(teachers),
  ]),
  // Sealed, nobody is known there by the id they have elsewhere; under pseudonyms an assistant knows nobody by it.
  page("/teach/assignments/[assignmentId]/discussion/[enrolmentId]", [
    give(teachers, "no", ["sitting"]),
    give(teachers),
  ]),
  page("/teach/assignments/[assignmentId]/worries/[postId]", [give(staff)]),
]

const lessonPages = [
  page("/teach/library", [give(anyTeacher)]),
  page("/teach/library/questions", [give(anyTeacher)]),
  page("/teach/library/from-file", [give(anyTeacher)]),
  page("/teach/readings/new", [give(anyTeacher)]),
  page("/teach/readings/[readingId]", [give(maker)]),
  page("/teach/readings/[readingId]/edit", [give(maker)]),
  page("/teach/lessons/new", [give(anyTeacher, "led")]),
  ...["", "/assign", "/export", "/own-copy", "/print", "/preview/[step]", "/preview/[step]/review"].flatMap(
    (part) => [
      page(`/teach/lessons/[lessonId]${part}`, [give(anyTeacher)]),
      page(`/teach/lessons/[lessonId]${part}`, [give(maker, "either")], draft),
    ],
  ),
  page("/teach/lessons/[lessonId]/preview", [give(anyTeacher, "led")]),
  page("/teach/lessons/[lessonId]/preview", [give(maker, "led")], draft),
  page("/teach/lessons/[lessonId]/questions/[itemId]", [give(anyTeacher)], sharedItem),
  page("/teach/lessons/[lessonId]/questions/[itemId]", [give(maker)], draft),
  page("/teach/lessons/[lessonId]/import", [give(maker)]),
  page("/teach/lessons/[lessonId]/import", [give(maker)], draft),
]

const officePages = ["/admin/opened", "/admin/people", "/admin/school", "/admin/status"].map((route) =>
  page(route, [give(office)]),
)

/** Every page of app/, with at least one line. */
export const pageTable: readonly PageLine[] = [
  ...openPages,
  ...ownPages,
  ...studentPages,
  ...classPages,
  ...resultPages,
  ...lessonPages,
  ...officePages,
]

/** What the table says of an actor who asks for a page of class A in this state. */
export function expectedSight({ grants, isOpen }: PageLine, actor: Actor, state: State): Seen {
  const grant = grants.find((one) => one.who.includes(actor) && one.states.includes(state))
  if (grant) return grant.seen
  // Their enrolment leads them to where staff of the class work, and their role shuts that to them.
  if (actor === "demoted") return "away"
  return unknownActors.includes(actor) && !isOpen ? "in" : "no"
}
