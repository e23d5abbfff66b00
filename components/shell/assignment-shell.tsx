import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { OutboxKeeper } from "@/components/quiz/outbox/outbox-keeper"
import { AssignmentHeader, type AssignmentWay } from "@/components/shell/assignment-header"
import { DemonstrationBanner } from "@/components/shell/demonstration-banner"
import { NoticeToast } from "@/components/shell/notice-toast"
import { SkipLink } from "@/components/shell/skip-link"
import { cn } from "@/components/ui/cn"

type AssignmentShellProps = {
  /** The person signed in: their answers that wait on this device are brought. */
  personId: string
  name: string
  title: string
  className: string
  way: AssignmentWay
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
      <AssignmentHeader {...{ name, title, className, way }} hasBell={layout !== "screen"} />
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
