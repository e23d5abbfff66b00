/** What a person may be in the school as a whole. */
export type SchoolRole = "student" | "assistant" | "teacher" | "administrator"

/** The school every deployment serves one of. */
export type SchoolView = {
  name: string
  /** IANA name, such as "Asia/Karachi". */
  timeZone: string
  locale: string
}

/** Who is asking. Read from the database on every request, so that a role taken away is gone at once. */
export type Viewer = {
  userId: string
  sessionId: string
  role: SchoolRole
  displayName: string
  userName: string
  mustChangePassword: boolean
  /** Belongs to the demonstration school: pages say so. */
  demonstration: boolean
  school: SchoolView
}
