import { PageLink } from "@/components/ui/page-link"

export type NavLink = { href: string; label: string; isHere?: boolean; count?: number }

/** The main places, in the header. */
export function TopNav({ label, links }: { label: string; links: readonly NavLink[] }) {
  return (
    <nav aria-label={label} className="flex self-stretch overflow-x-auto md:ms-3">
      {links.map((link) => (
        <PageLink
          key={link.href}
          href={link.href}
          aria-current={link.isHere ? "page" : undefined}
          className="flex items-center whitespace-nowrap border-transparent border-y-2 px-3 text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-b-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {link.label}
        </PageLink>
      ))}
    </nav>
  )
}
