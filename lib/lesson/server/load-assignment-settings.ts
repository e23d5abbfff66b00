import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { type DiscussionRules, FIRST_RULES } from "@/lib/discussion/rules/discussion-rules"
import { type Clash, findClashes } from "@/lib/lesson/find-clashes"
import { policyOf, type QuizPolicy } from "@/lib/lesson/quiz-policy"
import { database } from "@/lib/platform/database"

export type StudentTerms = {
  enrolmentId: string
  name: string
  /** What was agreed for this assignment; null: the class's terms. */
  exception: {
    dueAt: Date | null
    closesAt: Date | null
    extraMinutes: number
    excused: boolean
    reason: string | null
  } | null
}

export type AssignmentSettings = {
  assignmentId: string
  title: string
  lessonId: string
  lessonVersion: number
  classId: string
  classPublicId: string
  className: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  policy: QuizPolicy
  quizStartedAt: Date | null
  releasedAt: Date | null
  postNames: PostNames
  rules: DiscussionRules
  /** Posts that wait for staff to let them through. */
  heldPosts: number
  archived: boolean
  /** Students who have submitted. */
  submitted: number
  students: StudentTerms[]
  /** What these dates take away from what students were granted. */
  clashes: Clash[]
}

/** How an assignment is set up, for teachers of its class. */
export async function loadAssignmentSettings(
  viewer: Viewer,
  assignmentId: string,
): Promise<Decision<AssignmentSettings>> {
  const row = validate(assignmentId) ? await findAssignment(assignmentId) : null
  const mine = row?.class.enrolments.find((one) => one.userId === viewer.userId)
  if (!row || !mine) return refuse("missing", "lesson.noAssignment")
  if (!can(viewer, "assignment.edit", { classRole: mine.role }))
    return refuse("forbidden", "lesson.classTeachersOnly")
  return allow(settingsOf(row, viewer.school.timeZone))
}

function findAssignment(id: string) {
  return database().assignment.findUnique({
    where: { id },
    include: {
      discussionRules: true,
      threads: { select: { _count: { select: { posts: { where: { state: "held" } } } } } },
      lessonVersion: { select: { title: true, number: true, lessonId: true } },
      attempts: { where: { state: "submitted" }, select: { enrolmentId: true } },
      class: {
        select: {
          publicId: true,
          name: true,
          enrolments: {
            where: { state: "active", leftAt: null },
            include: {
              user: { select: { displayName: true, accommodation: true } },
              exceptions: { where: { assignmentId: id } },
            },
          },
        },
      },
    },
    relationLoadStrategy: "join",
  })
}

type AssignmentRow = NonNullable<Awaited<ReturnType<typeof findAssignment>>>

function settingsOf(row: AssignmentRow, timeZone: string): AssignmentSettings {
  const { lessonVersion, class: room, archivedAt, attempts, ...terms } = row
  const students = room.enrolments
    .filter(({ role }) => role === "student")
    .map(({ id, user, exceptions: [exception] }) => ({
      enrolmentId: id,
      name: user.displayName,
      exception: exception ?? null,
    }))
  return {
    assignmentId: terms.id,
    title: lessonVersion.title,
    lessonId: lessonVersion.lessonId,
    lessonVersion: lessonVersion.number,
    classId: terms.classId,
    classPublicId: room.publicId,
    className: room.name,
    opensAt: terms.opensAt,
    dueAt: terms.dueAt,
    closesAt: terms.closesAt,
    policy: policyOf(terms),
    quizStartedAt: terms.quizStartedAt,
    releasedAt: terms.releasedAt,
    postNames: terms.postNames,
    rules: rulesOf(row.discussionRules),
    heldPosts: row.threads.reduce((sum, thread) => sum + thread._count.posts, 0),
    archived: archivedAt !== null,
    submitted: new Set(attempts.map(({ enrolmentId }) => enrolmentId)).size,
    students: students.sort((one, other) => one.name.localeCompare(other.name)),
    clashes: clashesOf(row, timeZone),
  }
}

function rulesOf(row: AssignmentRow["discussionRules"]): DiscussionRules {
  if (!row) return FIRST_RULES
  const { assignmentId: _, ownPostBy, ...rules } = row
  return { ...rules, ownPostBy: ownPostBy?.getTime() ?? null }
}

function clashesOf(row: AssignmentRow, timeZone: string): Clash[] {
  if (row.archivedAt) return []
  const students = row.class.enrolments.filter(({ role }) => role === "student")
  return findClashes(
    row,
    students.map(({ id, user: { displayName, accommodation }, exceptions: [exception] }) => ({
      id,
      name: displayName,
      accommodation: accommodation && {
        ...accommodation,
        timeMultiplier: Number(accommodation.timeMultiplier),
        timeZone,
      },
      exception: exception ?? null,
    })),
  )
}
