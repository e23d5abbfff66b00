-- CreateTable
CREATE TABLE "AssignmentGrading" (
    "assignmentId" UUID NOT NULL,
    "asksSecond" BOOLEAN NOT NULL DEFAULT false,
    "holds" BOOLEAN NOT NULL DEFAULT false,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssignmentGrading_pkey" PRIMARY KEY ("assignmentId")
);

-- CreateTable
CREATE TABLE "GradeDraft" (
    "attemptId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "graderId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "levels" JSONB,
    "comment" TEXT,
    "basedOn" BIGINT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GradeDraft_pkey" PRIMARY KEY ("attemptId","itemId","graderId")
);

-- CreateTable
CREATE TABLE "SecondGrade" (
    "id" BIGSERIAL NOT NULL,
    "attemptId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "againstId" BIGINT NOT NULL,
    "saveNumber" INTEGER,
    "keyRevision" INTEGER NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER NOT NULL,
    "grade" JSONB NOT NULL,
    "graderId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SecondGrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankComment" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BankComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GradeReply" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "fromStudent" BOOLEAN NOT NULL,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "GradeReply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "GradeDraft_graderId_idx" ON "GradeDraft"("graderId");

-- CreateIndex
CREATE UNIQUE INDEX "SecondGrade_attemptId_itemId_againstId_key" ON "SecondGrade"("attemptId", "itemId", "againstId");

-- CreateIndex
CREATE INDEX "BankComment_userId_idx" ON "BankComment"("userId");

-- CreateIndex
CREATE INDEX "GradeReply_attemptId_itemId_idx" ON "GradeReply"("attemptId", "itemId");

-- AddForeignKey
ALTER TABLE "AssignmentGrading" ADD CONSTRAINT "AssignmentGrading_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeDraft" ADD CONSTRAINT "GradeDraft_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeDraft" ADD CONSTRAINT "GradeDraft_graderId_fkey" FOREIGN KEY ("graderId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondGrade" ADD CONSTRAINT "SecondGrade_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankComment" ADD CONSTRAINT "BankComment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeReply" ADD CONSTRAINT "GradeReply_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that the schema language cannot say.
ALTER TABLE "GradeDraft" ADD CONSTRAINT "GradeDraft_counts_up" CHECK (number > 0);
ALTER TABLE "GradeDraft" ADD CONSTRAINT "GradeDraft_whole_or_given" CHECK ((levels IS NULL) = (comment IS NULL));
ALTER TABLE "SecondGrade" ADD CONSTRAINT "SecondGrade_is_a_fraction" CHECK (denominator > 0);
ALTER TABLE "BankComment" ADD CONSTRAINT "BankComment_says_something" CHECK (length(body) BETWEEN 1 AND 2000);
ALTER TABLE "GradeReply" ADD CONSTRAINT "GradeReply_says_something" CHECK (length(body) BETWEEN 1 AND 1000);
ALTER TABLE "GradeReply" ADD CONSTRAINT "GradeReply_read_of_students" CHECK ("fromStudent" OR "readAt" IS NULL);
-- What a teacher has yet to read: counted on the first page.
CREATE INDEX "GradeReply_unread" ON "GradeReply" ("attemptId") WHERE "fromStudent" AND "readAt" IS NULL;
