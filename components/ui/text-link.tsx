import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"

/** A link in words. Links to files and other sites may be given `external`: they are loaded afresh. */
export function TextLink({
  external = false,
  className,
  href,
  ...rest
}: Omit<ComponentProps<typeof PageLink>, "href"> & { href: string; external?: boolean }) {
  const look = cn("link inline-block min-h-6 rounded-mark", className)
  return external ? (
    <a className={look} href={href} {...rest} />
  ) : (
    <PageLink className={look} href={href} {...rest} />
  )
}
