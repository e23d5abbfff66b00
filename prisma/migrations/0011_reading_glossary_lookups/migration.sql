-- CreateTable
CREATE TABLE "GlossaryLookup" (
    "assignmentId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "termId" UUID NOT NULL,

    CONSTRAINT "GlossaryLookup_pkey" PRIMARY KEY ("assignmentId","enrolmentId","termId")
);

-- CreateIndex
CREATE INDEX "GlossaryLookup_termId_idx" ON "GlossaryLookup"("termId");

-- AddForeignKey
ALTER TABLE "GlossaryLookup" ADD CONSTRAINT "GlossaryLookup_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GlossaryLookup" ADD CONSTRAINT "GlossaryLookup_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GlossaryLookup" ADD CONSTRAINT "GlossaryLookup_termId_fkey" FOREIGN KEY ("termId") REFERENCES "GlossaryTerm"("id") ON DELETE CASCADE ON UPDATE CASCADE;


