-- CreateTable
CREATE TABLE "Nudge" (
    "assignmentId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("assignmentId","enrolmentId")
);

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
