-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "reopenedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reopenedById" UUID,
ADD COLUMN     "reopenedMinutes" INTEGER;
