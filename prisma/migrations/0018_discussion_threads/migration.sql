-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "visiblePosts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "waitingPosts" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "rootSeq" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Prompt" ADD COLUMN     "hasSides" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "ThreadWindow" (
    "threadId" UUID NOT NULL,
    "firstSeq" INTEGER NOT NULL,
    "posts" INTEGER NOT NULL,

    CONSTRAINT "ThreadWindow_pkey" PRIMARY KEY ("threadId","firstSeq")
);

-- CreateTable
CREATE TABLE "ThreadLean" (
    "threadId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "sentenceId" UUID NOT NULL,
    "posts" INTEGER NOT NULL,

    CONSTRAINT "ThreadLean_pkey" PRIMARY KEY ("threadId","revisionId","sentenceId")
);

-- CreateTable
CREATE TABLE "UnansweredPost" (
    "threadId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "UnansweredPost_pkey" PRIMARY KEY ("threadId","seq")
);

-- CreateTable
CREATE TABLE "PostCitation" (
    "postId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "citedPostId" UUID NOT NULL,

    CONSTRAINT "PostCitation_pkey" PRIMARY KEY ("postId","position")
);

-- CreateTable
CREATE TABLE "SourceCitation" (
    "postId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "publisher" TEXT NOT NULL DEFAULT '',
    "published" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SourceCitation_pkey" PRIMARY KEY ("postId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "UnansweredPost_postId_key" ON "UnansweredPost"("postId");

-- CreateIndex
CREATE INDEX "PostCitation_citedPostId_idx" ON "PostCitation"("citedPostId");

-- CreateIndex
CREATE UNIQUE INDEX "PostCitation_postId_citedPostId_key" ON "PostCitation"("postId", "citedPostId");

-- CreateIndex
CREATE INDEX "Post_threadId_rootSeq_seq_idx" ON "Post"("threadId", "rootSeq", "seq");

-- CreateIndex
CREATE INDEX "Post_threadId_aliasId_state_seq_idx" ON "Post"("threadId", "aliasId", "state", "seq");

-- CreateIndex
CREATE INDEX "Post_threadId_change_idx" ON "Post"("threadId", "change");

-- AddForeignKey
ALTER TABLE "ThreadWindow" ADD CONSTRAINT "ThreadWindow_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadLean" ADD CONSTRAINT "ThreadLean_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnansweredPost" ADD CONSTRAINT "UnansweredPost_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnansweredPost" ADD CONSTRAINT "UnansweredPost_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostCitation" ADD CONSTRAINT "PostCitation_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostCitation" ADD CONSTRAINT "PostCitation_citedPostId_fkey" FOREIGN KEY ("citedPostId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceCitation" ADD CONSTRAINT "SourceCitation_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Somebody's own posts at the top of a thread, and those with a side: what post-first and the next to answer ask for.
CREATE INDEX "Post_top" ON "Post"("threadId", "aliasId", "seq") WHERE "parentId" IS NULL;
CREATE INDEX "Post_sided" ON "Post"("threadId", "aliasId", "seq") WHERE "side" IS NOT NULL;

-- What a page of a thread needs to know of the whole of it is kept by the triggers below, so that opening it costs the
-- same however long it is, and is right whoever writes a post. They write to no row of "Post", and lock the thread's row
-- first: a post is changed before its thread is locked, never after.

-- A conversation is numbered by the post that opened it.
CREATE FUNCTION post_root() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."rootSeq" := coalesce((SELECT p."rootSeq" FROM "Post" p WHERE p.id = NEW."parentId"), NEW.seq);
  RETURN NEW;
END $$;

-- A window takes conversations until it holds 30 posts. Where answers make it longer than 40 it is cut in two between
-- conversations, as near to its middle as can be.
CREATE FUNCTION post_windowed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  here int;
  size int;
  after int;
  cut int;
  kept int;
BEGIN
  PERFORM 1 FROM "Thread" t WHERE t.id = NEW."threadId" FOR NO KEY UPDATE;
  SELECT max(w."firstSeq") INTO here FROM "ThreadWindow" w
    WHERE w."threadId" = NEW."threadId" AND w."firstSeq" <= NEW."rootSeq";
  UPDATE "ThreadWindow" w SET posts = w.posts + 1
    WHERE w."threadId" = NEW."threadId" AND w."firstSeq" = here AND (NEW."parentId" IS NOT NULL OR w.posts < 30)
    RETURNING w.posts INTO size;
  IF NOT FOUND THEN
    INSERT INTO "ThreadWindow" ("threadId", "firstSeq", posts) VALUES (NEW."threadId", NEW."rootSeq", 1);
  ELSIF size > 40 THEN
    SELECT coalesce(min(w."firstSeq"), 2147483647) INTO after FROM "ThreadWindow" w
      WHERE w."threadId" = NEW."threadId" AND w."firstSeq" > here;
    -- One conversation is never cut, so a window of nothing else is not even looked through.
    IF EXISTS (SELECT 1 FROM "Post" p WHERE p."threadId" = NEW."threadId" AND p."rootSeq" > here AND p."rootSeq" < after) THEN
      SELECT c.root, c.before INTO cut, kept FROM (
        SELECT p."rootSeq" AS root, (sum(count(*)) OVER (ORDER BY p."rootSeq") - count(*))::int AS before
        FROM "Post" p WHERE p."threadId" = NEW."threadId" AND p."rootSeq" >= here AND p."rootSeq" < after
        GROUP BY p."rootSeq") c
      WHERE c.root > here ORDER BY abs(2 * c.before - size), c.root LIMIT 1;
      UPDATE "ThreadWindow" w SET posts = kept WHERE w."threadId" = NEW."threadId" AND w."firstSeq" = here;
      INSERT INTO "ThreadWindow" ("threadId", "firstSeq", posts) VALUES (NEW."threadId", cut, size - kept);
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- How many posts stand, which at the top wait for an answer, and which sentences they lean on.
CREATE FUNCTION post_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  turn int := (NEW.state = 'visible')::int;
  top uuid;
  top_seq int;
  waits boolean;
  turned int := 0;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    turn := turn - (OLD.state = 'visible')::int;
  END IF;
  IF turn = 0 THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM "Thread" t WHERE t.id = NEW."threadId" FOR NO KEY UPDATE;
  SELECT p.id, p.seq,
         p.state = 'visible' AND NOT EXISTS (SELECT 1 FROM "Post" r WHERE r."parentId" = p.id AND r.state = 'visible')
    INTO top, top_seq, waits
    FROM "Post" p WHERE p.id = coalesce(NEW."parentId", NEW.id) AND p."parentId" IS NULL;
  IF waits THEN
    INSERT INTO "UnansweredPost" ("threadId", seq, "postId") VALUES (NEW."threadId", top_seq, top) ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS turned = ROW_COUNT;
  ELSIF top IS NOT NULL THEN
    DELETE FROM "UnansweredPost" u WHERE u."postId" = top;
    GET DIAGNOSTICS turned = ROW_COUNT;
    turned := -turned;
  END IF;
  UPDATE "Thread" t SET "visiblePosts" = t."visiblePosts" + turn, "waitingPosts" = t."waitingPosts" + turned
    WHERE t.id = NEW."threadId";
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO "ThreadLean" AS l ("threadId", "revisionId", "sentenceId", posts)
      SELECT NEW."threadId", ci."revisionId", ci."sentenceId", turn FROM "Citation" ci WHERE ci."postId" = NEW.id
      ON CONFLICT ("threadId", "revisionId", "sentenceId") DO UPDATE SET posts = l.posts + excluded.posts;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION citation_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cited record := coalesce(NEW, OLD);
  thread uuid;
BEGIN
  SELECT p."threadId" INTO thread FROM "Post" p WHERE p.id = cited."postId" AND p.state = 'visible';
  IF thread IS NOT NULL THEN
    PERFORM 1 FROM "Thread" t WHERE t.id = thread FOR NO KEY UPDATE;
    INSERT INTO "ThreadLean" AS l ("threadId", "revisionId", "sentenceId", posts)
      VALUES (thread, cited."revisionId", cited."sentenceId", CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END)
      ON CONFLICT ("threadId", "revisionId", "sentenceId") DO UPDATE SET posts = l.posts + excluded.posts;
  END IF;
  RETURN NULL;
END $$;

-- The posts that are here already.
WITH RECURSIVE tree AS (
  SELECT id, seq AS root FROM "Post" WHERE "parentId" IS NULL
  UNION ALL
  SELECT p.id, tree.root FROM "Post" p JOIN tree ON p."parentId" = tree.id)
UPDATE "Post" p SET "rootSeq" = tree.root FROM tree WHERE tree.id = p.id;

INSERT INTO "ThreadWindow" ("threadId", "firstSeq", posts)
SELECT part."threadId", min(part."rootSeq"), sum(part.posts)::int FROM (
  SELECT p."threadId", p."rootSeq", count(*) AS posts,
         ((sum(count(*)) OVER (PARTITION BY p."threadId" ORDER BY p."rootSeq") - count(*))::int) / 30 AS number
  FROM "Post" p GROUP BY p."threadId", p."rootSeq") part
GROUP BY part."threadId", part.number;

INSERT INTO "UnansweredPost" ("threadId", seq, "postId")
SELECT p."threadId", p.seq, p.id FROM "Post" p
WHERE p.state = 'visible' AND p."parentId" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "Post" r WHERE r."parentId" = p.id AND r.state = 'visible');

INSERT INTO "ThreadLean" ("threadId", "revisionId", "sentenceId", posts)
SELECT p."threadId", ci."revisionId", ci."sentenceId", count(*)::int
FROM "Citation" ci JOIN "Post" p ON p.id = ci."postId" AND p.state = 'visible' GROUP BY 1, 2, 3;

UPDATE "Thread" t SET
  "visiblePosts" = (SELECT count(*) FROM "Post" p WHERE p."threadId" = t.id AND p.state = 'visible'),
  "waitingPosts" = (SELECT count(*) FROM "UnansweredPost" u WHERE u."threadId" = t.id);

CREATE TRIGGER post_root BEFORE INSERT ON "Post" FOR EACH ROW EXECUTE FUNCTION post_root();
CREATE TRIGGER post_windowed AFTER INSERT ON "Post" FOR EACH ROW EXECUTE FUNCTION post_windowed();
CREATE TRIGGER post_counted AFTER INSERT ON "Post" FOR EACH ROW EXECUTE FUNCTION post_counted();
CREATE TRIGGER post_turned AFTER UPDATE OF state ON "Post" FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION post_counted();
CREATE TRIGGER citation_counted AFTER INSERT OR DELETE ON "Citation" FOR EACH ROW EXECUTE FUNCTION citation_counted();
