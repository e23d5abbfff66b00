-- Rules that the schema language cannot say. The code keeps them too; here they hold whoever writes.

-- One deployment is one school.
ALTER TABLE "School" ADD CONSTRAINT "School_only_one" CHECK (id = 1);

-- An assignment opens, then is due, then closes.
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_dates_in_order"
  CHECK ("opensAt" < "dueAt" AND "dueAt" <= "closesAt");

-- At most one open attempt per student and assignment: two presses of "start" make one sitting.
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt" ("assignmentId", "enrolmentId") WHERE state = 'open';

-- The sweep for attempts past their deadline.
CREATE INDEX "Attempt_overdue" ON "Attempt" ("deadlineAt") WHERE state = 'open';

ALTER TABLE "Stance" ADD CONSTRAINT "Stance_on_the_scale"
  CHECK (position BETWEEN -2 AND 2 AND confidence BETWEEN 1 AND 4);

ALTER TABLE "Scoring" ADD CONSTRAINT "Scoring_is_a_fraction" CHECK (denominator > 0);
ALTER TABLE "Response" ADD CONSTRAINT "Response_counts_up" CHECK ("saveNumber" > 0);

-- A save is kept once, however often it is repeated; two values under one save number are two rows. (An index on the
-- text of the value, because JSON of any length must fit; it also serves every look-up by attempt and item.)
CREATE UNIQUE INDEX "ResponseSave_kept_once"
  ON "ResponseSave" ("attemptId", "itemId", "saveNumber", md5(value::text));

-- The machine scores an answer once. Teachers and regrades add rows; nothing is overwritten.
CREATE UNIQUE INDEX "Scoring_automatic_once" ON "Scoring" ("attemptId", "itemId") WHERE source = 'automatic';

-- Discussion. One thread per prompt for the whole class: the generated index takes no notice of a null group.
CREATE UNIQUE INDEX "Thread_one_per_class" ON "Thread" ("assignmentId", "promptId") WHERE "groupId" IS NULL;

ALTER TABLE "Post" ADD CONSTRAINT "Post_says_something" CHECK (length(body) BETWEEN 1 AND 40000);
ALTER TABLE "Post" ADD CONSTRAINT "Post_answers_another" CHECK ("parentId" IS NULL OR "parentId" <> id);
-- A reply says how it stands to its parent by its move, a post at the top by the side it declares.
ALTER TABLE "Post" ADD CONSTRAINT "Post_reply_has_no_side" CHECK ("parentId" IS NULL OR side IS NULL);
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_at_most_five" CHECK (position BETWEEN 1 AND 5);

-- A stance is said whole or not at all; what moved somebody is asked once.
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_whole_or_unsaid"
  CHECK ((position IS NULL) = (confidence IS NULL)
         AND (position IS NOT NULL OR (reason IS NULL AND "movedBy" IS NULL)));
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_moved_by_discussion"
  CHECK ("movedBy" IS NULL OR moment = 'after_discussion');
