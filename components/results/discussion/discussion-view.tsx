import { useTranslations } from "next-intl"
import { ClassFindings } from "@/components/results/discussion/class-findings"
import { DiscussionTable } from "@/components/results/discussion/discussion-table"
import { MissedOwn } from "@/components/results/discussion/missed-own"
import { PostLines } from "@/components/results/discussion/post-lines"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { summariseDiscussion } from "@/lib/results/discussion/class-discussion"
import type { MissedFacts } from "@/lib/results/discussion/discussion-facts"
import type { DiscussionGrade } from "@/lib/results/discussion/discussion-grade"
import type { DiscussionProfile } from "@/lib/results/discussion/discussion-profile"
import type { PostView } from "@/lib/results/discussion/post-views"

type DiscussionViewProps = {
  assignment: { assignmentId: string; promptCount: number; postNames: PostNames }
  profile: DiscussionProfile
  /** Who has no answer of their own in time. */
  missed: readonly MissedFacts[]
  /** Students of the class, left ones aside. */
  inClass: number
  /** Those of them who have written. */
  posted: number
  /** Which posts of the class are listed. */
  only: PostView | null
  /** Whether the viewer may know which posts are whose. */
  namesShown: boolean
  /** By enrolment, the newest first; null for who may not grade. */
  grades: ReadonlyMap<string, readonly DiscussionGrade[]> | null
  /** Where grading goes on; null where nobody has written. */
  gradeHref: string | null
  when: (instant: Date) => string
}

/** How a class discussed: who is heard, who is not answered, what rests on the text, and each student's part. */
export function DiscussionView(props: DiscussionViewProps) {
  const { assignment, profile, missed, inClass, posted, only, namesShown, grades, when } = props
  const results = useTranslations("results")
  if (assignment.promptCount === 0)
    return (
      <EmptyState title={results("discussion.noPrompts")}>{results("discussion.noPromptsMore")}</EmptyState>
    )
  const summary = summariseDiscussion(profile)
  if (summary.posts === 0)
    return (
      <>
        <EmptyState title={results("discussion.none")}>{results("discussion.noneMore")}</EmptyState>
        <MissedOwn assignmentId={assignment.assignmentId} missed={missed} students={profile.students} />
        <Acts {...props} />
      </>
    )
  const { posts, replies, citations } = summary
  const hidden = assignment.postNames === "sealed" ? "part.aliasesSealed" : "part.aliasesOnly"
  return (
    <>
      <div className="max-w-narrow pt-5 pb-2">
        <h2 className="font-semibold text-20">{results("part.title")}</h2>
        <p className="text-ink-2">
          {results("part.lead", { posted, students: inClass, posts, replies, citations })}
        </p>
      </div>
      {!namesShown && <Notice className="my-3 max-w-narrow">{results(hidden)}</Notice>}
      <Acts {...props} />
      <MissedOwn assignmentId={assignment.assignmentId} missed={missed} students={profile.students} />
      <ClassFindings assignmentId={assignment.assignmentId} {...{ summary, namesShown }} />
      <DiscussionTable assignmentId={assignment.assignmentId} {...{ profile, namesShown, grades }} />
      <PostLines
        assignmentId={assignment.assignmentId}
        {...{ profile, summary, namesShown, when }}
        only={only ?? "waiting"}
      />
    </>
  )
}

function Acts({ assignment: { assignmentId }, grades, gradeHref, profile }: DiscussionViewProps) {
  const results = useTranslations("results.part")
  const toGrade = profile.students.filter(({ author, posts }) => posts.length > 0 && !author.hasLeft)
  if (!grades) return null
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 py-3 text-13 print:hidden">
      {gradeHref && <ButtonLink href={gradeHref}>{results("grade")}</ButtonLink>}
      {toGrade.length > 0 && (
        <span className="text-ink-2 tabular-nums">
          {results("graded", {
            graded: toGrade.filter(({ author }) => grades.has(author.key)).length,
            of: toGrade.length,
          })}
        </span>
      )}
      <TextLink href={`/teach/assignments/${assignmentId}/discussion/rubric`}>
        {results("editRubric")}
      </TextLink>
    </div>
  )
}
