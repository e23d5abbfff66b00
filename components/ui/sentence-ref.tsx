import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"

type SentenceRefProps = Omit<ComponentProps<"a">, "children" | "title"> & {
  /** Such as "4.2". */
  label: string
  /** The sentence itself, shown on hover and read out. */
  text?: string
  /** Within running text it takes no more height than the line. */
  inline?: boolean
}

/** A reference to a numbered sentence: the mark that recurs everywhere. Without `href` it is no link. */
export function SentenceRef({ label, text, inline = false, className, href, ...rest }: SentenceRefProps) {
  const look = cn(
    "inline-block whitespace-nowrap border-s-2 border-accent ps-1.5 font-semibold font-ui text-13 text-accent tabular-nums",
    inline
      ? "relative mx-0.5 leading-[1.1rem] after:absolute after:-inset-y-1 after:-inset-x-0.5 after:content-['']"
      : "min-h-6 min-w-6 shrink-0 py-0.5",
    href && "hover:bg-accent-wash",
    className,
  )
  const title = text ? `${label}: ${text}` : undefined
  return href ? (
    <a className={look} href={href} title={title} {...rest}>
      {label}
    </a>
  ) : (
    <span className={look} title={title}>
      {label}
    </span>
  )
}
