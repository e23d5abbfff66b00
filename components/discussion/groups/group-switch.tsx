import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"
import { tabListStyle, tabStyle } from "@/components/ui/tab-style"
import type { ThreadGroup } from "@/lib/discussion/groups/thread-group"

type GroupSwitchProps = { group: ThreadGroup; hrefOf: (key: string) => string; className?: string }

/** For staff: the threads of all groups, one press each. Nothing where there is one thread for all. */
export function GroupSwitch({ group, hrefOf, className }: GroupSwitchProps) {
  const words = useTranslations("discussion.groups")
  const { choices } = group
  if (choices.length < 2) return null
  return (
    <nav aria-label={words("switch")} className={cn(tabListStyle, className)}>
      {choices.map(({ key, name, isPast }) => (
        <PageLink
          key={key}
          href={hrefOf(key)}
          scroll={false}
          prefetch={false}
          aria-current={key === group.key ? "page" : undefined}
          className={tabStyle}
        >
          <bdi>{name ?? words("common")}</bdi>
          {isPast && <span className="font-normal text-13 text-ink-3">{words("past")}</span>}
        </PageLink>
      ))}
    </nav>
  )
}
