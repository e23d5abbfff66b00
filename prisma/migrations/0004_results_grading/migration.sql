-- Who graded: known beside the grade itself, so that another teacher can be told. Null where a machine scored.
ALTER TABLE "Scoring" ADD COLUMN "createdById" UUID;

ALTER TABLE "Scoring" ADD CONSTRAINT "Scoring_teacher_is_known"
  CHECK (source <> 'teacher' OR "createdById" IS NOT NULL);
