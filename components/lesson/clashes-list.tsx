import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { Notice } from "@/components/ui/notice"
import type { Clash } from "@/lib/lesson/find-clashes"

type ClashesListProps = {
  clashes: readonly Clash[]
  clock: Clock
  /** Where the teacher is: what to do about it is another while assigning than afterwards. */
  place: "assign" | "settings"
}

/** What students were granted and these dates do not give, each with what to do. Nothing where there is none. */
export function ClashesList({ clashes, clock, place }: ClashesListProps) {
  const words = useTranslations("lesson.clashes")
  if (clashes.length === 0) return null
  return (
    <Notice kind="warning" title={words("title", { count: clashes.length })}>
      <ul className="grid gap-2">
        {clashes.map((clash) => (
          <li key={clash.kind + ("id" in clash ? clash.id : "")}>
            <ClashLine {...{ clash, clock, place }} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function ClashLine({ clash, clock, place }: Omit<ClashesListProps, "clashes"> & { clash: Clash }) {
  const words = useTranslations("lesson.clashes")
  const time = (at: Date) => () => <Instant at={at} clock={clock} />
  const name = "name" in clash ? clash.name : ""
  if (clash.kind === "earlierDate") {
    const times = { agreed: time(clash.agreed), granted: time(clash.granted) }
    return (
      <>
        {words.rich("earlierDate.what", { name, ...times })} {words.rich("earlierDate.do", times)}
      </>
    )
  }
  const until = time(clash.until)
  const numbers: Record<string, number> =
    clash.kind === "attempts"
      ? { allowed: clash.allowed, fitting: clash.fitting }
      : { minutes: clash.minutes, window: clash.window }
  return (
    <>
      {words(`${clash.kind}.what`, { name, ...numbers })}{" "}
      {words.rich(`${clash.kind}.do.${place}`, { name, until })}
    </>
  )
}
