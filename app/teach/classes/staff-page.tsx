import type { ReactNode } from "react"
import { takeWorryAction } from "@/app/a/[assignmentId]/discuss/actions"
import { WorryBanner } from "@/components/discussion/moderation/worry-banner"
import type { StaffPlace } from "@/components/shell/staff-nav"
import { TeacherShell } from "@/components/shell/teacher-shell"
import type { Viewer } from "@/lib/access/viewer"
import { type ClassSummary, loadClasses } from "@/lib/classroom/server/load-classes"
import { loadWorries } from "@/lib/discussion/server/load-worries"
import { now } from "@/lib/platform/clock"

type StaffPageProps = {
  viewer: Viewer
  here?: StaffPlace
  /** The class that is open, by its id in addresses. */
  openClass?: string
  /** Where the page has loaded them already. */
  classes?: readonly Pick<ClassSummary, "publicId" | "name" | "students" | "role" | "archived">[]
  children: ReactNode
}

/** A staff page with the viewer's own classes in the rail. */
export async function StaffPage({ viewer, here, openClass, classes, children }: StaffPageProps) {
  const [all, worries] = await Promise.all([classes ?? loadClasses(viewer), loadWorries(viewer)])
  const own = all.filter(({ role, archived }) => role !== null && !archived)
  const rail = own.map(({ publicId, name, students }) => ({
    id: publicId,
    name,
    count: students,
    isHere: publicId === openClass,
  }))
  return (
    <TeacherShell
      name={viewer.displayName}
      isAdministrator={viewer.role === "administrator"}
      here={here}
      classes={rail}
      demonstration={viewer.demonstration}
    >
      <WorryBanner worries={worries} clock={{ ...viewer.school, now: now() }} take={takeWorryAction} />
      {children}
    </TeacherShell>
  )
}
