-- DropForeignKey
ALTER TABLE "Thread" DROP CONSTRAINT "Thread_groupId_fkey";

-- DropIndex
DROP INDEX "Group_classId_name_key";

-- DropIndex
DROP INDEX "GroupMember_enrolmentId_idx";

-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- One group of a class for each enrolment: of two, the one made first stays.
DELETE FROM "GroupMember" later USING "GroupMember" first
WHERE later."enrolmentId" = first."enrolmentId" AND later."groupId" > first."groupId";

-- AlterTable
ALTER TABLE "GroupMember" DROP CONSTRAINT "GroupMember_pkey",
ADD CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("enrolmentId");

-- CreateTable
CREATE TABLE "GroupUndo" (
    "classId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "change" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroupUndo_pkey" PRIMARY KEY ("classId")
);

-- CreateIndex
CREATE INDEX "Group_classId_idx" ON "Group"("classId");

-- CreateIndex
CREATE INDEX "GroupMember_groupId_idx" ON "GroupMember"("groupId");

-- AddForeignKey
ALTER TABLE "GroupUndo" ADD CONSTRAINT "GroupUndo_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two groups that stand never have the same name; one that was taken away keeps its own.
CREATE UNIQUE INDEX "Group_one_of_a_name" ON "Group" ("classId", "name") WHERE "removedAt" IS NULL;
