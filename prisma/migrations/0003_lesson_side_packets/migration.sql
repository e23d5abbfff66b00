-- The strongest case for the stance statement and against it, with the version of the lesson.
ALTER TABLE "LessonVersion" ADD COLUMN "packetFor" TEXT, ADD COLUMN "packetAgainst" TEXT;
