-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "PostHiding" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "hiddenById" UUID NOT NULL,
    "hiddenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedById" UUID,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PostHiding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PostHiding_postId_idx" ON "PostHiding"("postId");

-- AddForeignKey
ALTER TABLE "PostHiding" ADD CONSTRAINT "PostHiding_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that Prisma's schema cannot say
ALTER TABLE "PostHiding" ADD CONSTRAINT "PostHiding_says_why" CHECK (length(reason) BETWEEN 1 AND 2000);
ALTER TABLE "PostReport" ADD CONSTRAINT "PostReport_says_why" CHECK (length(reason) BETWEEN 1 AND 2000);
