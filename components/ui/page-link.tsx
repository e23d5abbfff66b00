import Link from "next/link"
import type { ComponentProps } from "react"
import { LinkPending } from "@/components/ui/link-pending"

/**
 * A link within the app. Nothing is fetched ahead: every page is made for its reader at the moment, so that fetching
 * ahead would cost the server a request and save the reader nothing. While the next page is on its way, it says so.
 */
export function PageLink({ children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...rest}>
      {children}
      <LinkPending />
    </Link>
  )
}
