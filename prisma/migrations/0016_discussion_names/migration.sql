-- AlterEnum
ALTER TYPE "PostNames" ADD VALUE 'sealed';

-- DropIndex
DROP INDEX "PostAlias_assignmentId_enrolmentId_key";

-- DropIndex
DROP INDEX "PostAlias_assignmentId_name_key";

-- AlterTable
ALTER TABLE "PostAlias" ADD COLUMN     "promptId" UUID;

-- A pseudonym that stood for somebody over all prompts becomes one for each prompt they posted at. What was signed keeps
-- its name; one that nobody has signed with yet is forgotten, and given anew.
INSERT INTO "PostAlias" (id, "assignmentId", "promptId", "enrolmentId", name)
  SELECT gen_random_uuid(), pa."assignmentId", signed."promptId", pa."enrolmentId", pa.name
  FROM "PostAlias" pa
  JOIN (SELECT DISTINCT po."aliasId", t."promptId" FROM "Post" po JOIN "Thread" t ON t.id = po."threadId") signed
    ON signed."aliasId" = pa.id;

UPDATE "Post" po SET "aliasId" = made.id
  FROM "Thread" t, "PostAlias" was, "PostAlias" made
  WHERE t.id = po."threadId" AND was.id = po."aliasId" AND made."promptId" = t."promptId"
    AND made."assignmentId" = was."assignmentId" AND made."enrolmentId" = was."enrolmentId";

DELETE FROM "PostAlias" WHERE "promptId" IS NULL;

ALTER TABLE "PostAlias" ALTER COLUMN "promptId" SET NOT NULL;

-- CreateTable
CREATE TABLE "NameReveal" (
    "id" UUID NOT NULL,
    "aliasId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "revealedById" UUID NOT NULL,
    "revealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NameReveal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NameRevealSeen" (
    "revealId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NameRevealSeen_pkey" PRIMARY KEY ("revealId")
);

-- CreateIndex
CREATE UNIQUE INDEX "NameReveal_aliasId_key" ON "NameReveal"("aliasId");

-- CreateIndex
CREATE UNIQUE INDEX "PostAlias_assignmentId_enrolmentId_promptId_key" ON "PostAlias"("assignmentId", "enrolmentId", "promptId");

-- CreateIndex
CREATE UNIQUE INDEX "PostAlias_assignmentId_promptId_name_key" ON "PostAlias"("assignmentId", "promptId", "name");

-- AddForeignKey
ALTER TABLE "PostAlias" ADD CONSTRAINT "PostAlias_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NameReveal" ADD CONSTRAINT "NameReveal_aliasId_fkey" FOREIGN KEY ("aliasId") REFERENCES "PostAlias"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NameRevealSeen" ADD CONSTRAINT "NameRevealSeen_revealId_fkey" FOREIGN KEY ("revealId") REFERENCES "NameReveal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who opened which name, when and why stays as it was written, whoever writes.
CREATE FUNCTION "NameReveal_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of "%" are never changed', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "NameReveal_is_never_changed" BEFORE UPDATE ON "NameReveal"
  FOR EACH ROW EXECUTE FUNCTION "NameReveal_refuse_change"();

ALTER TABLE "NameReveal" ADD CONSTRAINT "NameReveal_says_why" CHECK (length(reason) BETWEEN 1 AND 4000);

-- What is asked of one's own posts at every visit costs the same however many one has written: the side declared last, and
-- what was taken back at the top.
CREATE INDEX "Post_declared_side" ON "Post" ("aliasId", seq) WHERE side IS NOT NULL AND state = 'visible';
CREATE INDEX "Post_taken_back" ON "Post" ("aliasId") WHERE state = 'deleted';
