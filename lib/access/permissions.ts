import type { Viewer } from "./viewer"

/**
 * Who may do what. This is the whole of it: one line per permission, and the words on the right are explained
 * below, in `meaning`. Nothing is allowed that does not stand here.
 *
 * Four decisions behind the table:
 * - An administrator runs the school (people, classes, rosters), and reads no student's work. One who needs to
 *   joins the class as its teacher, which is recorded.
 * - An assistant sees what the class does and keeps its discussion civil. Whoever lets people in, hands out
 *   passwords, writes keys, releases results or takes files away is a teacher.
 * - A teacher resets passwords only for students in a class of theirs, never for staff; and cannot pull an
 *   existing student into a class (the student uses the code), so cannot give themselves that power.
 * - What a student made is theirs to see only while they are in the class: leaving ends access, the work stays.
 */
const whoMay = {
  // The school and its people
  "school.edit": ["an administrator"],
  "people.see": ["an administrator"],
  "people.create": ["an administrator"],
  "people.resetPassword": ["an administrator"],
  "people.clearSecondFactor": ["an administrator"],
  "people.disable": ["an administrator"],
  // For good, and without reading what they wrote. What is theirs they take away themselves, on their account page.
  "people.erase": ["an administrator"],
  // How the server is, for whoever runs it: figures, and nothing of anybody.
  "status.see": ["an administrator"],

  // Classes and who is in them
  "class.create": ["any teacher", "an administrator"],
  "class.see": ["a teacher of the class", "an assistant of the class", "an administrator"],
  "class.edit": ["a teacher of the class", "an administrator"],
  "class.archive": ["the teacher who made the class", "an administrator"],
  "class.join": ["any student"],
  "roster.see": ["a teacher of the class", "an assistant of the class", "an administrator"],
  // A list also puts right the names and addresses of students who are in the class.
  "roster.add": ["a teacher of the class", "an administrator"],
  "roster.approve": ["a teacher of the class", "an administrator"],
  "roster.remove": ["a teacher of the class", "an administrator"],
  "roster.addStaff": ["a teacher of the class", "an administrator"],
  "roster.removeStaff": ["the teacher who made the class", "an administrator"],
  "roster.resetPassword": ["a teacher of the class, for its student", "an administrator"],
  // Who is in which group is seen by whoever sees the roster.
  "groups.edit": ["a teacher of the class", "an administrator"],
  // What a student is granted holds in every class. Classmates and other teachers see nothing of it.
  "accommodation.see": ["a teacher of the class", "an assistant of the class", "an administrator"],
  "accommodation.set": ["a teacher of the class, for its student", "an administrator"],

  // Readings and lessons
  "reading.create": ["any teacher"],
  "reading.see": ["its owner, a teacher", "any teacher, when it is shared"],
  "reading.edit": ["its owner, a teacher"],
  "lesson.create": ["any teacher"],
  "lesson.see": ["its owner, a teacher", "any teacher, when it is shared"],
  "lesson.edit": ["its owner, a teacher"],
  "lesson.copy": ["its owner, a teacher", "any teacher, when it is shared"],
  // A word for a colleague, so never by whoever made it.
  "lesson.signOff": ["any teacher but its owner, when it is shared"],
  // Assigning asks twice: this of the lesson, and assignment.create of the class.
  "lesson.assign": ["its owner, a teacher", "any teacher, when it is shared"],

  // A lesson given to a class
  "assignment.create": ["a teacher of the class"],
  "assignment.see": ["a teacher of the class", "an assistant of the class", "a student of the class"],
  "assignment.edit": ["a teacher of the class"],
  "assignment.release": ["a teacher of the class"],
  "assignment.preview": ["a teacher of the class", "an assistant of the class"],

  // Work and results
  "attempt.take": ["a student of the class"],
  "attempt.see": ["the student whose work it is", "a teacher of the class", "an assistant of the class"],
  "results.see": ["a teacher of the class", "an assistant of the class"],
  "results.grade": ["a teacher of the class"],
  // Key, points and whether an item counts, for one assignment; assistants see what was done.
  "results.regrade": ["a teacher of the class"],
  // What counts how much, what it is called, and a score that is set by hand.
  "gradebook.edit": ["a teacher of the class"],
  // Each teacher's own comments, for use in any class.
  "commentBank.use": ["any teacher"],
  "gradeReply.write": ["the student whose work it is"],
  // What a student practises after the results is theirs alone: nobody else has a permission for it.
  "practice.take": ["the student whose work it is"],
  "appeal.make": ["the student whose work it is"],
  "appeal.see": ["the student whose work it is", "a teacher of the class", "an assistant of the class"],
  "appeal.decide": ["a teacher of the class"],
  export: ["a teacher of the class"],
  "note.write": ["a student of the class"],
  "note.see": ["the student whose work it is"],

  // Discussion and stance
  "discussion.setRules": ["a teacher of the class"],
  "post.write": ["a student of the class", "a teacher of the class", "an assistant of the class"],
  "post.see": ["a student of the class", "a teacher of the class", "an assistant of the class"],
  "post.report": ["a student of the class"],
  // Where two students do not agree whether one has understood the other. Grading rests on it, so a teacher's.
  "restatement.settle": ["a teacher of the class"],
  "post.hide": ["a teacher of the class", "an assistant of the class"],
  // Letting through what waits, giving back with a reason, and looking at what was flagged.
  "post.review": ["a teacher of the class", "an assistant of the class"],
  "watchList.see": ["a teacher of the class", "an assistant of the class", "an administrator"],
  "watchList.edit": ["a teacher of the class"],
  "watchList.editSchool": ["an administrator"],
  // Locking a thread and freezing a class stop writing, and are undone as easily.
  "thread.lock": ["a teacher of the class", "an assistant of the class"],
  "class.freeze": ["a teacher of the class", "an assistant of the class"],
  "norms.edit": ["a teacher of the class"],
  "worry.take": ["a teacher of the class", "an assistant of the class"],
  "ledger.see": ["a teacher of the class", "an assistant of the class"],
  "postAppeal.make": ["the student whose work it is"],
  "postAppeal.decide": ["a teacher of the class"],
  // Notes and hidden posts of a student somebody is worried about; each opening is recorded, and the list of them is read
  // by whoever runs the school.
  "privateText.open": ["a teacher of the class"],
  "privateText.audit": ["an administrator"],
  // To see names beside pseudonyms, where the assignment lets teachers see them.
  "alias.reveal": ["a teacher of the class"],
  // To open one name where it does not: with a reason, logged, and told to the student.
  "name.open": ["a teacher of the class"],
  "stance.take": ["a student of the class"],
  "stanceSummary.see": ["a teacher of the class", "an assistant of the class", "a student of the class"],
} as const satisfies Record<string, readonly Who[]>

type Who =
  | "an administrator"
  | "any teacher"
  | "any student"
  | "a teacher of the class"
  | "the teacher who made the class"
  | "a teacher of the class, for its student"
  | "an assistant of the class"
  | "a student of the class"
  | "the student whose work it is"
  | "its owner, a teacher"
  | "any teacher, when it is shared"
  | "any teacher but its owner, when it is shared"

/** Every permission there is. */
export type Permission = keyof typeof whoMay

/** Every permission there is, for tests that walk the table. */
export const permissions = Object.keys(whoMay) as Permission[]

/** What the decision is about. A fact that is not given counts as "no". */
export type Facts = {
  /** The viewer's role in the class concerned: active and not left, else null. */
  classRole?: "student" | "assistant" | "teacher" | null
  /** The viewer made or owns the thing itself: class, reading, lesson, attempt, note. */
  isOwner?: boolean
  /** The reading or lesson is offered to every teacher of the school. */
  isShared?: boolean
  /** The person acted on is an active student of the class concerned, and a student of the school. */
  personIsStudentOfClass?: boolean
}

type Asker = Pick<Viewer, "role" | "mustChangePassword">

const meaning: Record<Who, (asker: Asker, facts: Facts) => boolean> = {
  "an administrator": (asker) => asker.role === "administrator",
  "any teacher": (asker) => teaches(asker),
  "any student": (asker) => asker.role === "student",
  "a teacher of the class": isClassTeacher,
  "the teacher who made the class": (asker, facts) => isClassTeacher(asker, facts) && facts.isOwner === true,
  "a teacher of the class, for its student": (asker, facts) =>
    isClassTeacher(asker, facts) && facts.personIsStudentOfClass === true,
  "an assistant of the class": (asker, facts) => asker.role !== "student" && facts.classRole === "assistant",
  "a student of the class": isClassStudent,
  "the student whose work it is": (asker, facts) => isClassStudent(asker, facts) && facts.isOwner === true,
  "its owner, a teacher": (asker, facts) => teaches(asker) && facts.isOwner === true,
  "any teacher, when it is shared": (asker, facts) => teaches(asker) && facts.isShared === true,
  "any teacher but its owner, when it is shared": (asker, facts) =>
    teaches(asker) && facts.isShared === true && facts.isOwner !== true,
}

/** Administrators of a small school often teach: they may do what a teacher may, where they are one. */
function teaches(asker: Asker): boolean {
  return asker.role === "teacher" || asker.role === "administrator"
}

/** A class role never exceeds the school role: an enrolment row alone makes nobody a teacher. */
function isClassTeacher(asker: Asker, facts: Facts): boolean {
  return teaches(asker) && facts.classRole === "teacher"
}

function isClassStudent(asker: Asker, facts: Facts): boolean {
  return asker.role === "student" && facts.classRole === "student"
}

/**
 * May this viewer do this? Pure: the facts come from the caller, who has loaded them through what the viewer may
 * see. Somebody with a password that was handed out may do nothing until they have chosen their own.
 */
export function can(viewer: Asker, permission: Permission, facts: Facts = {}): boolean {
  if (viewer.mustChangePassword) return false
  return whoMay[permission].some((who) => meaning[who](viewer, facts))
}
