import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { AnswerAppealInput } from "@/lib/results/appeals/appeal-input"
import { type JudgedAppeal, judgeAppeal } from "@/lib/results/appeals/judge-appeal"
import { appendCredit, loadAppeal, type StandingAppeal } from "@/lib/results/server/appeal-store"
import { type LockedAnswer, lockAnswer } from "@/lib/results/server/grade-store"

/** Saved; or not, because somebody decided meanwhile: then with what stands. */
export type AppealOutcome = { outcome: "saved" } | { outcome: "decided"; by: string }

/**
 * Decides an appeal, once. Upholding gives the answer points, as a score of the teacher's beside what stood, in the same
 * transaction. Refuses with "missing" (not their class, or withdrawn), "forbidden", "conflict" or "invalid" as
 * `judgeAppeal` does.
 */
export async function answerAppeal(
  viewer: Viewer,
  input: AnswerAppealInput,
  now: Date,
): Promise<Decision<AppealOutcome>> {
  return database().$transaction(async (tx) => {
    const answer = await lockAnswer(tx, viewer.userId, input)
    if (!answer) return refuse("missing", "results.noAnswer")
    if (!can(viewer, "appeal.decide", { classRole: answer.classRole }))
      return refuse("forbidden", "results.appealTeachersOnly")
    const appeal = await loadAppeal(tx, input)
    if (!appeal) return refuse("missing", "results.noAppeal")
    if (appeal.state !== "open") return allow({ outcome: "decided", by: appeal.by ?? "" })
    if (!appeal.counts) return refuse("conflict", "results.appealOutdated")
    const { points, state } = answer
    const facts = { points, share: shareOf(appeal), isHandedIn: state === "submitted" }
    const judged = judgeAppeal(facts, input)
    if (!judged.ok) return judged
    await write(tx, { viewer, input, answer, appeal, judged: judged.value, now })
    return allow({ outcome: "saved" })
  })
}

const shareOf = ({ numerator, denominator }: StandingAppeal) =>
  numerator === null || denominator === null ? null : { numerator, denominator }

type Written = {
  viewer: Viewer
  input: AnswerAppealInput
  answer: LockedAnswer
  appeal: StandingAppeal
  judged: JudgedAppeal
  now: Date
}

async function write(
  tx: Transaction,
  { viewer, input, answer, appeal, judged, now }: Written,
): Promise<void> {
  const { attemptId, itemId, assignmentId } = input
  await tx.appeal.update({
    where: { attemptId_itemId: { attemptId, itemId } },
    data: { state: judged.state, answer: judged.answer, decidedById: viewer.userId, decidedAt: now },
    select: { itemId: true },
  })
  const scoringId =
    judged.state === "upheld"
      ? await appendCredit(tx, {
          attemptId,
          itemId,
          saveNumber: answer.saveNumber,
          keyRevision: appeal.keyRevision ?? answer.key?.keyRevision ?? 0,
          share: judged.share,
          finding: appeal.finding,
          teacherId: viewer.userId,
        })
      : null
  await appendEvent(tx, {
    kind: "appeal.decided",
    actorId: viewer.userId,
    classId: answer.classId,
    assignmentId,
    subjectId: attemptId,
    data: { itemId, upheld: scoringId !== null, scoringId },
  })
}
