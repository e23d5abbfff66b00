-- AlterTable
ALTER TABLE "ItemVersion" ADD COLUMN     "hint" TEXT;
