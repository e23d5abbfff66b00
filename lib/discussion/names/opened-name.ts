/** What a student is told on their home when a teacher opened their name. `position` is the question's, from 1. */
export type OpenedName = {
  id: string
  reason: string
  title: string
  position: number
  assignmentId: string
  promptId: string
  /** False where the assignment was put away: then there is no thread to look at. */
  isHere: boolean
}
