import type { ReactNode } from "react"
import { Worries } from "@/app/teach/classes/worries"
import type { StaffPlace } from "@/components/shell/staff-nav"
import { TeacherShell } from "@/components/shell/teacher-shell"
import type { Viewer } from "@/lib/access/viewer"
import { type ClassSummary, loadClasses } from "@/lib/classroom/server/load-classes"

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
  const own = (classes ?? (await loadClasses(viewer))).filter(
    ({ role, archived }) => role !== null && !archived,
  )
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
      <Worries viewer={viewer} />
      {children}
    </TeacherShell>
  )
}
