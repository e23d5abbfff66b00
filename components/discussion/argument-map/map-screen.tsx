import { useTranslations } from "next-intl"
import { MapGaps } from "@/components/discussion/argument-map/map-gaps"
import { MapOutline, type MapPlace } from "@/components/discussion/argument-map/map-outline"
import { MapPicture } from "@/components/discussion/argument-map/map-picture"
import { GroupStanding } from "@/components/discussion/groups/group-standing"
import { GroupSwitch } from "@/components/discussion/groups/group-switch"
import { mapAddress, threadAddress } from "@/components/discussion/thread/thread-address"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { TabLinks } from "@/components/ui/tab-links"
import { TextLink } from "@/components/ui/text-link"
import { buildMap, countMap, type MapNode, type MapPost } from "@/lib/discussion/argument-map/build-map"
import type { ThreadGroup } from "@/lib/discussion/groups/thread-group"
import type { PromptView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type MapScreenProps = {
  assignmentId: string
  promptId: string
  group: ThreadGroup
  isStaff: boolean
  prompt: Pick<PromptView, "text" | "position" | "count">
  /** Null where the thread has not opened for this reader. */
  posts: readonly MapPost[] | null
  mayPost: boolean
  /** How many posts are on it, where there are more in the thread. */
  cutAt: number | null
  isPicture: boolean
}

/** What the class argues at one question, as an outline or a picture, and where the argument stops. */
export function MapScreen(props: MapScreenProps) {
  const { prompt, posts, group, isStaff } = props
  const place = placeOf(props)
  const words = useTranslations("discussion.map")
  const kicker = useTranslations("discussion.thread")
  const map = buildMap(posts ?? [])
  return (
    <div className="mx-auto w-full max-w-page px-4 pt-6 pb-16 md:px-6 md:pt-8">
      <header className="mb-5">
        <p className="flex flex-wrap gap-x-2 text-13 text-ink-2">
          <TextLink href={threadAddress(place)}>{words("back")}</TextLink>
          <span aria-hidden>·</span>
          <span>{kicker("kicker", prompt)}</span>
        </p>
        <h1 className="mt-0.5 font-semibold text-20">{words("title")}</h1>
        <p dir="auto" lang={urduLang(prompt.text)} className="max-w-narrow font-read text-20">
          {prompt.text}
        </p>
        <GroupSwitch group={group} hrefOf={(thread) => mapAddress({ ...place, thread }, props.isPicture)} />
        <GroupStanding {...{ group, isStaff }} className="mt-3 text-ink-2" />
      </header>
      {group.needsGroup ? null : posts === null ? (
        <Notice acts={<TextLink href={threadAddress(place)}>{words("toThread")}</TextLink>}>
          {words("gate")}
        </Notice>
      ) : map.length === 0 ? (
        <EmptyState title={words("emptyTitle")}>{words("empty")}</EmptyState>
      ) : (
        <Drawn {...props} {...{ map, place }} />
      )}
    </div>
  )
}

/** Where links of the map lead: for staff, who may look at several threads, to this one. */
const placeOf = ({ assignmentId, promptId, group, isStaff }: MapScreenProps): MapPlace => ({
  assignmentId,
  promptId,
  isStaff,
  ...(group.choices.length > 1 ? { thread: group.key } : {}),
})

type DrawnProps = Pick<MapScreenProps, "mayPost" | "cutAt" | "isPicture"> & {
  map: MapNode[]
  place: MapPlace
}

function Drawn({ map, place, mayPost, cutAt, isPicture }: DrawnProps) {
  const words = useTranslations("discussion.map")
  const views = [
    { href: mapAddress(place), label: words("outline"), isHere: !isPicture },
    { href: mapAddress(place, true), label: words("picture"), isHere: isPicture },
  ]
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 border-rule border-b text-13">
        <p className="py-2 text-ink-2">{words("counts", countMap(map))}</p>
        <TabLinks label={words("shapes")} links={views} />
      </div>
      {cutAt !== null && <Notice className="mb-5">{words("cut", { count: cutAt })}</Notice>}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-14">
        <div className="min-w-0">
          {isPicture ? <MapPicture map={map} place={place} /> : <MapOutline nodes={map} place={place} />}
        </div>
        <MapGaps map={map} place={place} mayPost={mayPost} />
      </div>
    </>
  )
}
