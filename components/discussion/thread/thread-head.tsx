import { useTranslations } from "next-intl"
import { GroupStanding } from "@/components/discussion/groups/group-standing"
import { GroupSwitch } from "@/components/discussion/groups/group-switch"
import { mapAddress, threadAddress } from "@/components/discussion/thread/thread-address"
import { PageLink } from "@/components/ui/page-link"
import { tabListStyle, tabStyle } from "@/components/ui/tab-style"
import { TextLink } from "@/components/ui/text-link"
import type { ThreadGroup } from "@/lib/discussion/groups/thread-group"
import type { PromptView, ThreadCounts, ThreadOrder } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type ThreadHeadProps = {
  assignmentId: string
  prompt: PromptView
  group: ThreadGroup
  isStaff: boolean
  /** "closes Fri 27 Nov, 16:00" */
  closes: string
  /** "your own answer by Thu 26 Nov, 16:00"; null where no date is set for it. */
  ownBy: string | null
  /** Null before one's own first post. */
  counts: ThreadCounts | null
  order: ThreadOrder
}

/** The question, where it stands among the others, and how its thread is ordered. */
export function ThreadHead(props: ThreadHeadProps) {
  const { assignmentId, prompt, group, isStaff, closes, ownBy, counts, order } = props
  const words = useTranslations("discussion.thread")
  const list = `/a/${assignmentId}/discuss`
  const at = { assignmentId, promptId: prompt.id }
  const here = group.choices.length > 1 ? { ...at, thread: group.key } : at
  return (
    <header className="max-lg:-order-2 md:ps-26">
      <p className="flex flex-wrap gap-x-2 text-13 text-ink-2">
        <TextLink href={list}>{words("back")}</TextLink>
        <span aria-hidden>·</span>
        <span>{words("kicker", { position: prompt.position, count: prompt.count })}</span>
        <span aria-hidden>·</span>
        {ownBy && (
          <>
            <span>{ownBy}</span>
            <span aria-hidden>·</span>
          </>
        )}
        <span>{closes}</span>
      </p>
      <h1
        dir="auto"
        lang={urduLang(prompt.text)}
        className="mt-0.5 mb-3 font-read font-semibold text-25 md:text-31"
      >
        {prompt.text}
      </h1>
      <GroupSwitch group={group} hrefOf={(thread) => threadAddress({ ...at, thread })} />
      <GroupStanding {...{ group, isStaff }} className="mt-2 max-w-narrow text-13 text-ink-2" />
      {counts && counts.posts > 0 && (
        <div className="flex flex-wrap items-end justify-between gap-x-6 text-13">
          <p className="py-2 text-ink-2">
            {words("counts", { posts: counts.posts, people: counts.people })}
            {counts.waiting > 0 && `, ${words("waiting", { count: counts.waiting })}`}
            <span aria-hidden> · </span>
            <TextLink href={mapAddress(here)}>{words("map")}</TextLink>
          </p>
          <Orders hrefOf={(each) => threadAddress(here, { order: each })} order={order} />
        </div>
      )}
    </header>
  )
}

const ORDERS = ["argued", "newest", "unanswered", "sentence"] as const

type OrdersProps = { hrefOf: (order: ThreadOrder) => string; order: ThreadOrder }

function Orders({ hrefOf, order }: OrdersProps) {
  const words = useTranslations("discussion.thread")
  return (
    <nav aria-label={words("orders")} className={tabListStyle}>
      {ORDERS.map((each) => (
        <PageLink
          key={each}
          href={hrefOf(each)}
          scroll={false}
          prefetch={false}
          aria-current={each === order ? "page" : undefined}
          className={tabStyle}
        >
          {words(`order.${each}`)}
        </PageLink>
      ))}
    </nav>
  )
}
