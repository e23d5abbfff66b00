import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"

const tick = cn(
  "before:block before:size-full before:bg-on-accent before:opacity-0 before:content-[''] checked:before:opacity-100",
  "before:[clip-path:polygon(20%_48%,12%_57%,40%_84%,90%_28%,81%_19%,39%_65%)]",
)

/**
 * The browser's own radio button or checkbox in our colours: it needs no script, and a form carries it.
 * Forced colours (high contrast) keep the browser's drawing.
 */
export function ChoiceMark({
  type,
  className,
  ...rest
}: ComponentProps<"input"> & { type: "radio" | "checkbox" }) {
  return (
    <input
      type={type}
      className={cn(
        "mt-1 size-4 shrink-0 appearance-none border border-rule-firm bg-raised checked:border-accent checked:bg-accent",
        "disabled:border-rule disabled:bg-recess forced-colors:appearance-auto",
        type === "radio"
          ? "rounded-full checked:shadow-[inset_0_0_0_3px_var(--color-raised)]"
          : cn("rounded-mark", tick),
        className,
      )}
      {...rest}
    />
  )
}
