import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { type HearThreadInput, threadInput } from "@/lib/discussion/input"
import { loadThread } from "@/lib/discussion/server/load-thread"
import type { PostView } from "@/lib/discussion/thread-view"

/** The posts of a thread that came after the one numbered `after`, in order of writing: at most 60 at once. */
export async function loadNewPosts(
  viewer: Viewer,
  input: HearThreadInput,
  now: Date,
): Promise<Decision<PostView[]>> {
  const decision = await loadThread(viewer, threadInput.parse({ ...input, order: "since" }), now)
  if (!decision.ok) return decision
  const { thread } = decision.value
  return thread ? allow(thread.window.posts) : refuse("missing", "discussion.noSuchThread")
}
