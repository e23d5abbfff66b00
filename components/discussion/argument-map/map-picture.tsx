import { useTranslations } from "next-intl"
import type { MapPlace } from "@/components/discussion/argument-map/map-outline"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { cn } from "@/components/ui/cn"
import type { MapNode, Relation } from "@/lib/discussion/argument-map/build-map"
import { BOX, type Box, drawMap, type Line } from "@/lib/discussion/argument-map/draw-map"
import { shorten } from "@/lib/discussion/argument-map/shorten"

const LINE: Record<Relation, string> = {
  opens: "stroke-rule-firm",
  supports: "stroke-accent",
  challenges: "stroke-wrong [stroke-dasharray:6_4]",
  asks: "stroke-ink-3 [stroke-dasharray:1.5_4]",
  restates: "stroke-ink-3",
}

const MARGIN = 4
const LETTERS = { name: 24, words: 31 } as const

type MapPictureProps = { map: readonly MapNode[]; place: MapPlace }

/** The argument as a picture: what answers stands to the right of what it answers. Every box leads to its post. */
export function MapPicture({ map, place }: MapPictureProps) {
  const words = useTranslations("discussion.map")
  const { boxes, lines, width, height } = drawMap(map)
  return (
    <figure>
      <section
        aria-label={words("pictureLabel")}
        className="overflow-auto rounded-corner border border-rule bg-raised"
      >
        <svg
          width={width + 2 * MARGIN}
          height={height + 2 * MARGIN}
          viewBox={`${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}
          className="block font-ui"
          aria-hidden={boxes.length === 0}
        >
          <title>{words("title")}</title>
          {lines.map((line) => (
            <Connection key={line.to.node.post.id} line={line} />
          ))}
          {boxes.map((box) => (
            <PostBox key={box.node.post.id} box={box} place={place} />
          ))}
        </svg>
      </section>
      <Legend />
    </figure>
  )
}

function Connection({ line: { from, to } }: { line: Line }) {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2]
  const [x2, y2] = [to.x, to.y + BOX.height / 2]
  const middle = (x1 + x2) / 2
  const path = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
  return <path d={path} fill="none" strokeWidth="2" className={LINE[to.node.relation]} />
}

function PostBox({ box, place }: { box: Box; place: MapPlace }) {
  const words = useTranslations("discussion.map")
  const moves = useTranslations("discussion.moves")
  const { post, restsOn } = box.node
  const at = `translate(${box.x} ${box.y})`
  if (post.words === null || !post.author)
    return (
      <g transform={at}>
        <Frame isGone />
        <text x="12" y="31" className="fill-ink-2 text-[12px]">
          {shorten(words("gone"), LETTERS.words)}
        </text>
      </g>
    )
  const label = `${moves(post.move)}, ${post.author.name}: ${post.words}`
  return (
    <g transform={at}>
      <a href={threadAddress(place, { post: post.id })} aria-label={label} className="group">
        <title>{label}</title>
        <Frame rests={restsOn.length > 0} />
        <text x="12" y="21" className="fill-ink-2 font-semibold text-[12px]">
          {shorten(`${moves(post.move)} · ${post.author.name}`, LETTERS.name + 4)}
        </text>
        <text x="12" y="40" className="fill-ink text-[12px]">
          {shorten(post.words.replace(/\s+/g, " "), LETTERS.words)}
        </text>
      </a>
    </g>
  )
}

/** A bar at its side where it rests on the text, as sentences have one everywhere. */
function Frame({ rests = false, isGone = false }: { rests?: boolean; isGone?: boolean }) {
  return (
    <>
      <rect
        width={BOX.width}
        height={BOX.height}
        rx="3"
        className={cn(
          "fill-paper stroke-rule-firm group-hover:stroke-accent group-focus-visible:stroke-accent",
          isGone && "[stroke-dasharray:4_3]",
        )}
      />
      {rests && <rect x="1" y="1" width="4" height={BOX.height - 2} className="fill-accent" />}
    </>
  )
}

const legend = ["supports", "challenges", "asks"] as const

function Legend() {
  const words = useTranslations("discussion.map")
  return (
    <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-13 text-ink-2">
      <span className="sr-only">{words("legend")}</span>
      {legend.map((relation) => (
        <span key={relation} className="flex items-center gap-2">
          <svg width="28" height="8" aria-hidden="true">
            <path d="M0 4h28" strokeWidth="2" className={LINE[relation]} />
          </svg>
          {words(`relations.${relation}`)}
        </span>
      ))}
      <span className="flex items-center gap-2">
        <svg width="8" height="14" aria-hidden="true">
          <rect width="4" height="14" className="fill-accent" />
        </svg>
        {words("restsOn")}
      </span>
    </figcaption>
  )
}
