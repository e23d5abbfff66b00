import "server-only"

// Pieces of the results' statement that only grading by hand needs. `me` is the viewer's enrolment: grades are for staff,
// drafts and what students replied for teachers.

/** Beside an assignment `a`: how it is graded, what the viewer ($1) has begun, and what was replied to grades. */
export const GRADING_COLUMNS = `
    (SELECT jsonb_build_object('asksSecond', gr."asksSecond", 'holds', gr.holds, 'releasedAt', gr."releasedAt")
      FROM "AssignmentGrading" gr WHERE gr."assignmentId" = a.id) AS grading,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('attemptId', d."attemptId", 'itemId', d."itemId", 'number', d.number,
        'levels', d.levels, 'comment', d.comment, 'basedOn', d."basedOn"::text, 'savedAt', d."savedAt")), '[]')
      FROM considered t JOIN "GradeDraft" d ON d."attemptId" = t.id AND d."graderId" = me."userId"
      WHERE me.role = 'teacher') AS drafts,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'attemptId', p."attemptId", 'itemId', p."itemId",
        'fromStudent', p."fromStudent", 'by', pu."displayName", 'body', p.body, 'createdAt', p."createdAt",
        'readAt', p."readAt") ORDER BY p."createdAt", p.id), '[]')
      FROM considered t JOIN "GradeReply" p ON p."attemptId" = t.id LEFT JOIN "User" pu ON pu.id = p."authorId"
      WHERE me.role = 'teacher') AS "gradeReplies"`

/**
 * Beside a score `g` of attempt `t`: what a person gave, null where nobody graded. With it the rubric that it was given by,
 * where the key has been revised since, and what a second grader gave, with the first grade that it stands beside. One column,
 * because most answers have none of it; the grader's name is asked for and not joined, because a planner that thinks answers
 * few goes through the whole school's people once for each of them.
 */
export const GRADED = `CASE WHEN g.finding ? 'grade' THEN json_build_object(
          'scoringId', g.id::text, 'scoredAt', g."createdAt", 'scoredById', g."createdById", 'gradedSave', g."saveNumber",
          'scoredBy', (SELECT su."displayName" FROM "User" su WHERE su.id = g."createdById"),
          'gradedRubric', CASE WHEN me.role <> 'student' THEN (
            SELECT jsonb_build_object('criteria', k.key->'rubric'->'criteria') FROM "AttemptItem" gi JOIN "ItemKey" k ON k."itemVersionId" = gi."itemVersionId"
            WHERE gi."attemptId" = t.id AND gi."itemId" = g."itemId" AND k."keyRevision" = g."keyRevision"
              AND EXISTS (SELECT FROM "ItemKey" l WHERE l."itemVersionId" = k."itemVersionId" AND l."keyRevision" > k."keyRevision")) END,
          'second', CASE WHEN me.role <> 'student' THEN (
            SELECT jsonb_build_object('id', sg.id::text, 'againstId', sg."againstId"::text, 'grade', sg.grade,
              'saveNumber', sg."saveNumber", 'byId', sg."graderId", 'by', gu."displayName", 'at', sg."createdAt",
              'first', (SELECT fs.finding->'grade' FROM "Scoring" fs WHERE fs.id = sg."againstId"))
            FROM "SecondGrade" sg LEFT JOIN "User" gu ON gu.id = sg."graderId"
            WHERE sg."attemptId" = t.id AND sg."itemId" = g."itemId" ORDER BY sg.id DESC LIMIT 1) END) END`
