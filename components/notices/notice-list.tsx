import { useTranslations } from "next-intl"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { EmptyState } from "@/components/ui/empty-state"
import type { NoticeView } from "@/lib/discussion/notices/notice-view"

/** A notice with its time as it is shown. */
export type ShownNotice = NoticeView & { when: string }

type NoticeListProps = {
  notices: readonly ShownNotice[]
  /** How many are listed at most. */
  most: number
  markSeen: (input: unknown) => Promise<ActionResult<null>>
}

/** What somebody was told, newest first. */
export function NoticeList({ notices, most, markSeen }: NoticeListProps) {
  const words = useTranslations("discussion.notices")
  const [newest] = notices
  if (!newest) return <EmptyState title={words("emptyTitle")}>{words("empty")}</EmptyState>
  return (
    <>
      {notices.some(({ isNew }) => isNew) && (
        <div className="mb-3">
          <ActButton variant="line" action={markSeen} input={{ upTo: newest.id }}>
            {words("allSeen")}
          </ActButton>
        </div>
      )}
      <ul className="border-rule border-t">
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      {notices.length === most && (
        <p className="mt-3 text-13 text-ink-2">{words("older", { count: most })}</p>
      )}
    </>
  )
}

function NoticeLine({ notice }: { notice: ShownNotice }) {
  const words = useTranslations("discussion.notices")
  const { id, kind, author, when, isNew, promptPosition, promptText, assignmentTitle, className } = notice
  return (
    <li className="border-rule border-b">
      <a
        href={`/notices/${id}`}
        className="grid gap-x-4 rounded-mark py-3 hover:bg-accent-wash focus-visible:-outline-offset-2 md:grid-cols-[minmax(0,1fr)_auto]"
      >
        <span className="min-w-0">
          <span dir="auto" className={isNew ? "font-semibold" : undefined}>
            {words(kind, { name: author.name })}
          </span>
          {isNew && (
            <span className="ms-2 rounded-mark bg-accent-wash px-1.5 text-13 text-accent">
              {words("new")}
            </span>
          )}
          <span dir="auto" className="block text-13 text-ink-2">
            {words("place", { position: promptPosition, assignment: assignmentTitle, class: className })}
          </span>
          <span dir="auto" className="line-clamp-2 text-13 text-ink-2">
            {promptText}
          </span>
        </span>
        <span className="text-13 text-ink-2 md:text-end">{when}</span>
      </a>
    </li>
  )
}
