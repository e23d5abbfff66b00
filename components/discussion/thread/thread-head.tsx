import { useTranslations } from "next-intl"
import { mapAddress } from "@/components/discussion/thread/thread-address"
import { PageLink } from "@/components/ui/page-link"
import { tabListStyle, tabStyle } from "@/components/ui/tab-style"
import { TextLink } from "@/components/ui/text-link"
import type { PromptView, ThreadCounts, ThreadOrder } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type ThreadHeadProps = {
  assignmentId: string
  prompt: PromptView
  /** "closes Fri 27 Nov, 16:00" */
  closes: string
  /** "your own answer by Thu 26 Nov, 16:00"; null where no date is set for it. */
  ownBy: string | null
  /** Null before one's own first post. */
  counts: ThreadCounts | null
  order: ThreadOrder
}

/** The question, where it stands among the others, and how its thread is ordered. */
export function ThreadHead({ assignmentId, prompt, closes, ownBy, counts, order }: ThreadHeadProps) {
  const words = useTranslations("discussion.thread")
  const list = `/a/${assignmentId}/discuss`
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
      {counts && counts.posts > 0 && (
        <div className="flex flex-wrap items-end justify-between gap-x-6 text-13">
          <p className="py-2 text-ink-2">
            {words("counts", { posts: counts.posts, people: counts.people })}
            {counts.waiting > 0 && `, ${words("waiting", { count: counts.waiting })}`}
            <span aria-hidden> · </span>
            <TextLink href={mapAddress({ assignmentId, promptId: prompt.id })}>{words("map")}</TextLink>
          </p>
          <Orders href={`${list}/${prompt.id}`} order={order} />
        </div>
      )}
    </header>
  )
}

function Orders({ href, order }: { href: string; order: ThreadOrder }) {
  const words = useTranslations("discussion.thread")
  const links = [
    { order: "argued", href },
    { order: "newest", href: `${href}?order=newest` },
    { order: "unanswered", href: `${href}?order=unanswered` },
    { order: "sentence", href: `${href}?order=sentence` },
  ] as const
  return (
    <nav aria-label={words("orders")} className={tabListStyle}>
      {links.map((link) => (
        <PageLink
          key={link.order}
          href={link.href}
          scroll={false}
          prefetch={false}
          aria-current={link.order === order ? "page" : undefined}
          className={tabStyle}
        >
          {words(`order.${link.order}`)}
        </PageLink>
      ))}
    </nav>
  )
}
