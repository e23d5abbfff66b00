/** What is to be known before the discussion of an assignment is held in groups, or no longer. */
export type GroupFacts = {
  /** Groups that the class has. */
  groups: number
  /** Names of students who are in none. */
  ungrouped: readonly string[]
  /** Posts that stand in the threads of the whole class, and in those of groups. */
  commonPosts: number
  groupPosts: number
}

/** What a switch takes from students' eyes: posts of the threads they read now. None where it is not switched. */
export function postsLeftBehind(
  { commonPosts, groupPosts }: GroupFacts,
  { from, to }: { from: boolean; to: boolean },
): number {
  if (from === to) return 0
  return to ? commonPosts : groupPosts
}
