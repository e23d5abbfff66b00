-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('unkind', 'off_point', 'personal_data', 'other', 'worried');

-- CreateEnum
CREATE TYPE "ModerationKind" AS ENUM ('hidden', 'shown', 'locked', 'unlocked', 'frozen', 'unfrozen', 'reports_dismissed', 'worry_taken', 'private_opened', 'name_revealed', 'flags_cleared', 'returned', 'republished');

-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "discussionsFrozenAt" TIMESTAMPTZ(3),
ADD COLUMN     "discussionsFrozenById" UUID,
ADD COLUMN     "discussionsFrozenFor" TEXT,
ADD COLUMN     "helpLine" TEXT;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "lockedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lockedFor" TEXT;

-- AlterTable
ALTER TABLE "PostReport" ADD COLUMN     "kind" "ReportKind" NOT NULL DEFAULT 'other',
ADD COLUMN     "takenAt" TIMESTAMPTZ(3),
ADD COLUMN     "takenById" UUID;

-- CreateTable
CREATE TABLE "DiscussionNorms" (
    "classId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "list" JSONB NOT NULL,
    "asksAgain" BOOLEAN NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscussionNorms_pkey" PRIMARY KEY ("classId","number")
);

-- CreateTable
CREATE TABLE "NormsAcceptance" (
    "enrolmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NormsAcceptance_pkey" PRIMARY KEY ("enrolmentId","number")
);

-- CreateTable
CREATE TABLE "ThreadPace" (
    "threadId" UUID NOT NULL,
    "aliasId" UUID NOT NULL,
    "lastPostAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadPace_pkey" PRIMARY KEY ("threadId","aliasId")
);

-- CreateTable
CREATE TABLE "ModerationAct" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "assignmentId" UUID,
    "promptId" UUID,
    "postId" UUID,
    "kind" "ModerationKind" NOT NULL,
    "normsNumber" INTEGER,
    "norm" INTEGER,
    "ruleKind" "ReportKind",
    "reason" TEXT NOT NULL,
    "untoldFor" TEXT,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoesId" UUID,

    CONSTRAINT "ModerationAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActAppeal" (
    "actId" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted" BOOLEAN,
    "answer" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "ActAppeal_pkey" PRIMARY KEY ("actId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ModerationAct_undoesId_key" ON "ModerationAct"("undoesId");

-- CreateIndex
CREATE INDEX "ModerationAct_classId_at_idx" ON "ModerationAct"("classId", "at");

-- CreateIndex
CREATE INDEX "ModerationAct_assignmentId_idx" ON "ModerationAct"("assignmentId");

-- CreateIndex
CREATE INDEX "ModerationAct_postId_idx" ON "ModerationAct"("postId");

-- AddForeignKey
ALTER TABLE "DiscussionNorms" ADD CONSTRAINT "DiscussionNorms_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NormsAcceptance" ADD CONSTRAINT "NormsAcceptance_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadPace" ADD CONSTRAINT "ThreadPace_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadPace" ADD CONSTRAINT "ThreadPace_aliasId_fkey" FOREIGN KEY ("aliasId") REFERENCES "PostAlias"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAct" ADD CONSTRAINT "ModerationAct_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAct" ADD CONSTRAINT "ModerationAct_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAct" ADD CONSTRAINT "ModerationAct_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "ModerationAct"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActAppeal" ADD CONSTRAINT "ActAppeal_actId_fkey" FOREIGN KEY ("actId") REFERENCES "ModerationAct"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The ledger is written, never rewritten.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger of moderation is append-only';
END $$;
CREATE TRIGGER "ModerationAct_append_only" BEFORE UPDATE ON "ModerationAct"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

-- A norm has a number of its version, and from 1 counted.
ALTER TABLE "ModerationAct" ADD CONSTRAINT "ModerationAct_norm_of_a_version"
  CHECK ((norm IS NULL) = ("normsNumber" IS NULL) AND (norm IS NULL OR norm >= 1) AND ("normsNumber" IS NULL OR "normsNumber" >= 0));

-- Decided whole or not at all.
ALTER TABLE "ActAppeal" ADD CONSTRAINT "ActAppeal_decided_whole"
  CHECK ((granted IS NULL) = ("decidedAt" IS NULL));

-- What nobody has taken yet is asked for on every staff page.
CREATE INDEX "PostReport_untaken" ON "PostReport" ("postId") WHERE kind = 'worried' AND "takenAt" IS NULL;

-- What was hidden and shown before there was a ledger.
INSERT INTO "ModerationAct" (id, "classId", "assignmentId", "promptId", "postId", kind, reason, "actorId", at)
SELECT h.id, a."classId", a.id, t."promptId", h."postId", 'hidden', h.reason, h."hiddenById", h."hiddenAt"
FROM "PostHiding" h JOIN "Post" po ON po.id = h."postId" JOIN "Thread" t ON t.id = po."threadId"
JOIN "Assignment" a ON a.id = t."assignmentId";
INSERT INTO "ModerationAct" (id, "classId", "assignmentId", "promptId", "postId", kind, reason, "actorId", at, "undoesId")
SELECT gen_random_uuid(), a."classId", a.id, t."promptId", h."postId", 'shown', '', h."liftedById", h."liftedAt", h.id
FROM "PostHiding" h JOIN "Post" po ON po.id = h."postId" JOIN "Thread" t ON t.id = po."threadId"
JOIN "Assignment" a ON a.id = t."assignmentId" WHERE h."liftedAt" IS NOT NULL AND h."liftedById" IS NOT NULL;

-- Words are asked for only where the kind says nothing.
ALTER TABLE "PostReport" DROP CONSTRAINT "PostReport_says_why";
ALTER TABLE "PostReport" ADD CONSTRAINT "PostReport_says_why" CHECK (length(reason) <= 2000 AND (reason <> '' OR kind <> 'other'));
