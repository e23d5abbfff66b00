import { useTranslations } from "next-intl"
import type { MapPlace } from "@/components/discussion/argument-map/map-outline"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { TextLink } from "@/components/ui/text-link"
import type { MapNode } from "@/lib/discussion/argument-map/build-map"
import { findGaps, type Gap, missingSides } from "@/lib/discussion/argument-map/find-gaps"

const MOST_SHOWN = 6

type MapGapsProps = { map: readonly MapNode[]; place: MapPlace; mayPost: boolean }

/** What nobody has argued yet: an invitation, where one may still post. */
export function MapGaps({ map, place, mayPost }: MapGapsProps) {
  const words = useTranslations("discussion.map")
  const gaps = findGaps(map)
  const sides = missingSides(map)
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps" className="mb-2 font-semibold text-17">
        {words("gapsTitle")}
      </h2>
      {gaps.length + sides.length === 0 && <p className="text-ink-2">{words("noGaps")}</p>}
      <ul className="grid gap-3">
        {sides.map((side) => (
          <li key={side}>{words(`sideMissing.${side}`)}</li>
        ))}
        {gaps.slice(0, MOST_SHOWN).map((gap) => (
          <Invitation key={`${gap.kind} ${gap.node.post.id}`} {...{ gap, place, mayPost }} />
        ))}
      </ul>
      {gaps.length > MOST_SHOWN && (
        <p className="mt-3 text-13 text-ink-2">{words("moreGaps", { count: gaps.length - MOST_SHOWN })}</p>
      )}
    </section>
  )
}

function Invitation({ gap, place, mayPost }: { gap: Gap; place: MapPlace; mayPost: boolean }) {
  const words = useTranslations("discussion.map")
  const { kind, node, move } = gap
  const { id, author } = node.post
  const answer = threadAddress(place, { post: id, answer: id, move })
  return (
    <li>
      <p>{words(`gaps.${kind}`)}</p>
      <p dir="auto" className="line-clamp-2 break-words text-13 text-ink-2">
        {author?.name}: {node.post.words}
      </p>
      <TextLink href={mayPost ? answer : threadAddress(place, { post: id })}>
        {mayPost ? words(`gapActs.${kind}`) : words("read", { name: author?.name ?? "" })}
      </TextLink>
    </li>
  )
}
