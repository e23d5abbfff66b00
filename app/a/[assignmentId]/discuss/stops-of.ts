import {
  freezeClassAction,
  lockThreadAction,
  unfreezeClassAction,
  unlockThreadAction,
} from "@/app/a/[assignmentId]/discuss/actions"
import type { StopActs } from "@/components/discussion/moderation/staff-stops"
import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"

/** What staff can stop from a page of an assignment's discussion; with a question, that too. */
export const stopsOf = ({ assignment }: AssignmentVisit, promptId: string | null): StopActs => ({
  room: { classId: assignment.classId },
  thread: promptId === null ? null : { assignmentId: assignment.id, promptId },
  freeze: freezeClassAction,
  unfreeze: unfreezeClassAction,
  lock: lockThreadAction,
  unlock: unlockThreadAction,
})
