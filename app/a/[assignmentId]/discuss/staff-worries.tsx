import { Worries } from "@/app/teach/classes/worries"
import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"

/** What staff see above a discussion: that somebody is worried about a student. */
export function StaffWorries({ visit: { viewer, enrolment } }: { visit: AssignmentVisit }) {
  if (enrolment.role === "student") return null
  return (
    <div className="px-4 pt-4 empty:hidden md:px-6">
      <Worries viewer={viewer} />
    </div>
  )
}
