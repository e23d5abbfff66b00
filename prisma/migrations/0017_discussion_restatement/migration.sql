-- CreateEnum
CREATE TYPE "RestatementAnswer" AS ENUM ('yes', 'not_quite');

-- CreateEnum
CREATE TYPE "RestatementRuling" AS ENUM ('fair', 'unfair');

-- CreateTable
CREATE TABLE "Restatement" (
    "postId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "RestatementAnswer",
    "meant" TEXT,
    "meantHtml" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "ruling" "RestatementRuling",
    "ruledById" UUID,
    "ruledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Restatement_pkey" PRIMARY KEY ("postId","number")
);

-- AddForeignKey
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that Prisma's schema cannot say
-- Whoever says "not quite" says what they meant, and nobody else does.
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_not_quite_says_what"
  CHECK ((answer IS NOT DISTINCT FROM 'not_quite') = (meant IS NOT NULL) AND (meant IS NULL) = ("meantHtml" IS NULL));
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_answer_has_its_time" CHECK ((answer IS NULL) = ("answeredAt" IS NULL));
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_ruling_has_its_time" CHECK ((ruling IS NULL) = ("ruledAt" IS NULL));
-- A teacher settles what was not confirmed.
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_ruling_is_no_second_yes"
  CHECK (ruling IS NULL OR answer IS DISTINCT FROM 'yes');

-- Replies that only restate were written before there was anything to keep them in: their words wait for their answer.
INSERT INTO "Restatement" ("postId", number, body, html, "createdAt")
SELECT reply.id, 1, reply.body, reply.html, coalesce(reply."editedAt", reply."createdAt")
FROM "Post" reply JOIN "Post" restated ON restated.id = reply."parentId" AND restated."aliasId" <> reply."aliasId"
WHERE reply.move = 'restate';
