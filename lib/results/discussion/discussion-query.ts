import { type PostView, postViews } from "./post-views"

/** What is asked of one student's page: which of the posts, and whether names are shown. */
export type DiscussionQuery = { only: PostView | null; showsNames: boolean }

type Raw = Record<string, string | string[] | undefined>

/** Everything, and no names, unless asked for. Whatever else is written is nothing. */
export const readDiscussionQuery = ({ only, names }: Raw): DiscussionQuery => ({
  only: postViews.find((view) => view === only) ?? null,
  showsNames: names === "shown",
})

/** The page of one author, without what is not said. */
export function discussionHref(
  { assignmentId, key }: { assignmentId: string; key: string },
  { only = null, showsNames = false }: Partial<DiscussionQuery> = {},
): string {
  const query = new URLSearchParams()
  if (only) query.set("only", only)
  if (showsNames) query.set("names", "shown")
  return `/teach/assignments/${assignmentId}/discussion/${key}${query.size > 0 ? `?${query}` : ""}`
}
