import "server-only"
import { authoredPosts } from "@/lib/discussion/server/alias-store"
import { hasRestated } from "@/lib/discussion/server/restating-store"
import { momentsGiven } from "@/lib/discussion/server/stance-store"
import { asksSomething } from "@/lib/quiz/question"
import { isKeptFromGrader } from "@/lib/quiz/server/held-grade-store"

/** All of a class, one student of it, or one student in one assignment. */
export type GradebookScope = "class" | "student" | "cell"

/** The classes of the viewer ($1), for the rail beside a page of theirs. */
export const RAIL = `(SELECT coalesce(json_agg(json_build_object('publicId', c."publicId", 'name', c.name, 'role', e.role, 'archived', false,
    'students', (SELECT count(*) FROM "Enrolment" s WHERE s."classId" = c.id AND s.role = 'student' AND s.state = 'active'
      AND s."leftAt" IS NULL)) ORDER BY c.name, c.id), '[]')
  FROM "Enrolment" e JOIN "Class" c ON c.id = e."classId" AND c."archivedAt" IS NULL
  WHERE e."userId" = $1 AND e.state = 'active' AND e."leftAt" IS NULL)`

/** A first grade that the viewer, who may be the second grader, is not to see: beside an attempt `a`, for its score `s`. */
const KEPT = `(a."asksSecond" AND ${isKeptFromGrader("s", "$1")})`

/**
 * What a class's gradebook is made of, in one statement, through what the viewer ($1, a user id) may know of: a class that
 * they are in now, by its public id ($2) or its id ($3). No row: it does not exist for them. $4: types graded by hand.
 * $5: an enrolment, and $6: an assignment, where the scope is narrower. Assignments that were put away are not in it.
 *
 * Students and assignments are named by their place in `person` and `work`, because a big class has thousands of attempts.
 * Points are added up here, exactly, over each denominator; the rest is left to the rules, which attempts count with it. Lists
 * are told apart, not joined: a planner that thinks a list short would go through the others once for each of its rows.
 */
export const gradebookStatement = (scope: GradebookScope): string => `
  WITH room AS (
    SELECT c.id, c."publicId", c.name, c."archivedAt" IS NOT NULL AS archived, me.role
    FROM "Class" c
    JOIN "Enrolment" me ON me."classId" = c.id AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL
    WHERE c."publicId" = $2 OR c.id = $3
  ), work AS MATERIALIZED (
    SELECT a.*, lv.title, lv."stanceStatement", ca."categoryId", coalesce(ag."asksSecond", false) AS "asksSecond", row_number() OVER (ORDER BY a."dueAt", a.id)::int - 1 AS place
    FROM room JOIN "Assignment" a ON a."classId" = room.id AND a."archivedAt" IS NULL ${scope === "cell" ? "AND a.id = $6" : ""}
    JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
    LEFT JOIN "CategoryAssignment" ca ON ca."assignmentId" = a.id
    LEFT JOIN "AssignmentGrading" ag ON ag."assignmentId" = a.id
  ), person AS MATERIALIZED (
    SELECT e.id, e."userId", u."displayName", u."userName", e."leftAt" IS NOT NULL AS "hasLeft",
      coalesce(ac."extraDays", 0) AS "extraDays", row_number() OVER (ORDER BY e.id)::int - 1 AS place
    FROM room JOIN "Enrolment" e ON e."classId" = room.id AND e.role = 'student' AND e.state = 'active'
      ${scope === "class" ? "" : "AND e.id = $5"}
    JOIN "User" u ON u.id = e."userId"
    LEFT JOIN "Accommodation" ac ON ac."userId" = u.id
  ), item AS MATERIALIZED (
    SELECT w.place AS work, v."itemId", v.type, coalesce(own.points, v.points) AS points, coalesce(own.credited, false) AS credited,
      v.skills, x."poolId", po.draw, ${scope === "class" ? "x.position" : QUESTION_NUMBER} AS position
    FROM work w JOIN "LessonVersionItem" x ON x."lessonVersionId" = w."lessonVersionId"
    JOIN "ItemVersion" v ON v.id = x."itemVersionId" AND v.level <> 'my_view' AND ${asksSomething("v")}
    LEFT JOIN "ItemPool" po ON po.id = x."poolId"
    LEFT JOIN "AssignmentItem" own ON own."assignmentId" = w.id AND own."itemId" = v."itemId"
    WHERE NOT coalesce(own.dropped, false)
  ), attempt AS MATERIALIZED (
    SELECT t.id, pe.place AS person, w.place AS work, w."asksSecond", t.number, t."reopenedAt" IS NOT NULL AS reopened,
      CASE WHEN t.state = 'submitted' THEN t."submittedAt" END AS "submittedAt"
    FROM work w JOIN "Attempt" t ON t."assignmentId" = w.id JOIN person pe ON pe.id = t."enrolmentId"
  ), newest AS ${scope === "class" ? "NOT MATERIALIZED" : "MATERIALIZED"} (
    SELECT a.person, a.work, a.number, s.*
    FROM attempt a CROSS JOIN LATERAL (
      SELECT DISTINCT ON (s."itemId") s."itemId", s.denominator, CASE WHEN NOT ${KEPT} THEN s.numerator END AS numerator
        ${scope === "class" ? "" : `, CASE WHEN NOT ${KEPT} THEN s.finding END AS finding`}
      FROM "Scoring" s WHERE s."attemptId" = a.id ORDER BY s."itemId" DESC, s.id DESC) s
    WHERE a."submittedAt" IS NOT NULL OFFSET 0
  ), points AS (
    SELECT n.person, n.work, n.number, n.bottom, sum(n.times * i.points)::bigint AS top
    FROM (
      SELECT person, work, number, "itemId",
        CASE WHEN ${COMMON} % denominator = 0 THEN ${COMMON} ELSE denominator END AS bottom,
        numerator::bigint * CASE WHEN ${COMMON} % denominator = 0 THEN ${COMMON} / denominator ELSE 1 END AS times
      FROM newest WHERE numerator <> 0) n
    LEFT JOIN item i ON i.work = n.work AND i."itemId" = n."itemId" AND NOT i.credited
    GROUP BY n.person, n.work, n.number, n.bottom HAVING sum(i.points) IS NOT NULL
    UNION ALL
    SELECT a.person, a.work, a.number, 1, sum(i.points)
    FROM item i JOIN attempt a ON a.work = i.work AND a."submittedAt" IS NOT NULL
    JOIN "AttemptItem" had ON had."attemptId" = a.id AND had."itemId" = i."itemId"
    WHERE i.credited GROUP BY a.person, a.work, a.number
  ), waiting AS (
    SELECT a.person, a.work, a.number, count(*)::int AS count
    FROM item i JOIN attempt a ON a.work = i.work AND a."submittedAt" IS NOT NULL
    JOIN "Response" r ON r."attemptId" = a.id AND r."itemId" = i."itemId" AND r.value->>'text' ~ '\\S'
    LEFT JOIN LATERAL (SELECT CASE WHEN NOT ${KEPT} THEN s.numerator END AS numerator
      FROM "Scoring" s WHERE s."attemptId" = a.id AND s."itemId" = i."itemId"
      ORDER BY s.id DESC LIMIT 1) n ON true
    WHERE i.type = ANY($4) AND NOT i.credited AND n.numerator IS NULL GROUP BY a.person, a.work, a.number
  )
  SELECT room.id AS "classId", room."publicId", room.name, room.archived, room.role,
    coalesce(g.version, 0) AS version, g."lateWord", g."excusedWord", g."missingWord",
    coalesce(g."missingCounts"::text, 'zero_after_close') AS "missingCounts",
    ${columnsOf(scope)}
    (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'weight', k.weight, 'dropLowest', k."dropLowest")
      ORDER BY k.position), '[]') FROM "GradeCategory" k WHERE k."classId" = room.id) AS categories,
    (SELECT coalesce(json_agg(json_build_object('assignmentId', w.id, 'title', w.title, 'opensAt', w."opensAt", 'dueAt', w."dueAt",
        'closesAt', w."closesAt", 'countedAttempt', w."countedAttempt", 'latePercentPerDay', w."latePercentPerDay",
        'latePercentMost', w."latePercentMost", 'releasePolicy', w."releasePolicy", 'releasedAt', w."releasedAt",
        'categoryId', w."categoryId") ORDER BY w.place), '[]') FROM work w) AS works,
    (SELECT coalesce(json_agg(json_build_object('enrolmentId', p.id, 'displayName', p."displayName", 'userName', p."userName",
        'hasLeft', p."hasLeft", 'extraDays', p."extraDays") ORDER BY p.place), '[]') FROM person p) AS people,
    (SELECT coalesce(json_agg(json_build_object('work', i.work, 'points', i.points, 'poolId', i."poolId", 'draw', i.draw)
      ORDER BY i.work, i.position), '[]') FROM item i) AS items,
    (SELECT ${lists("a.person", "a.work", "a.number", MILLISECONDS, "a.reopened::text")} FROM attempt a) AS attempts,
    (SELECT ${lists("p.person", "p.work", "p.number", "p.top", "p.bottom")} FROM points p) AS points,
    (SELECT coalesce(json_agg(json_build_array(w.person, w.work, w.number, w.count)), '[]') FROM waiting w) AS waiting,
    (SELECT coalesce(json_agg(json_build_array(p.place, w.place, x."dueAt", x."closesAt", x.excused, x.reason)), '[]')
      FROM work w JOIN "AssignmentException" x ON x."assignmentId" = w.id JOIN person p ON p.id = x."enrolmentId") AS exceptions,
    (SELECT coalesce(json_agg(json_build_array(p.place, w.place)), '[]')
      FROM work w JOIN "ReadingProgress" rp ON rp."assignmentId" = w.id JOIN person p ON p.id = rp."enrolmentId"
      WHERE NOT EXISTS (SELECT FROM "Attempt" t WHERE t."assignmentId" = w.id AND t."enrolmentId" = p.id)) AS begun,
    (SELECT coalesce(json_agg(json_build_array(o.person, o.work, o."earnedNumerator", o."earnedDenominator", o.possible)), '[]')
      FROM (SELECT DISTINCT ON (o."assignmentId", o."enrolmentId") o.*, p.place AS person, w.place AS work
        FROM work w JOIN "GradeOverride" o ON o."assignmentId" = w.id JOIN person p ON p.id = o."enrolmentId"
        ORDER BY o."assignmentId", o."enrolmentId", o.id DESC) o
      WHERE o."earnedNumerator" IS NOT NULL) AS overrides,
    ${RAIL} AS rail
  FROM room LEFT JOIN "Gradebook" g ON g."classId" = room.id`

/**
 * What most scores can be told in parts of: every denominator up to 12 divides it. An attempt's points are then one number
 * over it, and only those over others are lists.
 */
const COMMON = 27720

/**
 * JSON of a list a row, written as text: of these there are thousands, and building them as JSON takes three times as long.
 * The expressions are numbers, or text that is JSON; none is null.
 */
const lists = (...fields: string[]): string =>
  `('[' || coalesce(string_agg('[' || ${fields.join(" || ',' || ")} || ']', ','), '') || ']')::json`

const MILLISECONDS = `coalesce((date_part('epoch', a."submittedAt") * 1000)::bigint::text, 'null')`

/** As students see it: notes have no number. */
const QUESTION_NUMBER = `(SELECT count(*)::int FROM "LessonVersionItem" y JOIN "ItemVersion" yv ON yv.id = y."itemVersionId"
  WHERE y."lessonVersionId" = w."lessonVersionId" AND y.position <= x.position AND ${asksSomething("yv")})`

/** Of one student: the steps (taken or not, never what a stance says), what was written, every answer's score and the history. */
const columnsOf = (scope: GradebookScope): string =>
  scope === "class"
    ? ""
    : `
    (SELECT coalesce(json_agg(json_build_object('work', w.place, 'postNames', w."postNames", 'hasStance', w."stanceStatement" IS NOT NULL,
        'promptCount', (SELECT count(*) FROM "Prompt" q WHERE q."lessonVersionId" = w."lessonVersionId"),
        'momentsGiven', ${momentsGiven('p."userId"', "w.id")},
        'readingStarted', rp."assignmentId" IS NOT NULL, 'readingFinished', rp."finishedAt" IS NOT NULL,
        'posts', coalesce(d.posts, 0), 'replies', coalesce(d.replies, 0), 'citations', coalesce(d.citations, 0),
        'restatements', coalesce(d.restatements, 0))), '[]')
      FROM person p CROSS JOIN work w
      LEFT JOIN "ReadingProgress" rp ON rp."assignmentId" = w.id AND rp."enrolmentId" = p.id
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE po."parentId" IS NULL)::int AS posts,
          count(*) FILTER (WHERE po."parentId" IS NOT NULL)::int AS replies,
          count(*) FILTER (WHERE ${hasRestated("po.id")})::int AS restatements,
          sum((SELECT count(*) FROM "Citation" ci WHERE ci."postId" = po.id))::int AS citations
        FROM ${authoredPosts("w.id")} au JOIN "Post" po ON po.id = au."postId" AND po.state <> 'deleted'
        WHERE au."enrolmentId" = p.id) d ON true) AS steps,
    (SELECT coalesce(json_agg(json_build_object('work', c.work, 'number', c.number, 'skills', i.skills, 'credited', i.credited,
        'position', i.position, 'numerator', n.numerator, 'denominator', n.denominator, 'answered', r."itemId" IS NOT NULL,
        'comment', n.finding->'grade'->>'comment') ORDER BY c.work, c.number, i.position), '[]')
      FROM attempt c JOIN item i ON i.work = c.work
      JOIN "AttemptItem" had ON had."attemptId" = c.id AND had."itemId" = i."itemId"
      LEFT JOIN newest n ON n.work = c.work AND n.number = c.number AND n."itemId" = i."itemId"
      LEFT JOIN "Response" r ON r."attemptId" = c.id AND r."itemId" = i."itemId"
      WHERE c."submittedAt" IS NOT NULL) AS answers,
    (SELECT coalesce(json_agg(json_build_object('work', w.place, 'at', o."createdAt", 'by', u."displayName", 'reason', o.reason,
        'reasonShown', o."reasonShown", 'to', json_build_array(o."earnedNumerator", o."earnedDenominator", o.possible),
        'from', json_build_array(o."fromNumerator", o."fromDenominator", o."fromPossible"), 'id', o.id::text) ORDER BY o.id DESC), '[]')
      FROM person p JOIN "GradeOverride" o ON o."enrolmentId" = p.id JOIN work w ON w.id = o."assignmentId"
      LEFT JOIN "User" u ON u.id = o."createdById") AS history,`
