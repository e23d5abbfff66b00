import "server-only"

/**
 * What a person takes away, a list for each file: their own words, and what the app tells them of themselves on its pages.
 * $1 is the person. Nobody else's words, names or ids: who graded, reported or hid stands in none of these.
 */
export type OwnFile = { path: string; text: string }

const MINE = '(SELECT e.id FROM "Enrolment" e WHERE e."userId" = $1)'
const MY_NAMES = `(SELECT a.id FROM "PostAlias" a WHERE a."enrolmentId" IN ${MINE})`
const MY_POSTS = `(SELECT p.id FROM "Post" p WHERE p."aliasId" IN ${MY_NAMES})`

/** Which assignment a row is of, in words. */
const OF = (assignment: string) => `(SELECT json_build_object('class', c.name, 'lesson', v.title)
  FROM "Assignment" oa JOIN "Class" c ON c.id = oa."classId" JOIN "LessonVersion" v ON v.id = oa."lessonVersionId"
  WHERE oa.id = ${assignment})`

const SENTENCE = (revision: string, sentence: string) =>
  `(SELECT s.paragraph || '.' || s.ordinal FROM "RevisionSentence" s WHERE s."revisionId" = ${revision} AND s."sentenceId" = ${sentence})`

/**
 * Results that anybody may see by now: released by hand, or past the latest day this student could have handed in. Stricter
 * than the pages in doubt; what is not out yet is left out, and the README says so.
 */
const RELEASED = (assignment: string, enrolment: string) => `EXISTS (SELECT 1 FROM "Assignment" ra
  LEFT JOIN "AssignmentException" x ON x."assignmentId" = ra.id AND x."enrolmentId" = ${enrolment}
  LEFT JOIN "Accommodation" ac ON ac."userId" = $1
  WHERE ra.id = ${assignment}
    AND (ra."releasedAt" <= $2 OR (ra."releasePolicy" <> 'by_teacher'
      AND greatest(ra."closesAt", coalesce(x."closesAt", ra."closesAt")) + make_interval(days => coalesce(ac."extraDays", 0)) <= $2))
    AND NOT EXISTS (SELECT 1 FROM "AssignmentGrading" g WHERE g."assignmentId" = ra.id AND g.holds AND g."releasedAt" IS NULL)
    AND NOT EXISTS (SELECT 1 FROM "Attempt" o WHERE o."assignmentId" = ra.id AND o."enrolmentId" = ${enrolment} AND o.state = 'open'))`

const account: OwnFile = {
  path: "account.json",
  text: `SELECT u."userName", u."displayName", u.email, u.role, u."createdAt",
      (SELECT json_agg(json_build_object('provider', i.provider, 'subject', i.subject, 'since', i."createdAt")) FROM "Identity" i WHERE i."userId" = u.id) AS "signInProviders",
      (SELECT f."confirmedAt" FROM "SecondFactor" f WHERE f."userId" = u.id) AS "secondStepSince",
      (SELECT json_agg(json_build_object('device', s.device, 'since', s."createdAt", 'until', s."expiresAt") ORDER BY s."createdAt") FROM "Session" s WHERE s."userId" = u.id) AS devices,
      (SELECT to_json(g) FROM (SELECT "timeMultiplier", "extraMinutes", "noTimeLimit", "extraAttempts", "extraDays", "readAloud", "largerType" FROM "Accommodation" WHERE "userId" = u.id) g) AS granted,
      (SELECT to_json(n) FROM (SELECT "mutedInApp", "mutedByMail", "unsubscribedAt", "digestAt", "quietFrom", "quietTo" FROM "NoticeSettings" WHERE "userId" = u.id) n) AS notices,
      (SELECT json_agg(d.day ORDER BY d.day) FROM "Digest" d WHERE d."userId" = u.id AND d."sentAt" IS NOT NULL) AS "mailsSent"
    FROM "User" u WHERE u.id = $1`,
}

const classes: OwnFile = {
  path: "classes.json",
  text: `SELECT c.name AS class, e.role, e.state, e."createdAt" AS joined, e."leftAt" AS left, g.name AS "group",
      (SELECT json_agg(json_build_object('norms', n.number, 'at', n."acceptedAt") ORDER BY n.number) FROM "NormsAcceptance" n WHERE n."enrolmentId" = e.id) AS "normsAccepted"
    FROM "Enrolment" e JOIN "Class" c ON c.id = e."classId"
    LEFT JOIN "GroupMember" m ON m."enrolmentId" = e.id LEFT JOIN "Group" g ON g.id = m."groupId"
    WHERE e."userId" = $1 ORDER BY e."createdAt", e.id`,
}

const notes: OwnFile = {
  path: "notes.json",
  text: `SELECT ${OF('n."assignmentId"')} AS of, ${SENTENCE('n."revisionId"', 'n."sentenceId"')} AS sentence, n.quote, n.mark, n.body,
      n."createdAt", n."updatedAt", n."deletedAt"
    FROM "SentenceNote" n WHERE n."enrolmentId" IN ${MINE} ORDER BY n."createdAt", n.id`,
}

const reading: OwnFile = {
  path: "reading.json",
  text: `SELECT ${OF('p."assignmentId"')} AS of, p."sentencesRead", p."startedAt", p."finishedAt",
      (SELECT json_agg(t.term ORDER BY t.term) FROM "GlossaryLookup" l JOIN "GlossaryTerm" t ON t.id = l."termId"
        WHERE l."assignmentId" = p."assignmentId" AND l."enrolmentId" = p."enrolmentId") AS "wordsLookedUp"
    FROM "ReadingProgress" p WHERE p."enrolmentId" IN ${MINE} ORDER BY p."startedAt"`,
}

const answers: OwnFile = {
  path: "answers.json",
  text: `SELECT ${OF('a."assignmentId"')} AS of, a.number AS attempt, a.state, a."startedAt", a."submittedAt", a."deadlineAt",
      (SELECT json_agg(json_build_object('position', i.position, 'question', v.prompt, 'type', v.type,
          'answer', r.value, 'confidence', r.confidence, 'flagged', r.flagged, 'savedAt', r."savedAt",
          'saves', (SELECT json_agg(json_build_object('answer', s.value, 'savedAt', s."savedAt", 'late', s.late) ORDER BY s.id)
            FROM "ResponseSave" s WHERE s."attemptId" = a.id AND s."itemId" = v."itemId")) ORDER BY i.position)
        FROM "AttemptItem" i JOIN "ItemVersion" v ON v.id = i."itemVersionId"
        LEFT JOIN "Response" r ON r."attemptId" = a.id AND r."itemId" = v."itemId" WHERE i."attemptId" = a.id) AS items,
      (SELECT json_agg(json_build_object('kind', h.kind, 'startedAt', h."startedAt", 'answers',
          (SELECT json_agg(json_build_object('answer', w.value, 'answeredAt', w."answeredAt") ORDER BY w.position) FROM "RehearsalAnswer" w WHERE w."rehearsalId" = h.id)))
        FROM "Rehearsal" h WHERE h."attemptId" = a.id) AS practice
    FROM "Attempt" a WHERE a."enrolmentId" IN ${MINE} ORDER BY a."startedAt", a.id`,
}

const results: OwnFile = {
  path: "results.json",
  text: `SELECT ${OF('a."assignmentId"')} AS of, a.number AS attempt,
      (SELECT json_agg(json_build_object('question', v.prompt, 'earned', s.numerator, 'of', s.denominator) ORDER BY i.position)
        FROM "AttemptItem" i JOIN "ItemVersion" v ON v.id = i."itemVersionId"
        JOIN LATERAL (SELECT o.numerator, o.denominator FROM "Scoring" o WHERE o."attemptId" = a.id AND o."itemId" = v."itemId" ORDER BY o.id DESC LIMIT 1) s ON true
        WHERE i."attemptId" = a.id) AS scores,
      (SELECT json_agg(json_build_object('reason', q.reason, 'state', q.state, 'at', q."createdAt", 'answer', q.answer)) FROM "Appeal" q WHERE q."attemptId" = a.id) AS appeals,
      (SELECT json_agg(json_build_object('words', y.body, 'at', y."createdAt")) FROM "GradeReply" y WHERE y."attemptId" = a.id AND y."fromStudent") AS "repliesToComments",
      (SELECT json_build_object('earned', d.numerator, 'of', d.denominator, 'comment', d.comment) FROM "DiscussionGrade" d
        WHERE d."assignmentId" = a."assignmentId" AND d."enrolmentId" = a."enrolmentId" ORDER BY d.id DESC LIMIT 1) AS discussion,
      (SELECT json_build_object('earned', r."earnedNumerator", 'per', r."earnedDenominator", 'of', r.possible, 'reason', CASE WHEN r."reasonShown" THEN r.reason END)
        FROM "GradeOverride" r WHERE r."assignmentId" = a."assignmentId" AND r."enrolmentId" = a."enrolmentId" ORDER BY r.id DESC LIMIT 1) AS "setByHand"
    FROM "Attempt" a WHERE a."enrolmentId" IN ${MINE} AND a.state = 'submitted' AND ${RELEASED('a."assignmentId"', 'a."enrolmentId"')}
    ORDER BY a."startedAt", a.id`,
}

const posts: OwnFile = {
  path: "posts.json",
  text: `SELECT ${OF('t."assignmentId"')} AS of, q.text AS prompt, n.name AS "signedAs", p.move, p.side, p.state, p.body, p."createdAt", p."editedAt",
      p."parentId" IS NOT NULL AS "isReply",
      (SELECT json_agg(json_build_object('words', v.body, 'at', v."createdAt") ORDER BY v.number) FROM "PostRevision" v WHERE v."postId" = p.id) AS earlier,
      (SELECT json_agg(json_build_object('sentence', ${SENTENCE('k."revisionId"', 'k."sentenceId"')}, 'quote', k.quote) ORDER BY k.position) FROM "Citation" k WHERE k."postId" = p.id) AS cites,
      (SELECT json_agg(json_build_object('title', o.title, 'address', o.address, 'publisher', o.publisher, 'published', o.published) ORDER BY o.position) FROM "SourceCitation" o WHERE o."postId" = p.id) AS sources,
      (SELECT json_agg(json_build_object('words', w.body, 'at', w."createdAt") ORDER BY w.number) FROM "Restatement" w WHERE w."postId" = p.id) AS restated,
      (SELECT json_agg(json_build_object('kind', m.kind, 'reason', m.reason, 'at', m.at, 'appeal', (SELECT json_build_object('words', l.words, 'granted', l.granted, 'answer', l.answer) FROM "ActAppeal" l WHERE l."actId" = m.id)) ORDER BY m.at)
        FROM "ModerationAct" m WHERE m."postId" = p.id AND m."untoldFor" IS NULL AND m.kind IN ('hidden', 'shown', 'returned', 'republished')) AS "whatStaffDid"
    FROM "Post" p JOIN "PostAlias" n ON n.id = p."aliasId" JOIN "Thread" t ON t.id = p."threadId" JOIN "Prompt" q ON q.id = t."promptId"
    WHERE p.id IN ${MY_POSTS} ORDER BY p."createdAt", p.id`,
}

const saidOfOthers: OwnFile = {
  path: "said-of-others.json",
  text: `SELECT 'what I meant, when restated' AS what, r.meant AS words, r."answeredAt" AS at FROM "Restatement" r JOIN "Post" reply ON reply.id = r."postId"
      WHERE reply."parentId" IN ${MY_POSTS} AND r.meant IS NOT NULL
    UNION ALL
    SELECT 'report (' || o.kind || ')', o.reason, o."createdAt" FROM "PostReport" o WHERE o."enrolmentId" IN ${MINE}
    ORDER BY 3`,
}

const stances: OwnFile = {
  path: "stances.json",
  text: `SELECT ${OF('j."assignmentId"')} AS of, (SELECT v."stanceStatement" FROM "Assignment" z JOIN "LessonVersion" v ON v.id = z."lessonVersionId" WHERE z.id = j."assignmentId") AS statement,
      s.moment, s.position, s.confidence, s.reason, s."movedBy"
    FROM "StanceSubject" j JOIN "Stance" s ON s."subjectId" = j.id WHERE j."userId" = $1 ORDER BY j.id, s.moment`,
}

const told: OwnFile = {
  path: "told-to-me.json",
  text: `SELECT 'my name was opened' AS what, v.reason AS words, v."revealedAt" AS at FROM "NameReveal" v WHERE v."aliasId" IN ${MY_NAMES}
    UNION ALL SELECT 'somebody answered me', NULL, o."createdAt" FROM "Notice" o WHERE o."userId" = $1
    UNION ALL SELECT 'asked to go on', NULL, d.at FROM "Nudge" d WHERE d."enrolmentId" IN ${MINE}
    UNION ALL SELECT 'dates of my own', NULL, coalesce(x."dueAt", x."closesAt") FROM "AssignmentException" x WHERE x."enrolmentId" IN ${MINE}
    ORDER BY 3`,
}

const made: OwnFile = {
  path: "made.json",
  text: `SELECT 'lesson' AS what, l.slug AS name, l."createdAt" AS at FROM "Lesson" l WHERE l."ownerId" = $1
    UNION ALL SELECT 'reading', (SELECT v.title FROM "ReadingRevision" v WHERE v."readingId" = r.id ORDER BY v.number DESC LIMIT 1), r."createdAt" FROM "Reading" r WHERE r."ownerId" = $1
    UNION ALL SELECT 'comment kept for grading', b.body, b."createdAt" FROM "BankComment" b WHERE b."userId" = $1
    UNION ALL SELECT 'word for a lesson', o.note, o.at FROM "LessonSignOff" o WHERE o."userId" = $1
    ORDER BY 3`,
}

const activity: OwnFile = {
  path: "activity.json",
  text: `SELECT v.at, v.kind FROM "Event" v WHERE v."actorId" = $1 ORDER BY v.id`,
}

export const OWN_FILES: readonly OwnFile[] = [
  account,
  classes,
  notes,
  reading,
  answers,
  results,
  posts,
  saidOfOthers,
  stances,
  told,
  made,
  activity,
]
