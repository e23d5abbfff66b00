import { lessonActions } from "./lesson-actions"
import type { ActionLine } from "./line"
import { peopleActions } from "./people-actions"
import { talkActions } from "./talk-actions"
import { resultActions, studentActions } from "./work-actions"

/** Who may press what: every server action of app/, with at least one line. */
export const actionTable: readonly ActionLine[] = [
  ...studentActions,
  ...talkActions,
  ...resultActions,
  ...lessonActions,
  ...peopleActions,
]
