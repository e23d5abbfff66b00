import { useTranslations } from "next-intl"
import { Fragment, type ReactNode } from "react"
import { DifficultyMark } from "@/components/results/analysis/difficulty-mark"
import { TextLink } from "@/components/ui/text-link"
import type { ClassDiscussion, CountedShare } from "@/lib/results/discussion/class-discussion"
import { calledOf } from "@/lib/results/discussion/discussion-profile"
import { discussionHref } from "@/lib/results/discussion/discussion-query"

type ClassFindingsProps = { summary: ClassDiscussion; assignmentId: string; namesShown: boolean }

/** Four questions about a discussion, each with its numbers in a sentence and how sure they are. */
export function ClassFindings({ summary, assignmentId, namesShown }: ClassFindingsProps) {
  const results = useTranslations("results.part")
  const base = `/teach/assignments/${assignmentId}/discussion`
  const { onText, across, unsided, unheard, replies, confirmed, settledFair } = summary
  const to = (only: string) => (chunks: ReactNode) => (
    <TextLink href={`${base}?only=${only}#posts`}>{chunks}</TextLink>
  )
  return (
    <div className="grid gap-x-10 gap-y-5 border-rule border-t py-5 md:grid-cols-2 xl:grid-cols-4">
      <Finding title={results("onText")} counted={onText}>
        {results.rich("onTextCount", { count: onText.count, n: onText.n, link: to("citing") })}
      </Finding>
      <Finding title={results("acrossTitle")} counted={across.n > 0 ? across : null}>
        {replies === 0
          ? results("noReplies")
          : across.n === 0
            ? results("noSides")
            : results.rich("acrossCount", { count: across.count, n: across.n, link: to("across") })}{" "}
        {across.n > 0 && unsided > 0 && results("acrossUnsided", { count: unsided })}
      </Finding>
      <Finding title={results("restatedFirst")} counted={confirmed.n > 0 ? confirmed : null}>
        {confirmed.n === 0
          ? results("noRestatements")
          : results.rich("confirmedCount", {
              count: confirmed.count,
              n: confirmed.n,
              link: to("restated"),
            })}{" "}
        {settledFair > 0 && results.rich("settledFairCount", { count: settledFair, link: to("settledFair") })}
      </Finding>
      <Finding title={results("heardTitle")} counted={null}>
        {unheard.length === 0
          ? results("heardAll")
          : results.rich("unheard", { names: () => <Unheard {...{ unheard, assignmentId, namesShown }} /> })}
      </Finding>
    </div>
  )
}

type UnheardProps = Pick<ClassDiscussion, "unheard"> & Omit<ClassFindingsProps, "summary">

/** Each leads to what they wrote. */
function Unheard({ unheard, assignmentId, namesShown }: UnheardProps) {
  return unheard.map(({ author }, at) => (
    <Fragment key={author.key}>
      {at > 0 && ", "}
      <TextLink
        href={discussionHref({ assignmentId, key: author.key }, { showsNames: namesShown })}
        dir="auto"
      >
        {calledOf(author)}
      </TextLink>
    </Fragment>
  ))
}

type FindingProps = { title: string; counted: CountedShare | null; children: ReactNode }

function Finding({ title, counted, children }: FindingProps) {
  return (
    <section>
      <h3 className="font-semibold text-15">{title}</h3>
      <p className="text-15 text-ink-2">{children}</p>
      {counted && <Share counted={counted} />}
    </section>
  )
}

const percent = (share: number): number => Math.round(share * 100)

function Share({ counted: { share } }: { counted: CountedShare }) {
  const results = useTranslations("results.part")
  if (!share) return <p className="text-13 text-ink-3">{results("tooFew")}</p>
  const words = { share: percent(share.share), low: percent(share.low), high: percent(share.high) }
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 text-13 text-ink-2">
      <DifficultyMark share={share.share} interval={share} guess={null} label={results("interval", words)} />
      <span aria-hidden className="tabular-nums">
        {results("intervalShown", words)}
      </span>
    </p>
  )
}
