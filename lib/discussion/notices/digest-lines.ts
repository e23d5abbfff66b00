import type { NoticeKind } from "./notice-kinds"

/** How many things of one kind were told at one question. */
export type DigestLine = {
  kind: NoticeKind
  assignmentTitle: string
  promptPosition: number
  promptText: string
  count: number
}

/** How many things a mail tells of, all together. */
export const toldOf = (lines: readonly DigestLine[]): number =>
  lines.reduce((sum, { count }) => sum + count, 0)
