import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import type { BankCommentInput, DropBankCommentInput } from "@/lib/results/grading/grading-input"

/** Comments in one teacher's bank, at most. */
export const MOST_IN_BANK = 200

export type BankComment = { id: string; body: string }

const mayUse = (viewer: Viewer) => can(viewer, "commentBank.use")

/** The viewer's own comments, by their words. */
export async function loadBank(viewer: Viewer): Promise<Decision<BankComment[]>> {
  if (!mayUse(viewer)) return refuse("forbidden", "results.bankTeachersOnly")
  return allow(await ownComments(viewer.userId))
}

/**
 * Keeps a comment under an id of the form's making: a new one, other words for one that is there, or one that was dropped
 * brought back. The same words are kept once. Answers the bank as it then is.
 */
export async function keepBankComment(
  viewer: Viewer,
  { id, body: typed }: BankCommentInput,
): Promise<Decision<BankComment[]>> {
  if (!mayUse(viewer)) return refuse("forbidden", "results.bankTeachersOnly")
  const body = typed.trim()
  if (body === "") return refuse("invalid", "results.bankEmpty", { field: "body" })
  const { userId } = viewer
  const own = await ownComments(userId)
  if (own.some((one) => one.body === body)) return allow(own)
  const isThere = own.some((one) => one.id === id)
  if (!isThere && own.length >= MOST_IN_BANK)
    return refuse("conflict", "results.bankFull", { params: { most: MOST_IN_BANK } })
  // An id that is another's keeps its words: the update names its owner, and the insert does nothing.
  if (isThere) await database().bankComment.updateMany({ where: { id, userId }, data: { body } })
  else await database().bankComment.createMany({ data: [{ id, userId, body }], skipDuplicates: true })
  return allow(await ownComments(userId))
}

/** Takes one of the viewer's own out of their bank; that of another is as if it were not there. */
export async function dropBankComment(
  viewer: Viewer,
  { id }: DropBankCommentInput,
): Promise<Decision<BankComment[]>> {
  if (!mayUse(viewer)) return refuse("forbidden", "results.bankTeachersOnly")
  await database().bankComment.deleteMany({ where: { id, userId: viewer.userId } })
  return allow(await ownComments(viewer.userId))
}

const ownComments = (userId: string): Promise<BankComment[]> =>
  database().bankComment.findMany({
    where: { userId },
    select: { id: true, body: true },
    orderBy: [{ body: "asc" }, { id: "asc" }],
  })
