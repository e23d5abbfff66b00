import { cva, type VariantProps } from "class-variance-authority"
import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"

/**
 * main: the one act of the screen. line: another act of weight. quiet: beside the matter.
 * danger: takes something away. dense: in tables and rails.
 */
export const buttonStyle = cva(
  [
    "inline-flex max-w-full shrink-0 select-none items-center justify-center gap-2 rounded-corner border border-transparent text-center text-15",
    "font-semibold transition-colors print:hidden",
    "disabled:cursor-default disabled:border-rule disabled:bg-recess disabled:text-ink-3",
    "aria-disabled:cursor-default aria-disabled:border-rule aria-disabled:bg-recess aria-disabled:text-ink-3",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        main: "bg-accent text-on-accent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong",
        line: "border-rule-firm text-ink enabled:hover:bg-recess [a&]:hover:bg-recess",
        quiet: "text-accent enabled:hover:bg-accent-wash [a&]:hover:bg-accent-wash",
        danger: "border-wrong text-wrong enabled:hover:bg-wrong-wash [a&]:hover:bg-wrong-wash",
      },
      dense: { true: "min-h-target-dense px-3 py-0.5", false: "min-h-target px-4 py-1.5" },
    },
    compoundVariants: [{ variant: "quiet", class: "px-2" }],
    defaultVariants: { variant: "line", dense: false },
  },
)

export type ButtonStyle = VariantProps<typeof buttonStyle>

/** A button that does something here. It submits nothing unless told so: see SubmitButton. */
export function Button({
  variant,
  dense,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonStyle) {
  return <button type={type} className={cn(buttonStyle({ variant, dense }), className)} {...rest} />
}

/** A link that leads on and looks like an act, such as "Continue reading". */
export function ButtonLink({
  variant,
  dense,
  className,
  ...rest
}: ComponentProps<typeof PageLink> & ButtonStyle) {
  return <PageLink className={cn(buttonStyle({ variant, dense }), className)} {...rest} />
}
