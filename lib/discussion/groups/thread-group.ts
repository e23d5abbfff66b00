/** One of the threads that a prompt has for staff: its key names it in a request. */
export type ThreadChoice = {
  /** A group's id, or "common" for the thread of the whole class. */
  key: string
  /** The group's; null for the whole class. */
  name: string | null
  /** Students do not read it any more. */
  isPast: boolean
}

/** Whose thread a reader is in. */
export type ThreadGroup = ThreadChoice & {
  /** A student in no group, where each group has its own thread: there is none for them. */
  needsGroup: boolean
  /** For staff, all threads of the prompt; one alone is no choice. For a student none. */
  choices: readonly ThreadChoice[]
}

export const COMMON_THREAD = "common"

/** A reader's place as it is found. */
export type FoundSeat = {
  groupId: string | null
  groupName: string | null
  needsGroup: boolean
  isPast: boolean
  choices: readonly ThreadChoice[] | null
}

/** What a page says of it. */
export const threadGroup = ({ groupId, groupName, needsGroup, isPast, choices }: FoundSeat): ThreadGroup => ({
  key: groupId ?? COMMON_THREAD,
  name: groupName,
  isPast,
  needsGroup,
  choices: choices ?? [],
})
