import { useTranslations } from "next-intl"
import { GradeShown } from "@/components/quiz/types/long/result"
import { displayPoints } from "@/lib/quiz/score-display"
import { type DiscussionGrade, discussionPoints } from "@/lib/results/discussion/discussion-grade"

type OwnDiscussionGradeProps = {
  grade: Pick<DiscussionGrade, "levels" | "comment" | "share" | "rubric">
}

/** What a student was given for their part in the discussion, beside the results of the quiz. */
export function OwnDiscussionGrade({ grade }: OwnDiscussionGradeProps) {
  const results = useTranslations("results.part.own")
  const { earned, possible } = discussionPoints(grade)
  return (
    <section aria-labelledby="own-discussion" className="max-w-read border-rule border-t py-6">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="own-discussion" className="font-semibold text-20">
          {results("title")}
        </h2>
        <p className="tabular-nums">{results("points", { earned: displayPoints(earned), possible })}</p>
      </div>
      <p className="text-13 text-ink-2">{results("apart")}</p>
      <GradeShown grade={grade} rubric={grade.rubric} />
    </section>
  )
}
