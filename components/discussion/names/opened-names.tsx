import { useTranslations } from "next-intl"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { Hang } from "@/components/ui/hang"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextLink } from "@/components/ui/text-link"
import type { OpenedName } from "@/lib/discussion/names/opened-name"

type OpenedNamesProps = {
  opened: readonly OpenedName[]
  /** Puts the line away. */
  see: (revealId: string) => Promise<void>
}

/** On a student's home: where a teacher opened their name, and why, until they have read it. */
export function OpenedNames({ opened, see }: OpenedNamesProps) {
  const words = useTranslations("discussion.names")
  if (opened.length === 0) return null
  return (
    <Hang label={words("homeLabel")}>
      <ul className="divide-y divide-rule">
        {opened.map(({ isHere, ...one }) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0"
          >
            <div className="min-w-0">
              <p dir="auto" className="font-semibold">
                {words("home", one)}
              </p>
              <p dir="auto">{words("homeReason", one)}</p>
              <p className="text-13 text-ink-2">
                {words("homeText")} {isHere && <ThreadLink {...one} />}
              </p>
            </div>
            <form action={see.bind(null, one.id)}>
              <SubmitButton variant="line" dense aria-label={words("seenOf", one)}>
                {words("seen")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </Hang>
  )
}

function ThreadLink({ title, position, ...at }: Omit<OpenedName, "isHere">) {
  const words = useTranslations("discussion.names")
  return (
    <TextLink href={threadAddress(at)} aria-label={words("lookAt", { title, position })}>
      {words("look")}
    </TextLink>
  )
}
