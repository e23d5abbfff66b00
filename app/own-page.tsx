import type { ReactNode } from "react"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { StudentShell } from "@/components/shell/student-shell"
import type { Viewer } from "@/lib/access/viewer"

type OwnPageProps = { viewer: Viewer; here?: "account"; children: ReactNode }

/** A page of somebody about themselves, in the surroundings they know. */
export function OwnPage({ viewer, here, children }: OwnPageProps) {
  if (viewer.role !== "student") return <StaffPage viewer={viewer}>{children}</StaffPage>
  return (
    <StudentShell
      personId={viewer.userId}
      name={viewer.displayName}
      here={here}
      demonstration={viewer.demonstration}
    >
      {children}
    </StudentShell>
  )
}
