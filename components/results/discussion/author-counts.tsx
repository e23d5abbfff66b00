import { useTranslations } from "next-intl"
import { PageLink } from "@/components/ui/page-link"
import type { AuthorProfile } from "@/lib/results/discussion/discussion-profile"
import { type DiscussionQuery, discussionHref } from "@/lib/results/discussion/discussion-query"
import type { PostView } from "@/lib/results/discussion/post-views"

type AuthorCountsProps = { one: AuthorProfile; query: DiscussionQuery; assignmentId: string }

const DOES: readonly PostView[] = [
  "openings",
  "replies",
  "citing",
  "across",
  "within",
  "answered",
  "waiting",
  "hidden",
]
const MOVES: readonly PostView[] = ["claim", "support", "challenge", "question", "evidence", "restate"]
const RESTATED: readonly PostView[] = ["restated", "confirmed", "unconfirmed", "settledFair", "settledUnfair"]

/** What somebody's posts do, each number leading to those that it counts; nothing of how long they are. */
export function AuthorCounts(props: AuthorCountsProps) {
  const results = useTranslations("results.part")
  const { heardBy, citations, author } = props.one
  const { assignmentId, query } = props
  const open = (only: PostView, count: number, words: string) =>
    count === 0 ? (
      <span>{words}</span>
    ) : (
      <PageLink
        href={discussionHref({ assignmentId, key: author.key }, { only, showsNames: query.showsNames })}
        className="link inline-block min-h-6"
      >
        {words}
      </PageLink>
    )
  return (
    <div className="grid gap-1 border-rule border-y py-3 text-13">
      <Counts {...props} label={results("counts")} views={DOES} />
      <Counts {...props} label={results("countsMoves")} views={MOVES} />
      {props.one.counts.restated > 0 && (
        <Counts {...props} label={results("countsRestated")} views={RESTATED} />
      )}
      <p className="flex flex-wrap gap-x-4 text-ink-2">
        {open("answered", heardBy, results("heardByLine", { count: heardBy }))}
        {open("citing", citations, results("citations", { count: citations }))}
      </p>
    </div>
  )
}

function Counts({
  one: { author, counts },
  query: { only, showsNames },
  assignmentId,
  label,
  views,
}: AuthorCountsProps & { label: string; views: readonly PostView[] }) {
  const results = useTranslations("results.part")
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-4">
        {views
          .filter((view) => counts[view] > 0)
          .map((view) => (
            <li key={view}>
              <PageLink
                href={discussionHref({ assignmentId, key: author.key }, { only: view, showsNames })}
                aria-current={view === only ? "true" : undefined}
                className="link inline-block min-h-6 aria-[current]:font-semibold"
              >
                {results(`count.${view}`, { count: counts[view] })}
              </PageLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}
