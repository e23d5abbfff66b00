/** What a teacher set for the discussion of an assignment. */
export type DiscussionRules = {
  /** Until when a student's first post at a question is asked for, in milliseconds since 1970; null: until it closes. */
  ownPostBy: number | null
  /** A challenge begins with the other's view in one's own words. */
  requiresRestatement: boolean
  /** One thread for each group of the class, instead of one for all. */
  byGroups: boolean
  /** Posts of students wait until staff let them through. */
  premoderated: boolean
  /** Seconds between two posts of one student in a thread; 0: none. */
  slowSeconds: number
}

/** What a discussion begins with. */
export const FIRST_RULES: DiscussionRules = {
  ownPostBy: null,
  requiresRestatement: false,
  byGroups: false,
  premoderated: false,
  slowSeconds: 0,
}

/** The pauses that are offered, in seconds. */
export const SLOW_SECONDS = [0, 60, 300, 900] as const
