import { TextLink } from "@/components/ui/text-link"

export type Need = {
  id: string
  /** How many wait. */
  count: number
  /** What waits, in words. */
  what: string
  /** About what. */
  about: string
  href: string
  act: string
}

/** What needs a teacher now, each with its number and the act that answers it. */
export function NeedsList({ needs }: { needs: readonly Need[] }) {
  return (
    <ul className="divide-y divide-rule">
      {needs.map((need) => (
        <li
          key={need.id}
          className="grid grid-cols-[2rem_minmax(0,1fr)] items-baseline gap-y-1 py-1.5 first:pt-0 md:grid-cols-[2rem_minmax(0,1fr)_auto]"
        >
          <b className="font-semibold text-17 text-accent tabular-nums">{need.count}</b>
          <p>
            <b className="font-semibold">{need.what}</b>{" "}
            <span className="text-ink-2" dir="auto">
              {need.about}
            </span>
          </p>
          <TextLink href={need.href} className="max-md:col-start-2 max-md:justify-self-start">
            {need.act}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
