-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "change" INTEGER;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "lastChange" INTEGER NOT NULL DEFAULT 0;
