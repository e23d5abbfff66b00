-- AlterTable
ALTER TABLE "Scoring" ALTER COLUMN "numerator" DROP NOT NULL,
ALTER COLUMN "denominator" DROP NOT NULL;

-- A score is a whole fraction, or there is none.
ALTER TABLE "Scoring" ADD CONSTRAINT "Scoring_is_whole_or_none"
  CHECK ((numerator IS NULL) = (denominator IS NULL));
