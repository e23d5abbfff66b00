import { useTranslations } from "next-intl"
import { Notice } from "@/components/ui/notice"
import type { ThreadGroup } from "@/lib/discussion/groups/thread-group"

type GroupStandingProps = { group: ThreadGroup; isStaff: boolean; className?: string }

/** Who reads this thread, where that is not simply the class. */
export function GroupStanding({ group, isStaff, className }: GroupStandingProps) {
  const words = useTranslations("discussion.groups")
  if (group.needsGroup)
    return (
      <Notice kind="warning" title={words("noneTitle")} className={className}>
        {words("none")}
      </Notice>
    )
  if (isStaff && group.isPast)
    return <Notice className={className}>{words(group.name === null ? "pastCommon" : "pastGroup")}</Notice>
  if (isStaff || group.name === null) return null
  return (
    <p className={className}>
      {words.rich("yours", { group: group.name, b: (chunks) => <b dir="auto">{chunks}</b> })}
    </p>
  )
}
