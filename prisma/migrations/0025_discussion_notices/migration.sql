-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('answered');

-- CreateTable
CREATE TABLE "Notice" (
    "id" BIGSERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "postId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3),
    "digestedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeSettings" (
    "userId" UUID NOT NULL,
    "mutedInApp" "NoticeKind"[],
    "mutedByMail" "NoticeKind"[],
    "unsubscribedAt" TIMESTAMPTZ(3),
    "digestAt" INTEGER NOT NULL DEFAULT 1020,
    "quietFrom" INTEGER,
    "quietTo" INTEGER,
    "unsubscribeToken" UUID NOT NULL,

    CONSTRAINT "NoticeSettings_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Digest" (
    "userId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("userId","day")
);

-- CreateIndex
CREATE INDEX "Notice_userId_id_idx" ON "Notice"("userId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_userId_kind_postId_key" ON "Notice"("userId", "kind", "postId");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeSettings_unsubscribeToken_key" ON "NoticeSettings"("unsubscribeToken");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeSettings" ADD CONSTRAINT "NoticeSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


