import { Menu } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { AccountMenu } from "@/components/shell/account-menu"
import { Brand } from "@/components/shell/brand"
import { DemonstrationBanner } from "@/components/shell/demonstration-banner"
import { NoticeBell } from "@/components/shell/notice-bell"
import { NoticeToast } from "@/components/shell/notice-toast"
import { SkipLink } from "@/components/shell/skip-link"
import { type RailClass, StaffNav, type StaffPlace } from "@/components/shell/staff-nav"
import { ThemeToggle } from "@/components/ui/theme-toggle"

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
  const places = <StaffNav here={here} classes={classes} isAdministrator={isAdministrator} />
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[13rem_minmax(0,1fr)] print:block">
      <SkipLink>{shell("skipToContent")}</SkipLink>
      <header className="flex h-14 items-center gap-2 border-rule border-b bg-recess px-4 md:hidden print:hidden">
        <PhoneMenu label={shell("menu")}>{places}</PhoneMenu>
        <Brand href="/teach" />
        <div className="ms-auto flex items-center gap-1">
          <NoticeBell />
          <ThemeToggle />
          <AccountMenu name={name} place="header" compact />
        </div>
      </header>
      <div className="border-rule border-e bg-recess max-md:hidden print:hidden">
        <nav
          aria-label={shell("mainNavigation")}
          className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-3 py-4"
        >
          <div className="mb-4 px-2">
            <Brand href="/teach" />
          </div>
          {places}
          <div className="mt-auto flex min-w-0 items-center gap-1 pt-4">
            <NoticeBell />
            <ThemeToggle />
            <AccountMenu name={name} place="rail" />
          </div>
        </nav>
      </div>
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

function PhoneMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <button
        type="button"
        popoverTarget="staff-menu"
        aria-label={label}
        className="grid size-target place-items-center rounded-corner text-ink-2 hover:bg-paper"
      >
        <Menu aria-hidden className="size-5" />
      </button>
      <nav
        id="staff-menu"
        popover="auto"
        aria-label={label}
        className="fixed inset-auto inset-x-0 top-14 m-0 max-h-[calc(100dvh-3.5rem)] w-full overflow-y-auto border-rule-firm border-b bg-recess p-3 text-15 text-ink shadow-lift"
      >
        {children}
      </nav>
    </>
  )
}
