import { useTranslations } from "next-intl"
import { Fragment } from "react"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import type { MissedFacts } from "@/lib/results/discussion/discussion-facts"
import { type AuthorProfile, calledOf } from "@/lib/results/discussion/discussion-profile"
import { discussionHref } from "@/lib/results/discussion/discussion-query"

type MissedOwnProps = {
  assignmentId: string
  missed: readonly MissedFacts[]
  students: readonly AuthorProfile[]
}

/** So many names are shown without asking. */
const FEW = 5

/** Who has no answer of their own at a question though the time for it is over. Without names, how many. */
export function MissedOwn({ assignmentId, missed, students }: MissedOwnProps) {
  const results = useTranslations("results.part")
  if (missed.length === 0) return null
  return (
    <Notice kind="warning" title={results("missedTitle")} className="my-3 max-w-narrow">
      <ul>
        {missed.map(({ position, count, keys }) => (
          <li key={position}>
            {keys ? (
              <details open={keys.length <= FEW}>
                <summary className="inline-flex min-h-6 cursor-pointer items-center">
                  {results("missedAt", { position, count })}
                </summary>
                <p>
                  <Names {...{ assignmentId, students, keys }} />
                </p>
              </details>
            ) : (
              results("missedAt", { position, count })
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type NamesProps = Pick<MissedOwnProps, "assignmentId" | "students"> & { keys: readonly string[] }

function Names({ assignmentId, students, keys }: NamesProps) {
  return students
    .filter(({ author }) => keys.includes(author.key))
    .map(({ author }, at) => (
      <Fragment key={author.key}>
        {at > 0 && ", "}
        <TextLink href={discussionHref({ assignmentId, key: author.key }, { showsNames: true })} dir="auto">
          {calledOf(author)}
        </TextLink>
      </Fragment>
    ))
}
