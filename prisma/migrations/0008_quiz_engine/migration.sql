-- CreateEnum
CREATE TYPE "CountedAttempt" AS ENUM ('newest', 'best', 'mean');

-- CreateEnum
CREATE TYPE "ItemOrder" AS ENUM ('free', 'one_way');

-- CreateEnum
CREATE TYPE "AppealState" AS ENUM ('open', 'upheld', 'declined');

-- CreateEnum
CREATE TYPE "RehearsalKind" AS ENUM ('retry', 'one_week', 'three_weeks');

-- AlterTable
ALTER TABLE "Accommodation" ADD COLUMN     "extraDays" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "largerType" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "readAloud" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "updatedById" UUID;

-- AlterTable
ALTER TABLE "LessonVersionItem" ADD COLUMN     "poolId" UUID;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "asksConfidence" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "coolDownMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "countedAttempt" "CountedAttempt" NOT NULL DEFAULT 'newest',
ADD COLUMN     "itemOrder" "ItemOrder" NOT NULL DEFAULT 'free',
ADD COLUMN     "latePercentMost" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "latePercentPerDay" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "quizStartedAt" TIMESTAMPTZ(3),
ADD COLUMN     "teacherStarts" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "takenFromId" UUID;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "reached" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "seed" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "confidence" INTEGER;

-- CreateTable
CREATE TABLE "ItemPool" (
    "id" UUID NOT NULL,
    "lessonVersionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "draw" INTEGER NOT NULL,

    CONSTRAINT "ItemPool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonSignOff" (
    "lessonVersionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "editNumber" INTEGER NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LessonSignOff_pkey" PRIMARY KEY ("lessonVersionId","userId")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "attemptId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "AppealState" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("attemptId","itemId")
);

-- CreateTable
CREATE TABLE "Rehearsal" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "kind" "RehearsalKind" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Rehearsal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RehearsalAnswer" (
    "rehearsalId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "optionSeed" INTEGER NOT NULL,
    "value" JSONB,
    "numerator" INTEGER,
    "denominator" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "RehearsalAnswer_pkey" PRIMARY KEY ("rehearsalId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "ItemPool_lessonVersionId_name_key" ON "ItemPool"("lessonVersionId", "name");

-- CreateIndex
CREATE INDEX "Rehearsal_attemptId_idx" ON "Rehearsal"("attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "RehearsalAnswer_rehearsalId_itemId_key" ON "RehearsalAnswer"("rehearsalId", "itemId");

-- AddForeignKey
ALTER TABLE "LessonVersionItem" ADD CONSTRAINT "LessonVersionItem_poolId_fkey" FOREIGN KEY ("poolId") REFERENCES "ItemPool"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemPool" ADD CONSTRAINT "ItemPool_lessonVersionId_fkey" FOREIGN KEY ("lessonVersionId") REFERENCES "LessonVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonSignOff" ADD CONSTRAINT "LessonSignOff_lessonVersionId_fkey" FOREIGN KEY ("lessonVersionId") REFERENCES "LessonVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonSignOff" ADD CONSTRAINT "LessonSignOff_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_takenFromId_fkey" FOREIGN KEY ("takenFromId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rehearsal" ADD CONSTRAINT "Rehearsal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RehearsalAnswer" ADD CONSTRAINT "RehearsalAnswer_rehearsalId_fkey" FOREIGN KEY ("rehearsalId") REFERENCES "Rehearsal"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Rules that the schema language cannot say.

ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_late_is_a_percentage"
  CHECK ("latePercentPerDay" BETWEEN 0 AND 100 AND "latePercentMost" BETWEEN 0 AND 100);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_cools_down_forward" CHECK ("coolDownMinutes" >= 0);
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_reached_an_item" CHECK (reached >= 1);
ALTER TABLE "Response" ADD CONSTRAINT "Response_confidence_on_the_scale" CHECK (confidence BETWEEN 1 AND 3);
ALTER TABLE "ItemPool" ADD CONSTRAINT "ItemPool_draws_some" CHECK (draw >= 1);

-- A decision on an appeal has a moment and a person, and only a decision has.
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decided_or_open"
  CHECK ((state = 'open') = ("decidedAt" IS NULL) AND ("decidedAt" IS NULL) = ("decidedById" IS NULL));

-- Each delayed recall is offered once per attempt; missed items may be practised as often as one likes.
CREATE UNIQUE INDEX "Rehearsal_recall_once" ON "Rehearsal" ("attemptId", kind) WHERE kind <> 'retry';
ALTER TABLE "RehearsalAnswer" ADD CONSTRAINT "RehearsalAnswer_is_whole_or_none"
  CHECK ((numerator IS NULL) = (denominator IS NULL) AND (denominator IS NULL OR denominator > 0));
