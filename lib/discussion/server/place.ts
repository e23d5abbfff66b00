import "server-only"
import type { Facts } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { type DiscussionRules, FIRST_RULES } from "@/lib/discussion/rules/discussion-rules"
import { daysLaterSql } from "@/lib/platform/days-later-sql"

/** SQL that several statements of this room share. Aliases: `a` Assignment, `c` Class, `e` the viewer's Enrolment. */

/** Assignments through what the viewer $1 may see: an active enrolment in their class. */
const VIEWERS_ENROLMENT = `
  "Enrolment" e
    ON e."classId" = a."classId" AND e."userId" = $1 AND e.state = 'active' AND e."leftAt" IS NULL
    AND (a."archivedAt" IS NULL OR e.role <> 'student')`

export const THROUGH_CLASS = `
  "Assignment" a
  JOIN "Class" c ON c.id = a."classId"
  JOIN ${VIEWERS_ENROLMENT}
  JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
  LEFT JOIN "Accommodation" ac ON ac."userId" = e."userId"
  LEFT JOIN "AssignmentException" ex ON ex."assignmentId" = a.id AND ex."enrolmentId" = e.id`

/** The student's own close; an extension of the due date moves it too, as in lib/lesson/own-terms. */
export const OWN_CLOSE = `
  greatest(
    coalesce(ex."closesAt", ${daysLaterSql('a."closesAt"', 'ac."extraDays"')}),
    coalesce(ex."dueAt", ${daysLaterSql('a."dueAt"', 'ac."extraDays"')}))`

/** What moves a student's own close moves every date of theirs in the discussion by as much. */
const OWN_LATER = `(${OWN_CLOSE} - a."closesAt")`

/** Is the time for a first post of one's own over, by the rules of the assignment? `now` is SQL. */
export const ownPostIsOver = (now: string): string => `coalesce((
  SELECT dr."ownPostBy" + ${OWN_LATER} <= ${now}::timestamptz
  FROM "DiscussionRules" dr WHERE dr."assignmentId" = a.id), false)`

/** The rules of an assignment's discussion as DiscussionRules; where none were set, those it begins with. */
const RULES = `coalesce((
  SELECT jsonb_build_object('ownPostBy', (extract(epoch FROM dr."ownPostBy" + ${OWN_LATER}) * 1000)::float8,
    'requiresRestatement', dr."requiresRestatement", 'byGroups', dr."byGroups", 'premoderated', dr.premoderated,
    'slowSeconds', dr."slowSeconds")
  FROM "DiscussionRules" dr WHERE dr."assignmentId" = a.id), '${JSON.stringify(FIRST_RULES)}'::jsonb)`

export const PLACE_COLUMNS = `
  a.id AS "assignmentId", a."classId", a."opensAt", ${OWN_CLOSE} AS "closesAt", a."postNames", ${RULES} AS rules,
  (a."archivedAt" IS NOT NULL OR c."archivedAt" IS NOT NULL) AS archived,
  c."discussionsFrozenAt" AS "frozenAt", c."discussionsFrozenFor" AS "frozenFor",
  e.id AS "enrolmentId", e.role AS "classRole"`

/** Where somebody is, and as whom. */
export type Place = {
  assignmentId: string
  classId: string
  opensAt: Date
  closesAt: Date
  postNames: PostNames
  rules: DiscussionRules
  archived: boolean
  /** Since when the discussions of the class can only be read, and why. */
  frozenAt: Date | null
  frozenFor: string | null
  enrolmentId: string
  classRole: "student" | "assistant" | "teacher"
}

export const factsOf = (place: Pick<Place, "classRole">): Facts => ({ classRole: place.classRole })

/** Staff of the class. A class role never exceeds the school role: a student is no teacher by an enrolment row. */
export const isStaffHere = (viewer: Viewer, place: Place): boolean =>
  viewer.role !== "student" && place.classRole !== "student"
