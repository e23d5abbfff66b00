import { useTranslations } from "next-intl"
import { citationLabel, sentenceHref } from "@/components/discussion/posts/citation-quote"
import { MoveMark } from "@/components/discussion/posts/move-mark"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { isClaim, type MapNode, nodesOf, type Relation } from "@/lib/discussion/argument-map/build-map"

export type MapPlace = { assignmentId: string; promptId: string; isStaff: boolean; thread?: string }

/** How many levels lie open; what is deeper is behind a press. */
const OPEN_LEVELS = 2

/** What a line at the side says without words; the move beside it says it in words. */
const EDGE: Record<Relation, string> = {
  opens: "border-rule",
  supports: "border-accent",
  challenges: "border-wrong border-dashed",
  asks: "border-rule-firm border-dotted",
  restates: "border-rule-firm border-double",
}

type MapOutlineProps = { nodes: readonly MapNode[]; place: MapPlace; level?: number }

/** The argument as a list within lists: each answer beneath what it answers. */
export function MapOutline({ nodes, place, level = 0 }: MapOutlineProps) {
  return (
    <ul className={cn("grid", level === 0 ? "gap-5" : "mt-2 gap-2")}>
      {nodes.map((node) => (
        <li key={node.post.id} className={cn("min-w-0 border-s-2 ps-3 md:ps-4", EDGE[node.relation])}>
          <Entry node={node} place={place} />
          {node.children.length > 0 && <Answers {...{ node, place, level }} />}
        </li>
      ))}
    </ul>
  )
}

function Answers({ node, place, level }: { node: MapNode; place: MapPlace; level: number }) {
  const words = useTranslations("discussion.map")
  // Deep conversations would leave no room for words on a phone: from some depth on they are not set in any more.
  const answers = <MapOutline nodes={node.children} place={place} level={level + 1} />
  if (level + 1 < OPEN_LEVELS) return answers
  const count = nodesOf(node.children).filter(({ post }) => post.words !== null).length
  return (
    <details>
      <summary className="min-h-6 cursor-pointer rounded-mark py-1 text-13 text-accent">
        {words("beneath", { count })}
      </summary>
      {answers}
    </details>
  )
}

function Entry({ node, place }: { node: MapNode; place: MapPlace }) {
  const words = useTranslations("discussion.map")
  const sides = useTranslations("discussion.sidesOfPost")
  const { post } = node
  if (post.words === null || !post.author) return <p className="text-13 text-ink-2 italic">{words("gone")}</p>
  const { name } = post.author
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2 text-13 text-ink-2">
        <MoveMark move={post.move} />
        <span dir="auto" className="font-semibold text-ink">
          {name}
        </span>
        {post.side && <span>{sides(post.side)}</span>}
      </p>
      <p dir="auto" className="max-w-[62ch] break-words">
        <PageLink
          href={threadAddress(place, { post: post.id })}
          prefetch={false}
          aria-label={words("read", { name })}
          className="rounded-mark text-ink hover:text-accent hover:underline"
        >
          {post.words}
        </PageLink>
      </p>
      <RestsOn node={node} place={place} />
    </div>
  )
}

function RestsOn({ node, place }: { node: MapNode; place: MapPlace }) {
  const words = useTranslations("discussion.map")
  const { restsOn } = node
  if (restsOn.length === 0)
    return isClaim(node) ? <p className="text-13 text-held">{words("restsOnNothing")}</p> : null
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-13 text-ink-2">
      <span>{words("restsOn")}</span>
      {restsOn.map((citation) => (
        <SentenceRef
          key={citation.sentenceId}
          label={citationLabel(citation)}
          text={citation.quote}
          href={place.isStaff ? undefined : sentenceHref(place.assignmentId, citation)}
        />
      ))}
    </p>
  )
}
