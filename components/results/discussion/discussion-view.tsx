import { useTranslations } from "next-intl"
import { DiscussionTable } from "@/components/results/discussion/discussion-table"
import { StudentPosts } from "@/components/results/student/student-posts"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import type { DiscussionProfile } from "@/lib/results/discussion/discussion-profile"

type DiscussionViewProps = {
  assignment: { assignmentId: string; promptCount: number }
  profile: DiscussionProfile
  /** Whether the viewer may know which posts are whose. */
  namesShown: boolean
  when: (instant: Date) => string
}

/** Who took part, and every post behind the numbers. */
export function DiscussionView({ assignment, profile, namesShown, when }: DiscussionViewProps) {
  const results = useTranslations("results")
  if (assignment.promptCount === 0)
    return (
      <EmptyState title={results("discussion.noPrompts")}>{results("discussion.noPromptsMore")}</EmptyState>
    )
  if (profile.posts + profile.replies === 0)
    return <EmptyState title={results("discussion.none")}>{results("discussion.noneMore")}</EmptyState>
  const { posted, inClass, posts, replies, citations } = profile
  return (
    <>
      <div className="max-w-narrow py-5">
        <h2 className="font-semibold text-20">{results("discussion.title")}</h2>
        <p className="text-ink-2">
          {results("discussion.lead", { posted, students: inClass, posts, replies, citations })}
        </p>
      </div>
      <DiscussionTable profile={profile} opens={namesShown} />
      {namesShown ? (
        <section aria-labelledby="posts-of" className="mt-10">
          <h2 id="posts-of" className="mb-3 font-semibold text-20">
            {results("discussion.postsOf")}
          </h2>
          {profile.students
            .filter((one) => one.posts.length > 0)
            .map((one) => (
              <StudentPosts
                key={one.student.enrolmentId}
                one={one}
                assignmentId={assignment.assignmentId}
                when={when}
              />
            ))}
        </section>
      ) : (
        <Notice className="mt-6 max-w-narrow">{results("discussion.namesHeld")}</Notice>
      )}
    </>
  )
}
