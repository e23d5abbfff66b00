import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { OutboxKeeper } from "@/components/quiz/outbox/outbox-keeper"
import { DemonstrationBanner } from "@/components/shell/demonstration-banner"
import { NoticeToast } from "@/components/shell/notice-toast"
import { SkipLink } from "@/components/shell/skip-link"
import { StudentHeader } from "@/components/shell/student-header"

type StudentShellProps = {
  /** The person signed in: their answers that wait on this device are brought. */
  personId: string
  name: string
  /** The place that is open, to be marked. */
  here?: "home" | "account"
  demonstration?: boolean
  children: ReactNode
}

/** Around a student's own pages: home and account. */
export function StudentShell({ personId, name, here, demonstration = false, children }: StudentShellProps) {
  const shell = useTranslations("shell")
  return (
    <>
      <SkipLink>{shell("skipToContent")}</SkipLink>
      <StudentHeader name={name} here={here} />
      {demonstration && <DemonstrationBanner />}
      <main id="main" tabIndex={-1} className="page">
        <OutboxKeeper personId={personId} />
        {children}
      </main>
      <NoticeToast />
    </>
  )
}
