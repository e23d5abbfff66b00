import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

type PageHeadingProps = {
  title: ReactNode
  /** Of the title, where it is not the page's. */
  lang?: string
  /** The line above: where this belongs. */
  kicker?: ReactNode
  /** The line below: what this is about. */
  lead?: ReactNode
  /** Facts at the far side, such as dates. */
  meta?: ReactNode
  acts?: ReactNode
  /** A staff page is denser. */
  dense?: boolean
  className?: string
}

/** The heading of a page: the only h1. */
export function PageHeading({
  title,
  lang,
  kicker,
  lead,
  meta,
  acts,
  dense = false,
  className,
}: PageHeadingProps) {
  return (
    <header
      className={cn(
        "flex flex-wrap items-end justify-between gap-x-8 gap-y-3",
        dense ? "mb-5" : "mb-8",
        className,
      )}
    >
      <div className="min-w-0">
        {kicker && <div className="text-13 text-ink-2">{kicker}</div>}
        <h1
          dir="auto"
          lang={lang}
          className={cn(
            "max-w-[26em] font-read font-semibold",
            dense ? "text-25" : "mt-1 text-25 md:text-31",
          )}
        >
          {title}
        </h1>
        {lead && <div className="mt-2 max-w-[62ch] text-ink-2">{lead}</div>}
      </div>
      {meta && <div className="ms-auto text-13 text-ink-2 max-md:ms-0 max-md:w-full">{meta}</div>}
      {acts && <div className="flex flex-wrap items-center gap-2">{acts}</div>}
    </header>
  )
}
