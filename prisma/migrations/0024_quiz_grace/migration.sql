-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "graceMinutes" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "graceMinutes" INTEGER NOT NULL DEFAULT 0;



ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_grace_is_short" CHECK ("graceMinutes" BETWEEN 0 AND 10);
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_grace_is_short" CHECK ("graceMinutes" BETWEEN 0 AND 10);
