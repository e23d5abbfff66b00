import "server-only"
import type { Facts } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { type DiscussionRules, FIRST_RULES } from "@/lib/discussion/rules/discussion-rules"
import { daysLaterSql } from "@/lib/platform/days-later-sql"

/** SQL that several statements of this room share. Aliases: `a` Assignment, `c` Class, `e` the viewer's Enrolment. */

/** Assignments through what a viewer may see: an active enrolment in their class. `userId` is SQL. */
export const throughClass = (userId: string): string => `
  "Assignment" a
  JOIN "Class" c ON c.id = a."classId"
  JOIN "Enrolment" e
    ON e."classId" = a."classId" AND e."userId" = ${userId} AND e.state = 'active' AND e."leftAt" IS NULL
    AND (a."archivedAt" IS NULL OR e.role <> 'student')
  JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
  LEFT JOIN "Accommodation" ac ON ac."userId" = e."userId"
  LEFT JOIN "AssignmentException" ex ON ex."assignmentId" = a.id AND ex."enrolmentId" = e.id`

/** The same for the viewer $1. */
export const THROUGH_CLASS = throughClass("$1")

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

/** Has each group of the class its own thread? */
const BY_GROUPS = `coalesce((SELECT dr."byGroups" FROM "DiscussionRules" dr WHERE dr."assignmentId" = a.id), false)`

/** The group of the class that the viewer is in, or null. */
const OWN_GROUP = `(SELECT gm."groupId" FROM "GroupMember" gm WHERE gm."enrolmentId" = e.id)`

/**
 * May the viewer read in the thread `t` of assignment `a`? The one answer to whose thread it is, for every statement that
 * joins "Thread" for a viewer: staff read all; a student that of their group, or where there are no groups, the one of
 * the class. Post-first is asked besides.
 */
export const READS_THREAD = `(
  e.role <> 'student' OR CASE WHEN ${BY_GROUPS} THEN t."groupId" = ${OWN_GROUP} ELSE t."groupId" IS NULL END)`

/** A thread that students do not read any more: of the whole class since there are groups, of a group since it is gone. */
export const isPast = (groupId: string): string => `(
  ${BY_GROUPS} <> (${groupId} IS NOT NULL)
  OR EXISTS (SELECT 1 FROM "Group" pg WHERE pg.id = ${groupId} AND pg."removedAt" IS NOT NULL))`

type AskedSeat = {
  /** Which thread of a prompt the request names: a group's id, or 'common' for that of the class; null: none. */
  thread: string
  /** Public id of a post that staff want to see, or null. */
  post?: string
}

/**
 * Where the viewer sits at a prompt, as `seat`: "groupId" (null: with the whole class), "needsGroup" (a student in none,
 * where there are groups), "isHere" (false where the request names a thread that is not the viewer's, or not of this class),
 * "isPast". Staff sit where they ask to, else where the post stands that they ask for, else in the first group.
 * Arguments are SQL, never input.
 */
export const seatAt = ({ thread, post = "NULL::uuid" }: AskedSeat): string => `
  CROSS JOIN LATERAL (
    SELECT found."groupId", e.role = 'student' AND ${BY_GROUPS} AND found."groupId" IS NULL AS "needsGroup",
           coalesce(${thread} = coalesce(found."groupId"::text, 'common'), true) AS "isHere",
           ${isPast('found."groupId"')} AS "isPast"
    FROM (SELECT CASE
      WHEN e.role = 'student' THEN CASE WHEN ${BY_GROUPS} THEN ${OWN_GROUP} END
      WHEN ${thread} IS NOT NULL THEN (
        SELECT g.id FROM "Group" g WHERE g.id::text = ${thread} AND g."classId" = a."classId")
      WHEN EXISTS (SELECT 1 FROM "Post" sp JOIN "Thread" st ON st.id = sp."threadId"
                   WHERE sp."publicId" = ${post} AND st."assignmentId" = a.id) THEN (
        SELECT st."groupId" FROM "Post" sp JOIN "Thread" st ON st.id = sp."threadId" WHERE sp."publicId" = ${post})
      WHEN ${BY_GROUPS} THEN (
        SELECT g.id FROM "Group" g WHERE g."classId" = a."classId" AND g."removedAt" IS NULL ORDER BY g.id LIMIT 1)
    END AS "groupId") found) seat`

/** The thread of the viewer's seat at prompt `p`, as `t`: at most one, and none where it has no post yet. */
export const SEATS_THREAD = `
  "Thread" t ON t."assignmentId" = a.id AND t."promptId" = p.id AND t."groupId" IS NOT DISTINCT FROM seat."groupId"
    AND seat."isHere" AND NOT seat."needsGroup" AND ${READS_THREAD}`

export const SEAT_COLUMNS = `
  seat."groupId", seat."needsGroup", seat."isHere", seat."isPast",
  (SELECT g.name FROM "Group" g WHERE g.id = seat."groupId") AS "groupName"`

/** For staff: the threads that a prompt has or can have, as ThreadChoice[]; those that students read come first. */
export const THREAD_CHOICES = `
  CASE WHEN e.role <> 'student' THEN (
    SELECT jsonb_agg(jsonb_build_object('key', choice.key, 'name', choice.name, 'isPast', choice."isPast")
                     ORDER BY choice."isPast", choice.id)
    FROM (
      SELECT NULL::uuid AS id, 'common' AS key, NULL AS name, ${BY_GROUPS} AS "isPast"
      WHERE NOT ${BY_GROUPS} OR EXISTS (
        SELECT 1 FROM "Thread" ct WHERE ct."assignmentId" = a.id AND ct."groupId" IS NULL AND ct."lastSeq" > 0)
      UNION ALL
      SELECT g.id, g.id::text, g.name, NOT ${BY_GROUPS} OR g."removedAt" IS NOT NULL
      FROM "Group" g
      WHERE g."classId" = a."classId" AND (${BY_GROUPS} AND g."removedAt" IS NULL OR EXISTS (
        SELECT 1 FROM "Thread" gt WHERE gt."assignmentId" = a.id AND gt."groupId" = g.id AND gt."lastSeq" > 0))) choice) END`

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

/** Where somebody sits at a prompt: see seatAt. */
export type Seat = {
  groupId: string | null
  groupName: string | null
  needsGroup: boolean
  isHere: boolean
  isPast: boolean
}

/** Staff of the class. A class role never exceeds the school role: a student is no teacher by an enrolment row. */
export const isStaffHere = (viewer: Viewer, place: Place): boolean =>
  viewer.role !== "student" && place.classRole !== "student"

/** Does what this person writes here wait until staff have read it? */
export const waitsForStaff = (viewer: Viewer, place: Place): boolean =>
  place.rules.premoderated && !isStaffHere(viewer, place)
