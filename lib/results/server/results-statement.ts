import "server-only"
import { authoredPosts } from "@/lib/discussion/server/alias-store"
import { hasRestated } from "@/lib/discussion/server/restating-store"
import { momentsGiven } from "@/lib/discussion/server/stance-store"
import { daysLaterSql } from "@/lib/platform/days-later-sql"
import { countedColumns, countedJoin } from "@/lib/quiz/server/assignment-item-store"
import { keyHeldIn } from "@/lib/quiz/server/key-store"
import { FEWEST_TO_COUNT } from "@/lib/results/misread/build-misread"
import { RAIL } from "@/lib/results/server/gradebook-statement"
import { GRADED, GRADING_COLUMNS } from "@/lib/results/server/grading-sql"

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

/** One list of JSON, as text, of expressions that are text; null where one is. */
const jsonList = (...fields: string[]): string =>
  `'[' || ${fields.map((field) => `coalesce(${field}, 'null')`).join(" || ',' || ")} || ']'`

/**
 * All answers to items of the attempts that are considered, each with its newest score, as text that is JSON: for each attempt
 * its id, its student and a list of answers, each a list of the columns of `AnswerColumns`. Of these there are thousands:
 * built as JSON, with the columns' names beside each, they take half again as long and three times the room. A score is
 * looked for among those of its attempt, not alone, which would be a walk down an index for every answer.
 */
export const ANSWERS = `(SELECT '[' || coalesce(string_agg('["' || t.id || '","' || t."enrolmentId" || '",[' || own.list || ']]', ',' ORDER BY t.id), '') || ']'
      FROM considered t CROSS JOIN LATERAL (
        SELECT string_agg(${jsonList(
          `'"' || rs."itemId" || '"'`,
          `rs."saveNumber"::text`,
          "rs.value::text",
          "rs.confidence::text",
          "g.numerator::text",
          "g.denominator::text",
          "g.finding::text",
          `(${GRADED})::text`,
        )}, ',' ORDER BY rs."itemId") AS list
        FROM "Response" rs LEFT JOIN (
          SELECT DISTINCT ON (sc."itemId") sc.* FROM "Scoring" sc WHERE sc."attemptId" = t.id
          ORDER BY sc."itemId" DESC, sc.id DESC OFFSET 0) g ON g."itemId" = rs."itemId"
        WHERE rs."attemptId" = t.id) own
      WHERE own.list IS NOT NULL)`

/**
 * Text that is another when anything that ANSWERS is made of has changed, for a tenth of its price. Of a row its key counts and
 * the transaction that wrote it (xmin): whoever writes it again has another. Only a database that was set back to an earlier
 * moment could give a number twice, and is a server that was started since. What a person gave is made of rows elsewhere:
 * it counts by what it says.
 */
const ANSWERS_VERSION = `(SELECT concat_ws('.', me.role, extract(epoch FROM pg_postmaster_start_time()),
      (SELECT concat(count(*), ':', sum(hash_record_extended(ROW(t.id, t."enrolmentId"), 0))) FROM considered t),
      (SELECT concat(count(*), ':', sum(hash_record_extended(ROW(rs."attemptId", rs."itemId", rs.xmin), 0)))
        FROM considered t JOIN "Response" rs ON rs."attemptId" = t.id),
      (SELECT concat(count(*), ':', sum(hash_record_extended(ROW(g.id, g.xmin, (${GRADED})::text), 0)))
        FROM considered t JOIN "Scoring" g ON g."attemptId" = t.id)))`

/**
 * All facts of one assignment's results in one statement, through what the viewer ($1, a user id) may know of: an
 * assignment ($2) of a class they are in now. No row: it does not exist for them. Keys come for staff alone.
 */
const resultsStatement = ({ answers, from = "" }: { answers: string; from?: string }): string => `
  SELECT a.id AS "assignmentId", a."classId", a."lessonVersionId", c.name AS "className", c."publicId" AS "classPublicId", lv.title,
    lv."revisionId", lv."stanceStatement", a."opensAt", a."dueAt", a."closesAt", a."releasePolicy", a."releasedAt",
    a."postNames", a."archivedAt",
    a."teacherStarts", a."quizStartedAt", a."countedAttempt", a."latePercentPerDay", a."latePercentMost", a."asksConfidence", me.role AS "classRole",
    ${PULSE} AS pulse,
    (SELECT count(*)::int FROM "Prompt" p WHERE p."lessonVersionId" = lv.id) AS "promptCount",
    (SELECT coalesce(json_agg(i ORDER BY i.position), '[]') FROM (
      SELECT x.position, v.id AS "itemVersionId", v."itemId", v.type, v.level, v.title, v.prompt, v.content, ${countedColumns("v")},
        v.skills, CASE WHEN x."poolId" IS NOT NULL THEN jsonb_build_object('id', x."poolId", 'draw', po.draw) END AS pool,
        CASE WHEN me.role <> 'student' THEN ${keyHeldIn("v.id", "a.id")} END AS key
      FROM "LessonVersionItem" x JOIN "ItemVersion" v ON v.id = x."itemVersionId"
      LEFT JOIN "ItemPool" po ON po.id = x."poolId" ${countedJoin("a.id", "v")}
      WHERE x."lessonVersionId" = lv.id) i) AS items,
    (SELECT coalesce(json_agg(s ORDER BY s."enrolmentId"), '[]') FROM (
      SELECT e.id AS "enrolmentId", u."displayName", u."userName", e."leftAt" IS NOT NULL AS "hasLeft",
        coalesce(ac."timeMultiplier", 1)::float8 AS "timeMultiplier",
        nu.at AS "nudgedAt", coalesce(ex."dueAt",
          CASE WHEN ac."extraDays" > 0 THEN ${daysLaterSql('a."dueAt"', 'ac."extraDays"')} END) AS "ownDueAt", coalesce(ex.excused, false) AS excused,
        rp."assignmentId" IS NOT NULL AS "readingStarted", rp."finishedAt" IS NOT NULL AS "readingFinished",
        coalesce(rp."sentencesRead", 0) AS "sentencesRead",
        coalesce(t.attempts, '[]') AS attempts, t."newestAttemptId",
        y.late,
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
          json_agg(json_build_object('id', c.id, 'number', c.number, 'state', c.state,
            'submittedAt', c."submittedAt", 'reopened', c.reopened, 'itemIds', c."itemIds") ORDER BY c.number) AS attempts
        FROM considered c GROUP BY c."enrolmentId") t ON t."enrolmentId" = e.id
      LEFT JOIN (SELECT DISTINCT ON (n."enrolmentId") n."enrolmentId",
          json_build_object('attemptId', n.id, 'answers', count(DISTINCT v."itemId"), 'lastAt', max(v."savedAt")) AS late
        FROM considered n JOIN "ResponseSave" v ON v."attemptId" = n.id AND v.late AND v."acceptedAt" IS NULL
        GROUP BY n."enrolmentId", n.id, n.number ORDER BY n."enrolmentId", n.number DESC) y ON y."enrolmentId" = e.id
      LEFT JOIN written w ON w."enrolmentId" = e.id
      WHERE e."classId" = a."classId" AND e.role = 'student' AND e.state = 'active'
        AND (e."leftAt" IS NULL OR t.attempts IS NOT NULL OR rp."assignmentId" IS NOT NULL OR w.posts IS NOT NULL)) s
    ) AS students,
    ${answers},
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
  ${from}
  WHERE a.id = $2`

/** With all answers. */
export const RESULTS = resultsStatement({ answers: `${ANSWERS} AS answers` })

/** With the rail and the answers' version; and with the answers themselves only where that is not the one ($3) which the asker holds them of. */
export const RESULTS_SINCE = resultsStatement({
  answers: `answered.version AS "answersVersion", CASE WHEN answered.version IS DISTINCT FROM $3 THEN ${ANSWERS} END AS answers,
    ${RAIL} AS rail`,
  // Not pulled up, which would work it out twice.
  from: `CROSS JOIN LATERAL (SELECT ${ANSWERS_VERSION} AS version OFFSET 0) answered`,
})

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
