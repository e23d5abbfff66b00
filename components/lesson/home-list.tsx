import type { ReactNode } from "react"
import { TextLink } from "@/components/ui/text-link"
import type { HomeAssignment } from "@/lib/lesson/arrange-home"

type HomeListProps = {
  assignments: readonly HomeAssignment[]
  /** What is said of each. */
  say: (assignment: HomeAssignment) => ReactNode
  /** Where each leads, and in which words; left out, it leads nowhere. */
  link?: (assignment: HomeAssignment) => { href: string; words: string; label: string }
}

/** Assignments that ask for nothing now: one line each. */
export function HomeList({ assignments, say, link }: HomeListProps) {
  return (
    <ul className="divide-y divide-rule">
      {assignments.map((assignment) => {
        const leads = link?.(assignment)
        return (
          <li
            key={assignment.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-3 first:pt-0 md:grid-cols-[30%_minmax(0,1fr)_auto]"
          >
            <div dir="auto">
              <ListTitle assignment={assignment} />
              <span className="block text-13 text-ink-3">{assignment.className}</span>
            </div>
            <div className="text-ink-2 max-md:col-span-2 max-md:row-start-2">{say(assignment)}</div>
            {leads && (
              <TextLink href={leads.href} aria-label={leads.label} className="justify-self-end">
                {leads.words}
              </TextLink>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What has been open can be looked at again: the text, one's answers, the discussion. */
function ListTitle({ assignment: { id, title, window } }: { assignment: HomeAssignment }) {
  if (window === "before") return <b className="font-semibold">{title}</b>
  return (
    <TextLink href={`/a/${id}`} className="font-semibold">
      {title}
    </TextLink>
  )
}
