-- What happened stays written, whoever writes to the database. One thing may be done to it: erasing a person takes away who
-- it was. The transaction that does so says so first ("colloquy.erasing"), and can take away only what points at somebody.

CREATE FUNCTION is_erasing() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('colloquy.erasing', true), '') = 'on'
$$;

CREATE FUNCTION event_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_erasing()
    AND (NEW.id, NEW.at, NEW.kind) IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.kind)
    AND (NEW."classId" IS NULL OR NEW."classId" = OLD."classId")
    AND (NEW."assignmentId" IS NULL OR NEW."assignmentId" = OLD."assignmentId")
    AND (NEW."actorId" IS NULL OR NEW."actorId" = OLD."actorId")
    AND (NEW."subjectId" IS NULL OR NEW."subjectId" = OLD."subjectId")
    AND OLD.data @> NEW.data THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log of events is append-only';
END $$;

CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE ON "Event"
  FOR EACH ROW EXECUTE FUNCTION event_append_only();
CREATE TRIGGER "Event_never_emptied" BEFORE TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION event_append_only();

-- The ledger of moderation: erased with the class, or emptied of words about somebody who is erased.
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_erasing() THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND is_erasing()
    AND (NEW.id, NEW.at, NEW.kind, NEW."classId", NEW."undoesId")
      IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.kind, OLD."classId", OLD."undoesId")
    AND (NEW.reason = '' OR NEW.reason = OLD.reason) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the ledger of moderation is append-only';
END $$;

DROP TRIGGER "ModerationAct_append_only" ON "ModerationAct";
CREATE TRIGGER "ModerationAct_append_only" BEFORE UPDATE OR DELETE ON "ModerationAct"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "ModerationAct_never_emptied" BEFORE TRUNCATE ON "ModerationAct"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- A teacher who opened a name may be erased: that the name was opened, when and why stays.
CREATE OR REPLACE FUNCTION "NameReveal_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_erasing() AND (NEW.id, NEW."aliasId", NEW.reason, NEW."revealedAt")
    IS NOT DISTINCT FROM (OLD.id, OLD."aliasId", OLD.reason, OLD."revealedAt") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of "%" are never changed', TG_TABLE_NAME;
END $$;
