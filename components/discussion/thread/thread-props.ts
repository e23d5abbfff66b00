import type { LoadPosts, LoadSentences } from "@/components/discussion/composer/citation-loads"
import type { AskedNorms } from "@/components/discussion/moderation/ask-norms"
import type { StopActs } from "@/components/discussion/moderation/staff-stops"
import type { PostActions } from "@/components/discussion/posts/post-acts"
import type { SkipOffer } from "@/components/discussion/thread/next-to-answer"
import type { ThreadAsked } from "@/components/discussion/thread/thread-address"
import type { ThreadClock } from "@/components/discussion/thread/thread-clock"
import type { LiveLoads } from "@/components/discussion/thread/use-live-posts"
import type { ThreadView } from "@/lib/discussion/thread/thread-view"

export type ThreadScreenProps = {
  view: ThreadView
  userId: string
  clock: ThreadClock
  /** "closes Fri 27 Nov, 16:00" */
  closes: string
  /** "your own answer by Thu 26 Nov, 16:00", or that its time ended; null where no date is set for it. */
  ownBy: string | null
  asked: Omit<Required<ThreadAsked>, "thread">
  acts: PostActions &
    LiveLoads & {
      loadSentences: LoadSentences
      loadPosts: LoadPosts
      skipOffer: SkipOffer
      acceptNorms: AskedNorms["accept"]
    }
  /** Stopping and letting go on; null for students. */
  stops: StopActs | null
}

/** What the parts of an open thread's page get. */
export type OpenThreadProps = ThreadScreenProps & { thread: NonNullable<ThreadView["thread"]> }

/** With which of the prompt's threads, where there is a choice of them. */
export const addressOf = ({ assignmentId, prompt, group }: ThreadView) => ({
  assignmentId,
  promptId: prompt.id,
  thread: group.choices.length > 1 ? group.key : undefined,
})
