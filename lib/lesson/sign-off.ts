/** A colleague's word that they have gone through a version, as it was at an edit. */
export type SignOff = {
  userId: string
  name: string
  note: string | null
  at: Date
  /** The version it was given for, and how many edits that had. */
  number: number
  editNumber: number
}

export type ShownSignOff = SignOff & {
  /** The lesson has changed since: another version, or an edit of this one. */
  editedSince: boolean
}

/** Each colleague's newest sign-off, newest first. `newest` is what stands in the lesson now. */
export function newestSignOffs(
  signOffs: readonly SignOff[],
  newest: { number: number; editNumber: number },
): ShownSignOff[] {
  const inOrder = [...signOffs].sort((one, other) => other.at.getTime() - one.at.getTime())
  const seen = new Set<string>()
  return inOrder.flatMap((signOff) => {
    if (seen.has(signOff.userId)) return []
    seen.add(signOff.userId)
    const editedSince = signOff.number !== newest.number || signOff.editNumber !== newest.editNumber
    return [{ ...signOff, editedSince }]
  })
}
