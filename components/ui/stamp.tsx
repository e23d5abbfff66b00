import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react"
import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"

/** safe: kept by the server. waiting: on its way. local: only on this device. failed: not kept. */
export type StampState = "safe" | "waiting" | "local" | "failed"

const icons = { safe: Check, waiting: LoaderCircle, local: CloudOff, failed: TriangleAlert }

const looks: Record<StampState, string> = {
  safe: "text-ink-2 [&>svg]:text-right",
  waiting: "text-ink-3",
  local: "text-held",
  failed: "text-wrong",
}

/** Where a piece of work is, such as "Saved 10:42". Not announced by itself: the page decides how loud it is. */
export function Stamp({
  state,
  className,
  children,
  ...rest
}: ComponentProps<"span"> & { state: StampState }) {
  const Icon = icons[state]
  return (
    <span className={cn("inline-flex items-start gap-1.5 text-13", looks[state], className)} {...rest}>
      <Icon aria-hidden className={cn("mt-[3px] size-3.5 shrink-0", state === "waiting" && "animate-spin")} />
      <span>{children}</span>
    </span>
  )
}
