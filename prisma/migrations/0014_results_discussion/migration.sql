-- CreateTable
CREATE TABLE "DiscussionRubric" (
    "assignmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "rubric" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscussionRubric_pkey" PRIMARY KEY ("assignmentId","number")
);

-- CreateTable
CREATE TABLE "DiscussionGrade" (
    "id" BIGSERIAL NOT NULL,
    "assignmentId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "rubricNumber" INTEGER NOT NULL,
    "levels" JSONB NOT NULL,
    "comment" TEXT NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscussionGrade_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DiscussionGrade_assignmentId_enrolmentId_id_idx" ON "DiscussionGrade"("assignmentId", "enrolmentId", "id");

-- AddForeignKey
ALTER TABLE "DiscussionRubric" ADD CONSTRAINT "DiscussionRubric_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionGrade" ADD CONSTRAINT "DiscussionGrade_assignmentId_rubricNumber_fkey" FOREIGN KEY ("assignmentId", "rubricNumber") REFERENCES "DiscussionRubric"("assignmentId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionGrade" ADD CONSTRAINT "DiscussionGrade_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A share of what the rubric can give, never less than none nor more than all.
ALTER TABLE "DiscussionGrade" ADD CONSTRAINT "DiscussionGrade_is_a_share"
  CHECK (denominator > 0 AND numerator BETWEEN 0 AND denominator);
