import "server-only"
import type { DemonstrationStudentRow } from "@/lib/lesson/server/enrol-demonstration"
import type { Assignment } from "@/lib/platform/generated/client"
import type { SentenceView } from "@/lib/reading/sentences"

/** Where the demonstration class works, and on what. */
export type DemonstrationGround = {
  assignment: Assignment
  students: readonly DemonstrationStudentRow[]
  sentences: readonly SentenceView[]
}

/** Minutes after some beginning, as an instant. Never later than now. */
export type Clock = (minutes: number) => Date
