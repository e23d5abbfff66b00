-- CreateEnum
CREATE TYPE "FixKind" AS ENUM ('rekey', 'accept', 'credit', 'drop', 'points');

-- AlterTable
ALTER TABLE "ItemKey" ADD COLUMN     "assignmentId" UUID;

-- AlterTable
ALTER TABLE "ScoringBatch" ADD COLUMN     "after" JSONB,
ADD COLUMN     "assignmentId" UUID,
ADD COLUMN     "before" JSONB,
ADD COLUMN     "itemId" UUID,
ADD COLUMN     "kind" "FixKind";

-- CreateTable
CREATE TABLE "AssignmentItem" (
    "assignmentId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "dropped" BOOLEAN NOT NULL DEFAULT false,
    "credited" BOOLEAN NOT NULL DEFAULT false,
    "points" INTEGER,

    CONSTRAINT "AssignmentItem_pkey" PRIMARY KEY ("assignmentId","itemId")
);

-- CreateIndex
CREATE INDEX "ScoringBatch_assignmentId_itemId_idx" ON "ScoringBatch"("assignmentId", "itemId");

-- AddForeignKey
ALTER TABLE "ItemKey" ADD CONSTRAINT "ItemKey_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentItem" ADD CONSTRAINT "AssignmentItem_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;


