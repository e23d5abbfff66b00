import "server-only"
import { authoredPosts } from "@/lib/discussion/server/alias-store"
import { hasRestated } from "@/lib/discussion/server/restating-store"
import { momentsGiven } from "@/lib/discussion/server/stance-store"
import { daysLaterSql } from "@/lib/platform/days-later-sql"
import { countedColumns, countedJoin } from "@/lib/quiz/server/assignment-item-store"
import { keyHeldIn } from "@/lib/quiz/server/key-store"
import { FEWEST_TO_COUNT } from "@/lib/results/misread/build-misread"
import { GRADED_COLUMNS, GRADING_COLUMNS } from "@/lib/results/server/grading-sql"

/**
 * Text that is another when more has happened in assignment `a`: something handed in, posted, released or agreed, an answer
 * more, a sentence further. A stance leaves it as it is: the moment at which one was taken is nobody's to know.
 */
export const PULSE = `concat_ws('.',
  (SELECT max(ev.id) FROM "Event" ev WHERE ev."assignmentId" = a.id),
  (SELECT count(*) FROM "Attempt" at JOIN "Response" ar ON ar."attemptId" = at.id WHERE at."assignmentId" = a.id),
  (SELECT sum(pr."sentencesRead" + 1) FROM "ReadingProgress" pr WHERE pr."assignmentId" = a.id))`

const ofStudentsHere = (enrolmentId: string) =>
  `EXISTS (SELECT FROM "Enrolment" he WHERE he.id = ${enrolmentId} AND he.role = 'student' AND he.state = 'active' AND he."leftAt" IS NULL)`

/**
 * Where the text was hard, as counts of students alone: sentences whose notes are marked unclear, and words that were looked
 * up. What fewer than FEWEST_TO_COUNT did never leaves the database.
 */
const HARD_PLACES = `(SELECT coalesce(jsonb_agg(to_jsonb(h)), '[]') FROM (
      SELECT n."sentenceId", count(DISTINCT n."enrolmentId")::int AS count FROM "SentenceNote" n
      WHERE me.role <> 'student' AND n."assignmentId" = a.id AND n.mark = 'unclear' AND n."deletedAt" IS NULL
        AND ${ofStudentsHere('n."enrolmentId"')}
      GROUP BY n."sentenceId" HAVING count(DISTINCT n."enrolmentId") >= ${FEWEST_TO_COUNT}) h) AS unclear,
    (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.position), '[]') FROM (
      SELECT w.id AS "termId", w.position, w.term, w.forms, w."partOfSpeech", w.definition, count(*)::int AS count
      FROM "GlossaryLookup" l JOIN "GlossaryTerm" w ON w.id = l."termId"
      WHERE me.role <> 'student' AND l."assignmentId" = a.id AND w."lessonVersionId" = lv.id
        AND ${ofStudentsHere('l."enrolmentId"')}
      GROUP BY w.id HAVING count(*) >= ${FEWEST_TO_COUNT}) h) AS lookups`

/**
 * All facts of one assignment's results in one statement, through what the viewer ($1, a user id) may know of: an
 * assignment ($2) of a class they are in now. No row: it does not exist for them. Keys come for staff alone.
 */
export const RESULTS = `
  SELECT a.id AS "assignmentId", a."classId", a."lessonVersionId", c.name AS "className", c."publicId" AS "classPublicId", lv.title,
    lv."revisionId", lv."stanceStatement", a."opensAt", a."dueAt", a."closesAt", a."releasePolicy", a."releasedAt",
    a."postNames", a."archivedAt",
    a."teacherStarts", a."quizStartedAt", a."countedAttempt", a."latePercentPerDay", a."latePercentMost", a."asksConfidence", me.role AS "classRole",
    ${PULSE} AS pulse,
    (SELECT count(*)::int FROM "Prompt" p WHERE p."lessonVersionId" = lv.id) AS "promptCount",
    (SELECT coalesce(jsonb_agg(to_jsonb(i) ORDER BY i.position), '[]') FROM (
      SELECT x.position, v.id AS "itemVersionId", v."itemId", v.type, v.level, v.title, v.prompt, v.content, ${countedColumns("v")},
        v.skills, CASE WHEN x."poolId" IS NOT NULL THEN jsonb_build_object('id', x."poolId", 'draw', po.draw) END AS pool,
        CASE WHEN me.role <> 'student' THEN ${keyHeldIn("v.id", "a.id")} END AS key
      FROM "LessonVersionItem" x JOIN "ItemVersion" v ON v.id = x."itemVersionId"
      LEFT JOIN "ItemPool" po ON po.id = x."poolId" ${countedJoin("a.id", "v")}
      WHERE x."lessonVersionId" = lv.id) i) AS items,
    (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM (
      SELECT e.id AS "enrolmentId", u."displayName", u."userName", e."leftAt" IS NOT NULL AS "hasLeft",
        coalesce(ac."timeMultiplier", 1)::float8 AS "timeMultiplier",
        nu.at AS "nudgedAt", coalesce(ex."dueAt",
          CASE WHEN ac."extraDays" > 0 THEN ${daysLaterSql('a."dueAt"', 'ac."extraDays"')} END) AS "ownDueAt", coalesce(ex.excused, false) AS excused,
        rp."assignmentId" IS NOT NULL AS "readingStarted", rp."finishedAt" IS NOT NULL AS "readingFinished",
        coalesce(rp."sentencesRead", 0) AS "sentencesRead",
        coalesce(t.attempts, '[]') AS attempts, t."newestAttemptId",
        (SELECT jsonb_build_object('attemptId', n.id, 'answers', count(DISTINCT v."itemId"), 'lastAt', max(v."savedAt"))
          FROM considered n JOIN "ResponseSave" v ON v."attemptId" = n.id AND v.late AND v."acceptedAt" IS NULL
          WHERE n."enrolmentId" = e.id GROUP BY n.id, n.number ORDER BY n.number DESC LIMIT 1) AS late,
        ${momentsGiven(`e."userId"`, "a.id")} AS "momentsGiven",
        coalesce(w.posts, 0) AS posts, coalesce(w.replies, 0) AS replies,
        coalesce(w.citations, 0) AS citations, coalesce(w.restatements, 0) AS restatements
      FROM "Enrolment" e
      JOIN "User" u ON u.id = e."userId"
      LEFT JOIN "Accommodation" ac ON ac."userId" = u.id
      LEFT JOIN "AssignmentException" ex ON ex."assignmentId" = a.id AND ex."enrolmentId" = e.id
      LEFT JOIN "Nudge" nu ON nu."assignmentId" = a.id AND nu."enrolmentId" = e.id
      LEFT JOIN "ReadingProgress" rp ON rp."assignmentId" = a.id AND rp."enrolmentId" = e.id
      LEFT JOIN (SELECT c."enrolmentId", (array_agg(c.id ORDER BY c.number DESC))[1] AS "newestAttemptId",
          jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'state', c.state,
            'submittedAt', c."submittedAt", 'reopened', c.reopened, 'itemIds', c."itemIds")) AS attempts
        FROM considered c GROUP BY c."enrolmentId") t ON t."enrolmentId" = e.id
      LEFT JOIN written w ON w."enrolmentId" = e.id
      WHERE e."classId" = a."classId" AND e.role = 'student' AND e.state = 'active'
        AND (e."leftAt" IS NULL OR t.attempts IS NOT NULL OR rp."assignmentId" IS NOT NULL OR w.posts IS NOT NULL)) s
    ) AS students,
    (SELECT coalesce(json_agg(r ORDER BY r."attemptId", r."itemId"), '[]') FROM (
      SELECT t."enrolmentId", t.id AS "attemptId", rs."itemId", rs.value, rs.confidence, g.numerator, g.denominator, g.finding,${GRADED_COLUMNS}
      FROM considered t
      JOIN "Response" rs ON rs."attemptId" = t.id
      LEFT JOIN LATERAL (SELECT sc.* FROM "Scoring" sc
        WHERE sc."attemptId" = t.id AND sc."itemId" = rs."itemId" ORDER BY sc.id DESC LIMIT 1) g ON true) r
    ) AS answers,
    (SELECT coalesce(jsonb_agg(to_jsonb(ap)), '[]') FROM (
      SELECT t."enrolmentId", p."attemptId", p."itemId", p.reason, p.state, p."createdAt", p.answer, p."decidedAt",
        du."displayName" AS "decidedBy"
      FROM considered t JOIN "Appeal" p ON p."attemptId" = t.id LEFT JOIN "User" du ON du.id = p."decidedById"
      WHERE me.role <> 'student' AND t.state = 'submitted') ap) AS appeals,${GRADING_COLUMNS},
    ${HARD_PLACES}
  FROM "Assignment" a
  JOIN "Class" c ON c.id = a."classId"
  JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
  JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL
  WHERE a.id = $2`

/** Attempts of each student, and what each has written. Deleted posts count nowhere; hidden ones are still their author's work. */
const consideredAndWritten = (which: string): string => `
  WITH considered AS (
    SELECT p.id, p."enrolmentId", p.number, p.state, p."submittedAt", p."reopenedAt" IS NOT NULL AS reopened,
      CASE WHEN p.pooled THEN (SELECT jsonb_agg(ai."itemId") FROM "AttemptItem" ai WHERE ai."attemptId" = p.id)
        END AS "itemIds"
    FROM (
      SELECT t.*, g."countedAttempt",
        EXISTS (SELECT FROM "ItemPool" ip WHERE ip."lessonVersionId" = g."lessonVersionId") AS pooled,
        row_number() OVER (PARTITION BY t."enrolmentId" ORDER BY (t.state = 'submitted') DESC, t.number DESC) AS place
      FROM "Attempt" t JOIN "Assignment" g ON g.id = t."assignmentId" WHERE t."assignmentId" = $2) p
    WHERE ${which}
  ), written AS (
    SELECT ap."enrolmentId",
      count(*) FILTER (WHERE po."parentId" IS NULL)::int AS posts,
      count(*) FILTER (WHERE po."parentId" IS NOT NULL)::int AS replies,
      count(*) FILTER (WHERE ${hasRestated("po.id")})::int AS restatements,
      coalesce(sum((SELECT count(*) FROM "Citation" ci WHERE ci."postId" = po.id)), 0)::int AS citations
    FROM ${authoredPosts("$2")} ap JOIN "Post" po ON po.id = ap."postId" AND po.state <> 'deleted'
    GROUP BY ap."enrolmentId"
  )`

/**
 * The attempts of which one counts, per student: where the newest counts it alone, else all that are finished; the one
 * under way where none is.
 */
export const CONSIDERED_AND_WRITTEN = consideredAndWritten(
  `p.place = 1 OR p."countedAttempt" <> 'newest' AND p.state = 'submitted'`,
)

/** Every attempt that is finished: what is put right about an item holds for all of them, whichever counts. */
export const FINISHED_AND_WRITTEN = consideredAndWritten(`p.state = 'submitted'`)
