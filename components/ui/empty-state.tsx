import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

type EmptyStateProps = {
  /** What this place is, or what has not happened yet. */
  title: ReactNode
  /** What will stand here, and what makes it come. */
  children?: ReactNode
  /** The next step: a button or a link. */
  act?: ReactNode
  className?: string
}

/** A place that holds nothing yet: three bare lines of the text to come, what this is, and the next step. */
export function EmptyState({ title, children, act, className }: EmptyStateProps) {
  return (
    <div className={cn("grid max-w-narrow justify-items-start gap-2 py-2", className)}>
      <svg width="72" height="20" viewBox="0 0 72 20" aria-hidden="true" className="mb-1">
        <path d="M0 2h72M0 10h56M0 18h64" strokeWidth="2" strokeDasharray="12 3" className="stroke-rule" />
      </svg>
      <p className="font-semibold text-17">{title}</p>
      {children && <div className="max-w-[60ch] text-ink-2">{children}</div>}
      {act && <div className="mt-3 flex flex-wrap items-center gap-3">{act}</div>}
    </div>
  )
}
