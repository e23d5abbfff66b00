/**
 * Every column that says which member of staff did something to what stays. Most of them are plain ids without a foreign
 * key: a test that looks for an erased person's id in every column finds one that is missing here.
 */
export const STAFF_MARKS: readonly (readonly [table: string, column: string])[] = [
  ["Class", "createdById"],
  ["Class", "discussionsFrozenById"],
  ["Accommodation", "updatedById"],
  ["ReadingRevision", "createdById"],
  ["ItemKey", "createdById"],
  ["Assignment", "createdById"],
  ["Attempt", "reopenedById"],
  ["Scoring", "createdById"],
  ["ScoringBatch", "createdById"],
  ["Appeal", "decidedById"],
  ["Gradebook", "updatedById"],
  ["GradeOverride", "createdById"],
  ["SecondGrade", "graderId"],
  ["GradeReply", "authorId"],
  ["NameReveal", "revealedById"],
  ["Restatement", "ruledById"],
  ["PostReport", "takenById"],
  ["PostReport", "resolvedById"],
  ["PostHiding", "hiddenById"],
  ["PostHiding", "liftedById"],
  ["PostReturn", "returnedById"],
  ["WatchWord", "createdById"],
  ["PostFlag", "clearedById"],
  ["DiscussionNorms", "createdById"],
  ["ModerationAct", "actorId"],
  ["ActAppeal", "decidedById"],
  ["DiscussionRubric", "createdById"],
  ["DiscussionGrade", "createdById"],
]
