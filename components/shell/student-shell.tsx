import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { OutboxKeeper } from "@/components/quiz/outbox/outbox-keeper"
import { AccountMenu } from "@/components/shell/account-menu"
import { Brand } from "@/components/shell/brand"
import { DemonstrationBanner } from "@/components/shell/demonstration-banner"
import { NoticeBell } from "@/components/shell/notice-bell"
import { NoticeToast } from "@/components/shell/notice-toast"
import { SkipLink } from "@/components/shell/skip-link"
import { type NavLink, TopNav } from "@/components/shell/top-nav"
import { ThemeToggle } from "@/components/ui/theme-toggle"

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
  const links: NavLink[] = [{ href: "/home", label: shell("home"), isHere: here === "home" }]
  return (
    <>
      <SkipLink>{shell("skipToContent")}</SkipLink>
      <header className="flex h-14 items-center gap-3 border-rule border-b px-4 md:gap-5 md:px-6 print:hidden">
        <Brand href="/home" compact />
        <TopNav label={shell("mainNavigation")} links={links} />
        <div className="ms-auto flex min-w-0 items-center gap-1">
          <NoticeBell />
          <ThemeToggle />
          <AccountMenu name={name} place="header" compact />
        </div>
      </header>
      {demonstration && <DemonstrationBanner />}
      <main id="main" tabIndex={-1} className="page">
        <OutboxKeeper personId={personId} />
        {children}
      </main>
      <NoticeToast />
    </>
  )
}
