import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { DemonstrationBanner } from "@/components/shell/demonstration-banner"
import { NoticeToast } from "@/components/shell/notice-toast"
import { SkipLink } from "@/components/shell/skip-link"
import { StaffHeader } from "@/components/shell/staff-header"
import type { RailClass, StaffPlace } from "@/components/shell/staff-nav"

type TeacherShellProps = {
  name: string
  isAdministrator?: boolean
  here?: StaffPlace
  /** Classes to list under "Classes"; the open one is marked. */
  classes?: readonly RailClass[]
  demonstration?: boolean
  children: ReactNode
}

/** Around staff pages: a rail at the side; on a phone a bar on top with the same places behind one button. */
export function TeacherShell({
  name,
  isAdministrator = false,
  here,
  classes = [],
  demonstration,
  children,
}: TeacherShellProps) {
  const shell = useTranslations("shell")
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[13rem_minmax(0,1fr)] print:block">
      <SkipLink>{shell("skipToContent")}</SkipLink>
      <StaffHeader {...{ name, isAdministrator, here, classes }} />
      <div className="min-w-0">
        {demonstration && <DemonstrationBanner />}
        <main id="main" tabIndex={-1} className="px-4 py-5 pb-12 md:px-8 md:py-6 print:p-0">
          {children}
        </main>
        <NoticeToast />
      </div>
    </div>
  )
}
