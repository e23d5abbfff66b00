-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "shuffleItems" BOOLEAN NOT NULL DEFAULT false;
