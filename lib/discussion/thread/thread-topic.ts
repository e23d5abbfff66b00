/** What is announced when a thread gets a post. Ids only; there before the thread's first post, too. */
export const threadTopic = (at: { assignmentId: string; promptId: string; groupId: string | null }): string =>
  `thread ${at.assignmentId} ${at.promptId}${at.groupId === null ? "" : ` ${at.groupId}`}`
