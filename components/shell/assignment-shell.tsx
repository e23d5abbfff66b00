import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { OutboxKeeper } from "@/components/quiz/outbox/outbox-keeper"
import { AccountMenu } from "@/components/shell/account-menu"
import { Brand } from "@/components/shell/brand"
import { DemonstrationBanner } from "@/components/shell/demonstration-banner"
import { NoticeBell } from "@/components/shell/notice-bell"
import { NoticeToast } from "@/components/shell/notice-toast"
import { SkipLink } from "@/components/shell/skip-link"
import { type RailStep, StepRail } from "@/components/shell/step-rail"
import { cn } from "@/components/ui/cn"
import { TextLink } from "@/components/ui/text-link"
import { ThemeToggle } from "@/components/ui/theme-toggle"

type AssignmentShellProps = {
  /** The person signed in: their answers that wait on this device are brought. */
  personId: string
  name: string
  title: string
  className: string
  /** A student's steps, or where staff of the class have theirs. */
  way: { steps: readonly RailStep[] } | { staffHref: string }
  demonstration?: boolean
  /** A line over the page, such as that this is a preview. */
  banner?: ReactNode
  /** page: between margins. bare: the page lays itself out. screen: it fills the window and scrolls within. */
  layout?: "page" | "bare" | "screen"
  children: ReactNode
}

/** Around every page of an assignment: what it is, and where in it I am. */
export function AssignmentShell(props: AssignmentShellProps) {
  const { personId, name, title, className, way, demonstration, banner, layout = "page", children } = props
  const shell = useTranslations("shell")
  return (
    <div
      className={cn(layout === "screen" && "flex h-dvh flex-col overflow-hidden print:block print:h-auto")}
    >
      <SkipLink>{shell("skipToContent")}</SkipLink>
      <header className="grid shrink-0 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 md:flex md:h-14 md:items-stretch md:gap-5 md:border-rule md:border-b md:px-6 print:hidden">
        <Brand href="/home" compact />
        <div className="flex min-w-0 flex-col justify-center py-2 md:relative md:ps-5 md:before:absolute md:before:inset-y-4.5 md:before:inset-s-0 md:before:border-rule md:before:border-s md:before:content-['']">
          <p dir="auto" className="truncate font-semibold leading-5">
            {title}
          </p>
          <p dir="auto" className="truncate text-13 text-ink-3 leading-4">
            {className}
          </p>
        </div>
        {"steps" in way ? (
          <StepRail steps={way.steps} />
        ) : (
          <p className="self-center pb-2 text-13 max-md:col-span-full md:ms-auto md:pb-0 print:hidden">
            <TextLink href={way.staffHref}>{shell("staffWay")}</TextLink>
          </p>
        )}
        <div className="flex min-w-0 items-center gap-1 max-md:col-start-3 max-md:row-start-1">
          {layout !== "screen" && <NoticeBell />}
          <ThemeToggle />
          <AccountMenu name={name} place="header" compact />
        </div>
      </header>
      {demonstration && <DemonstrationBanner />}
      {banner}
      <main
        id="main"
        tabIndex={-1}
        className={cn(
          layout === "page" && "page",
          layout === "screen" && "min-h-0 flex-1 print:overflow-visible",
        )}
      >
        {layout !== "screen" && <OutboxKeeper personId={personId} />}
        {children}
      </main>
      {layout !== "screen" && <NoticeToast />}
      {layout === "screen" && <OutboxKeeper personId={personId} inQuiz />}
    </div>
  )
}
