import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SearchInput } from "@/lib/discussion/input"
import { type Found, findPosts } from "@/lib/discussion/server/search-discussion"
import { searchWords } from "@/lib/discussion/thread/find-words"

/** The posts that somebody may name as what moved them: those they may read, newest first, with these words if any. */
export const loadNameablePosts = (
  viewer: Viewer,
  { assignmentId, find }: SearchInput,
  now: Date,
): Promise<Decision<Found>> => findPosts(viewer, { assignmentId, words: searchWords(find) }, now)
