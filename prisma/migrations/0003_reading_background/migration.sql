-- CreateTable
CREATE TABLE "BackgroundNote" (
    "id" UUID NOT NULL,
    "lessonVersionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sentenceId" UUID,
    "body" TEXT NOT NULL,
    "writtenOn" DATE NOT NULL,

    CONSTRAINT "BackgroundNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BackgroundNote_sentenceId_idx" ON "BackgroundNote"("sentenceId");

-- CreateIndex
CREATE UNIQUE INDEX "BackgroundNote_lessonVersionId_position_key" ON "BackgroundNote"("lessonVersionId", "position");

-- AddForeignKey
ALTER TABLE "BackgroundNote" ADD CONSTRAINT "BackgroundNote_lessonVersionId_fkey" FOREIGN KEY ("lessonVersionId") REFERENCES "LessonVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackgroundNote" ADD CONSTRAINT "BackgroundNote_sentenceId_fkey" FOREIGN KEY ("sentenceId") REFERENCES "Sentence"("id") ON DELETE CASCADE ON UPDATE CASCADE;
