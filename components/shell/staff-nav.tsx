import { BookOpen, CalendarDays, School, UserCog, Users } from "lucide-react"
import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"

export type StaffPlace = "today" | "classes" | "library" | "people" | "school"

export type RailClass = {
  id: string
  name: string
  /** Students in it. */
  count?: number
  isHere?: boolean
}

type StaffNavProps = { here?: StaffPlace; classes: readonly RailClass[]; isAdministrator: boolean }

const teaching = [
  { place: "today", href: "/teach", Icon: CalendarDays },
  { place: "classes", href: "/teach/classes", Icon: Users },
  { place: "library", href: "/teach/library", Icon: BookOpen },
] as const

const administration = [
  { place: "people", href: "/admin/people", Icon: UserCog },
  { place: "school", href: "/admin/school", Icon: School },
] as const

/** The places of staff, with the classes under theirs. */
export function StaffNav({ here, classes, isAdministrator }: StaffNavProps) {
  const shell = useTranslations("shell")
  const places = isAdministrator ? [...teaching, ...administration] : teaching
  return (
    <ul className="grid gap-px">
      {places.map(({ place, href, Icon }) => (
        <li key={place}>
          <PageLink
            href={href}
            aria-current={
              here === place && !(place === "classes" && classes.some((room) => room.isHere))
                ? "page"
                : undefined
            }
            className={cn(entryStyle, here === place && "font-semibold text-ink")}
          >
            <Icon aria-hidden className="size-4 shrink-0" />
            {shell(`places.${place}`)}
          </PageLink>
          {place === "classes" && classes.length > 0 && <ClassList classes={classes} />}
        </li>
      ))}
    </ul>
  )
}

function ClassList({ classes }: { classes: readonly RailClass[] }) {
  return (
    <ul className="mb-2 grid gap-px">
      {classes.map((room) => (
        <li key={room.id}>
          <PageLink
            href={`/teach/classes/${room.id}`}
            aria-current={room.isHere ? "page" : undefined}
            className={cn(
              entryStyle,
              "ps-[34px]",
              room.isHere &&
                "bg-raised font-semibold text-ink shadow-[inset_2px_0_0_var(--color-accent)] rtl:shadow-[inset_-2px_0_0_var(--color-accent)]",
            )}
          >
            <span dir="auto" className="truncate">
              {room.name}
            </span>
            {/* Keeps the number from being read as part of the name. */}{" "}
            {room.count !== undefined && <span className="ms-auto text-13 text-ink-3">{room.count}</span>}
          </PageLink>
        </li>
      ))}
    </ul>
  )
}

const entryStyle =
  "flex min-h-target-dense items-center gap-2.5 rounded-corner px-2 text-ink-2 hover:bg-paper hover:text-ink focus-visible:-outline-offset-2"
