-- CreateEnum
CREATE TYPE "MissingCounts" AS ENUM ('zero_after_close', 'never');

-- CreateTable
CREATE TABLE "Gradebook" (
    "classId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "lateWord" TEXT,
    "excusedWord" TEXT,
    "missingWord" TEXT,
    "missingCounts" "MissingCounts" NOT NULL DEFAULT 'zero_after_close',
    "updatedById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Gradebook_pkey" PRIMARY KEY ("classId")
);

-- CreateTable
CREATE TABLE "GradeCategory" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "dropLowest" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "GradeCategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CategoryAssignment" (
    "assignmentId" UUID NOT NULL,
    "categoryId" UUID NOT NULL,

    CONSTRAINT "CategoryAssignment_pkey" PRIMARY KEY ("assignmentId")
);

-- CreateTable
CREATE TABLE "GradeOverride" (
    "id" BIGSERIAL NOT NULL,
    "assignmentId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "earnedNumerator" BIGINT,
    "earnedDenominator" BIGINT,
    "possible" INTEGER,
    "fromNumerator" BIGINT,
    "fromDenominator" BIGINT,
    "fromPossible" INTEGER,
    "reason" TEXT NOT NULL,
    "reasonShown" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GradeOverride_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "GradeCategory_classId_position_key" ON "GradeCategory"("classId", "position");

-- CreateIndex
CREATE INDEX "CategoryAssignment_categoryId_idx" ON "CategoryAssignment"("categoryId");

-- CreateIndex
CREATE INDEX "GradeOverride_assignmentId_enrolmentId_id_idx" ON "GradeOverride"("assignmentId", "enrolmentId", "id");

-- CreateIndex
CREATE INDEX "GradeOverride_enrolmentId_idx" ON "GradeOverride"("enrolmentId");

-- AddForeignKey
ALTER TABLE "Gradebook" ADD CONSTRAINT "Gradebook_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeCategory" ADD CONSTRAINT "GradeCategory_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CategoryAssignment" ADD CONSTRAINT "CategoryAssignment_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CategoryAssignment" ADD CONSTRAINT "CategoryAssignment_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "GradeCategory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeOverride" ADD CONSTRAINT "GradeOverride_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeOverride" ADD CONSTRAINT "GradeOverride_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say.
ALTER TABLE "GradeCategory" ADD CONSTRAINT "GradeCategory_weighs" CHECK (weight >= 0 AND "dropLowest" >= 0);

-- A score is set or taken back, never half of it; what is set lies between nothing and everything.
ALTER TABLE "GradeOverride" ADD CONSTRAINT "GradeOverride_is_a_score" CHECK (
  ("earnedNumerator" IS NULL AND "earnedDenominator" IS NULL AND possible IS NULL)
  OR ("earnedNumerator" IS NOT NULL AND "earnedDenominator" > 0 AND possible > 0
    AND "earnedNumerator" >= 0 AND "earnedNumerator" <= "earnedDenominator" * possible));
