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
