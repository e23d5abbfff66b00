-- AlterTable
ALTER TABLE "Stance" ADD COLUMN     "movedByPostId" UUID,
ADD COLUMN     "movedBySentenceId" UUID;

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
CREATE INDEX "Offer_threadId_enrolmentId_idx" ON "Offer"("threadId", "enrolmentId");

-- CreateIndex
CREATE INDEX "Offer_postId_idx" ON "Offer"("postId");

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
