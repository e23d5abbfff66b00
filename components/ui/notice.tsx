import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react"
import type { ComponentProps, ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type NoticeKind = "info" | "warning" | "error" | "success"

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert, success: CircleCheck }

const looks: Record<NoticeKind, string> = {
  info: "border-accent bg-accent-wash [&>svg]:text-accent",
  warning: "border-part bg-part-wash [&>svg]:text-part",
  error: "border-wrong bg-wrong-wash [&>svg]:text-wrong",
  success: "border-right bg-right-wash [&>svg]:text-right",
}

type NoticeProps = Omit<ComponentProps<"div">, "title"> & {
  kind?: NoticeKind
  title?: ReactNode
  /** The next step: links or buttons. */
  acts?: ReactNode
}

/** A sentence the person should not miss. An error is announced at once, the others when there is time. */
export function Notice({ kind = "info", title, acts, className, children, ...rest }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div
      role={kind === "error" ? "alert" : "status"}
      tabIndex={-1}
      className={cn("flex gap-3 border-s-2 py-2.5 ps-3 pe-4", looks[kind], className)}
      {...rest}
    >
      <Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {acts && <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">{acts}</div>}
      </div>
    </div>
  )
}
