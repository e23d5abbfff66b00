import type { ReactNode } from "react"
import { PageLink } from "@/components/ui/page-link"
import { tabListStyle, tabStyle } from "@/components/ui/tab-style"

export type TabLink = {
  href: string
  label: ReactNode
  /** How many things wait there. */
  count?: number
  isHere?: boolean
}

/** Tabs that are pages of their own. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={tabListStyle}>
      {links.map((link) => (
        <PageLink
          key={link.href}
          href={link.href}
          aria-current={link.isHere ? "page" : undefined}
          className={tabStyle}
        >
          {link.label}
          {link.count ? <span className="font-semibold text-accent">{link.count}</span> : null}
        </PageLink>
      ))}
    </nav>
  )
}
