"use server"

import { openedNameInput } from "@/lib/discussion/input"
import { seeOpenedName } from "@/lib/discussion/server/see-opened-name"
import { dismissRecallInput } from "@/lib/lesson/input"
import type { RecallKind } from "@/lib/lesson/recall-due"
import { dismissRecall } from "@/lib/lesson/server/dismiss-recall"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

const seeOpened = refreshing(runAction(openedNameInput, seeOpenedName))

/** "I have read this", of a name that was opened. A plain form post; the page comes again without it. */
export async function seeOpenedNameAction(revealId: string): Promise<void> {
  await seeOpened({ revealId })
}

const dismiss = refreshing(runAction(dismissRecallInput, dismissRecall))

/** "Not now". A plain form post; the page comes again without it. */
export async function dismissRecallAction(assignmentId: string, kind: RecallKind): Promise<void> {
  await dismiss({ assignmentId, kind })
}
