import type { ReactNode } from "react"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { StudentShell } from "@/components/shell/student-shell"
import type { Viewer } from "@/lib/access/viewer"

/** The account page stands in the surroundings each person knows. */
export function AccountPage({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  if (viewer.role !== "student") return <StaffPage viewer={viewer}>{children}</StaffPage>
  return (
    <StudentShell
      personId={viewer.userId}
      name={viewer.displayName}
      here="account"
      demonstration={viewer.demonstration}
    >
      {children}
    </StudentShell>
  )
}
