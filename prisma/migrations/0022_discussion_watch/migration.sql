-- CreateEnum
CREATE TYPE "FlagKind" AS ENUM ('watched', 'changed');

-- AlterEnum


ALTER TYPE "PostState" ADD VALUE 'held';
ALTER TYPE "PostState" ADD VALUE 'returned';

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "heldAt" TIMESTAMPTZ(3),
ADD COLUMN     "returnedAt" TIMESTAMPTZ(3),
ALTER COLUMN "seq" DROP NOT NULL;

-- CreateTable
CREATE TABLE "PostReturn" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "returnedById" UUID NOT NULL,
    "returnedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resentAt" TIMESTAMPTZ(3),

    CONSTRAINT "PostReturn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WatchWord" (
    "id" UUID NOT NULL,
    "classId" UUID,
    "word" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WatchWord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostFlag" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "kind" "FlagKind" NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "passage" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "clearedAt" TIMESTAMPTZ(3),
    "clearedById" UUID,

    CONSTRAINT "PostFlag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PostReturn_postId_idx" ON "PostReturn"("postId");

-- CreateIndex
CREATE INDEX "WatchWord_classId_idx" ON "WatchWord"("classId");

-- CreateIndex
CREATE INDEX "PostFlag_postId_idx" ON "PostFlag"("postId");

-- AddForeignKey
ALTER TABLE "PostReturn" ADD CONSTRAINT "PostReturn_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchWord" ADD CONSTRAINT "WatchWord_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostFlag" ADD CONSTRAINT "PostFlag_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What everybody sees has its number, and waits for nobody.
ALTER TABLE "Post" ADD CONSTRAINT "Post_visible_is_free" CHECK (state <> 'visible' OR (seq IS NOT NULL AND "heldAt" IS NULL AND "returnedAt" IS NULL));

-- What has no number is in no conversation and in no window until it gets one.
CREATE OR REPLACE FUNCTION post_root() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."rootSeq" := CASE WHEN NEW.seq IS NULL THEN 0
    ELSE coalesce((SELECT p."rootSeq" FROM "Post" p WHERE p.id = NEW."parentId"), NEW.seq) END;
  RETURN NEW;
END $$;

DROP TRIGGER post_windowed ON "Post";
CREATE TRIGGER post_windowed AFTER INSERT ON "Post" FOR EACH ROW
  WHEN (NEW.seq IS NOT NULL) EXECUTE FUNCTION post_windowed();
CREATE TRIGGER post_rooted BEFORE UPDATE OF seq ON "Post" FOR EACH ROW
  WHEN (OLD.seq IS NULL AND NEW.seq IS NOT NULL) EXECUTE FUNCTION post_root();
CREATE TRIGGER post_numbered AFTER UPDATE OF seq ON "Post" FOR EACH ROW
  WHEN (OLD.seq IS NULL AND NEW.seq IS NOT NULL) EXECUTE FUNCTION post_windowed();

-- Of a long thread only the few posts that wait or were given back are looked at.
CREATE INDEX "Post_waiting_idx" ON "Post" ("threadId") WHERE "heldAt" IS NOT NULL OR "returnedAt" IS NOT NULL;
