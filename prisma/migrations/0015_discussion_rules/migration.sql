-- CreateTable
CREATE TABLE "DiscussionRules" (
    "assignmentId" UUID NOT NULL,
    "ownPostBy" TIMESTAMPTZ(3),
    "requiresRestatement" BOOLEAN NOT NULL DEFAULT false,
    "byGroups" BOOLEAN NOT NULL DEFAULT false,
    "premoderated" BOOLEAN NOT NULL DEFAULT false,
    "slowSeconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DiscussionRules_pkey" PRIMARY KEY ("assignmentId")
);

-- AddForeignKey
ALTER TABLE "DiscussionRules" ADD CONSTRAINT "DiscussionRules_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;


