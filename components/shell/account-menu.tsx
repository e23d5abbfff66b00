import { ChevronDown, CircleUser, LogOut } from "lucide-react"
import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"

type AccountMenuProps = {
  name: string
  /** Where the sheet opens: under the header's end, or above the foot of the rail. */
  place: "header" | "rail"
  /** The name is too much for a narrow header. */
  compact?: boolean
}

/**
 * The person's name, with the account and the way out behind it. The browser's own popover: it closes by Escape and by
 * a press elsewhere, works before any script has run, and costs none.
 */
export function AccountMenu({ name, place, compact = false }: AccountMenuProps) {
  const shell = useTranslations("shell")
  const id = `account-${place}`
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={shell("accountOf", { name })}
        className="flex min-h-target min-w-0 items-center gap-1.5 rounded-corner px-2 text-ink hover:bg-recess [&_svg]:size-4"
      >
        <CircleUser
          aria-hidden
          className={cn("shrink-0 text-ink-2", !compact && "hidden", compact && "md:hidden")}
        />
        <span className={cn("truncate", compact && "max-md:hidden")}>{name}</span>
        {place === "header" && (
          <ChevronDown aria-hidden className={cn("shrink-0 text-ink-3", compact && "max-md:hidden")} />
        )}
      </button>
      <div
        id={id}
        popover="auto"
        className={cn(
          "fixed inset-auto m-0 min-w-52 max-w-[calc(100vw-2rem)] rounded-corner border border-rule bg-raised py-1 text-15 text-ink shadow-lift",
          place === "header" ? "inset-e-4 top-13" : "inset-s-3 bottom-16",
        )}
      >
        <p className="px-3 py-1 text-13 text-ink-3">{shell("signedInAs", { name })}</p>
        <PageLink href="/account" className={entryStyle}>
          <CircleUser aria-hidden />
          {shell("yourAccount")}
        </PageLink>
        <form action="/sign-out" method="post">
          <button type="submit" className={entryStyle}>
            <LogOut aria-hidden />
            {shell("signOut")}
          </button>
        </form>
      </div>
    </>
  )
}

const entryStyle =
  "flex min-h-target w-full items-center gap-2.5 px-3 text-start hover:bg-accent-wash hover:text-accent focus-visible:-outline-offset-2 [&_svg]:size-4"
