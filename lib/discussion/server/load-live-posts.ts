import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import {
  type ChangedPostsInput,
  type NewPostsInput,
  type ThreadInput,
  threadInput,
} from "@/lib/discussion/input"
import { loadThread } from "@/lib/discussion/server/load-thread"
import type { LivePosts } from "@/lib/discussion/thread/thread-view"

/** The visible posts of a thread that came after the one numbered `after`, in order of writing: at most 60 at once. */
export const loadNewPosts = (viewer: Viewer, input: NewPostsInput, now: Date): Promise<Decision<LivePosts>> =>
  loadLive(viewer, threadInput.parse({ ...input, order: "since" }), now)

/** Posts of a thread by number, as they stand now: of one that was hidden or taken back, its place. */
export const loadChangedPosts = (
  viewer: Viewer,
  input: ChangedPostsInput,
  now: Date,
): Promise<Decision<LivePosts>> => loadLive(viewer, threadInput.parse({ ...input, order: "changed" }), now)

async function loadLive(viewer: Viewer, input: ThreadInput, now: Date): Promise<Decision<LivePosts>> {
  const decision = await loadThread(viewer, input, now)
  if (!decision.ok) return decision
  const { thread } = decision.value
  if (!thread) return refuse("missing", "discussion.noSuchThread")
  return allow({ posts: thread.window.posts, lastChange: thread.lastChange })
}
