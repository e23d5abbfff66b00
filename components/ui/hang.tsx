import { type ReactNode, useId } from "react"
import { cn } from "@/components/ui/cn"

type HangProps = {
  label: ReactNode
  /** A quieter line under the label. */
  note?: ReactNode
  children: ReactNode
  className?: string
  /** Where a link leads to it. */
  id?: string
}

/** A section whose heading hangs in the margin, with its matter beside it; below a hairline. */
export function Hang({ label, note, children, className, id }: HangProps) {
  const titleId = useId()
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className={cn(
        "grid gap-x-8 gap-y-3 border-rule border-t py-6 md:grid-cols-[11rem_minmax(0,1fr)]",
        className,
      )}
    >
      <div>
        <h2 id={titleId} className="font-semibold">
          {label}
        </h2>
        {note && <p className="text-13 text-ink-3">{note}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
