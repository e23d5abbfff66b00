import type { ComponentProps, ReactNode } from "react"
import { cn } from "@/components/ui/cn"

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** What it does, in words: read out, and shown on hover. */
  label: string
  dense?: boolean
  children: ReactNode
}

/** A button that shows only an icon. */
export function IconButton({
  label,
  dense = false,
  className,
  type = "button",
  children,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cn(
        "inline-grid shrink-0 place-items-center rounded-corner text-ink-2 hover:bg-recess hover:text-ink print:hidden",
        "disabled:cursor-default disabled:bg-transparent disabled:text-rule-firm [&_svg]:size-4",
        dense ? "size-target-dense" : "size-target",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  )
}
