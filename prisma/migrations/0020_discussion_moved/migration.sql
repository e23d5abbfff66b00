-- AlterTable
ALTER TABLE "Stance" ADD COLUMN     "movedByPostId" UUID,
ADD COLUMN     "movedBySentenceId" UUID;

-- CreateTable
CREATE TABLE "WaitingPost" (
    "postId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "offered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "WaitingPost_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "Offer" (
    "enrolmentId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "skippedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("enrolmentId","postId")
);

-- CreateIndex
CREATE INDEX "WaitingPost_threadId_offered_seq_idx" ON "WaitingPost"("threadId", "offered", "seq");

-- CreateIndex
CREATE INDEX "Offer_threadId_enrolmentId_idx" ON "Offer"("threadId", "enrolmentId");

-- CreateIndex
CREATE INDEX "Offer_postId_idx" ON "Offer"("postId");

-- AddForeignKey
ALTER TABLE "WaitingPost" ADD CONSTRAINT "WaitingPost_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What moved somebody is one thing, of somebody who said where they stand, and never before anything was read.
ALTER TABLE "Stance" DROP CONSTRAINT "Stance_moved_by_discussion";
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_moved_by_one_thing"
  CHECK (num_nonnulls("movedBy", "movedBySentenceId", "movedByPostId") <= 1
         AND (num_nonnulls("movedBy", "movedBySentenceId", "movedByPostId") = 0
              OR (position IS NOT NULL AND moment <> 'before_reading')));

-- Which posts wait for an answer, whoever posts, answers, hides, takes back or shows: looked at again for a post at the
-- top when it or an answer to it comes or changes its state.
CREATE FUNCTION keep_waiting_post() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  top uuid := coalesce(NEW."parentId", NEW.id);
BEGIN
  -- Of two changes at once the later sees the earlier: each statement of a function looks anew.
  PERFORM 1 FROM "Thread" WHERE id = NEW."threadId" FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM "Post" p
    WHERE p.id = top AND p."parentId" IS NULL AND p.state = 'visible'
      AND NOT EXISTS (SELECT 1 FROM "Post" reply WHERE reply."parentId" = top AND reply.state = 'visible'))
  THEN
    INSERT INTO "WaitingPost" ("postId", "threadId", seq, offered)
    SELECT p.id, p."threadId", p.seq, (SELECT count(*) FROM "Offer" o WHERE o."postId" = p.id)
    FROM "Post" p WHERE p.id = top
    ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM "WaitingPost" WHERE "postId" = top;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Post_keeps_waiting" AFTER INSERT OR UPDATE OF state ON "Post"
  FOR EACH ROW EXECUTE FUNCTION keep_waiting_post();

INSERT INTO "WaitingPost" ("postId", "threadId", seq)
SELECT p.id, p."threadId", p.seq FROM "Post" p
WHERE p."parentId" IS NULL AND p.state = 'visible'
  AND NOT EXISTS (SELECT 1 FROM "Post" reply WHERE reply."parentId" = p.id AND reply.state = 'visible');
