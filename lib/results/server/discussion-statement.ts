import "server-only"
import { authoredPosts, isOpened } from "@/lib/discussion/server/alias-store"
import { firstWords, sourcesCited } from "@/lib/discussion/server/citation-store"
import { hasStood, shownState } from "@/lib/discussion/server/held-store"
import { missedOwnPosts } from "@/lib/discussion/server/missed-store"
import { standingHtml, standingWording } from "@/lib/discussion/server/restating-store"

/**
 * The discussion of an assignment ($2) in one statement, through a class of the viewer ($1) now. Which posts are whose is
 * told where the viewer may know it ($3); else students' posts come under their pseudonym's id, which is another at each
 * question, without a name but where it was opened and the viewer may know that ($6). Of one author ($4, or null) the posts
 * come whole. Rubrics and grades come where they are asked for ($5).
 */
export const DISCUSSION = `
  WITH place AS (
    SELECT a.id, a."lessonVersionId" FROM "Assignment" a
    JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL
    WHERE a.id = $2
  ), written AS (
    SELECT w.*, w."authorKey" = $4::uuid AS "isWhole" FROM (
      SELECT po.id AS "postId", po."publicId", po."parentId", po.seq, po.move, po.side, ${shownState("po")} AS state, po.body, po.html,
        po."createdAt", t."promptId", gr.id AS "groupId", gr.name AS "groupName", ap.alias, e.role <> 'student' AS "isStaff",
        CASE WHEN $3 OR e.role <> 'student' THEN e.id ELSE po."aliasId" END AS "authorKey",
        CASE WHEN $3 OR e.role <> 'student' OR $6 AND ${isOpened('po."aliasId"')} THEN u."displayName" END AS name
      FROM ${authoredPosts("$2")} ap
      JOIN "Post" po ON po.id = ap."postId" AND po.state <> 'deleted' AND ${hasStood("po")}
      JOIN "Thread" t ON t.id = po."threadId"
      LEFT JOIN "Group" gr ON gr.id = t."groupId"
      JOIN place ON place.id = t."assignmentId"
      JOIN "Enrolment" e ON e.id = ap."enrolmentId"
      JOIN "User" u ON u.id = e."userId") w
  )
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'position', p.position, 'text', p.text) ORDER BY p.position), '[]')
      FROM "Prompt" p WHERE p."lessonVersionId" = place."lessonVersionId"
        OR p.id IN (SELECT t."promptId" FROM "Thread" t WHERE t."assignmentId" = place.id)) AS prompts,
    (SELECT coalesce(json_agg(to_json(who)), '[]')
      FROM (SELECT s."authorKey" AS key, s.name, s."isStaff", string_agg(s.alias, ', ' ORDER BY p.position, p.id) AS alias
        FROM (SELECT DISTINCT w."authorKey", w.name, w.alias, w."isStaff", w."promptId" FROM written w) s
        JOIN "Prompt" p ON p.id = s."promptId" GROUP BY s."authorKey", s.name, s."isStaff") who) AS authors,
    (SELECT coalesce(json_agg(json_build_object('id', w."publicId", 'authorKey', w."authorKey", 'alias', w.alias, 'promptId', w."promptId",
        'group', CASE WHEN w."groupId" IS NOT NULL THEN json_build_object('id', w."groupId", 'name', w."groupName") END,
        'seq', w.seq, 'isReply', w."parentId" IS NOT NULL, 'parentId', parent."publicId", 'move', w.move, 'side', w.side,
        'state', w.state, 'excerpt', left(w.body, 200), 'html', CASE WHEN w."isWhole" THEN w.html END,
        'createdAt', w."createdAt", 'restating', ${standingWording('w."postId"')},
        'restatedHtml', CASE WHEN w."isWhole" AND w.move <> 'restate' AND w.state = 'visible' AND parent.state = 'visible'
          THEN ${standingHtml('w."postId"')} END, 'citations', coalesce(cited.list, '[]'),
        'citedPosts', CASE WHEN w."isWhole" THEN coalesce((
          SELECT json_agg(json_build_object('id', cp."publicId", 'seq', cp.seq,
            'excerpt', CASE WHEN cp.state = 'visible' THEN ${firstWords("cp.body")} END) ORDER BY pc.position)
          FROM "PostCitation" pc JOIN "Post" cp ON cp.id = pc."citedPostId" WHERE pc."postId" = w."postId"), '[]')
          ELSE '[]' END,
        'sources', CASE WHEN w."isWhole" THEN ${sourcesCited('w."postId"')} ELSE '[]' END)), '[]')
      FROM written w
      LEFT JOIN written parent ON parent."postId" = w."parentId"
      LEFT JOIN (
        SELECT ci."postId", json_agg(json_build_object('sentenceId', ci."sentenceId", 'paragraph', rs.paragraph,
          'ordinal', rs.ordinal, 'quote', ci.quote) ORDER BY ci.position) AS list
        FROM "Citation" ci JOIN "RevisionSentence" rs
          ON rs."revisionId" = ci."revisionId" AND rs."sentenceId" = ci."sentenceId"
        WHERE ci."postId" IN (SELECT "postId" FROM written) GROUP BY ci."postId") cited ON cited."postId" = w."postId") AS posts,
    ${missedOwnPosts("place.id", "$3")} AS missed,
    (SELECT coalesce(json_agg(json_build_object('number', r.number, 'rubric', r.rubric) ORDER BY r.number), '[]')
      FROM "DiscussionRubric" r WHERE $5 AND r."assignmentId" = place.id) AS rubrics,
    (SELECT coalesce(json_agg(json_build_object('gradeId', g.id::text, 'enrolmentId', g."enrolmentId", 'levels', g.levels,
        'comment', g.comment, 'numerator', g.numerator, 'denominator', g.denominator, 'number', g."rubricNumber",
        'by', gu."displayName", 'at', g."createdAt") ORDER BY g.id DESC), '[]')
      FROM "DiscussionGrade" g LEFT JOIN "User" gu ON gu.id = g."createdById"
      WHERE $5 AND g."assignmentId" = place.id) AS grades
  FROM place`
