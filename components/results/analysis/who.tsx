"use client"

import { useEffect, useRef, useState } from "react"
import { useWhoNames } from "@/components/results/analysis/who-names"
import { PageLink } from "@/components/ui/page-link"

type WhoProps = {
  count: number
  /** Places in the list of names, one after another: as numbers Next would visit each of thousands, sending and reading. */
  at: string
  inWords: boolean
}

/**
 * A number that opens the students it counts. The list is made when it is opened: all of them together would be the page
 * many times over.
 */
export function Who({ count, at, inWords }: WhoProps) {
  const { base, people, words } = useWhoNames()
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  // It may have been opened before this script had come.
  useEffect(() => setOpen(details.current?.open ?? false), [])
  const word = words[count] ?? String(count)
  return (
    <details ref={details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-mark text-accent tabular-nums marker:content-none hover:underline">
        {inWords ? (
          word
        ) : (
          <>
            <span aria-hidden>{count}</span>
            <span className="sr-only">{word}</span>
          </>
        )}
      </summary>
      {isOpen && (
        <ul className="grid gap-0.5 py-1 text-13">
          {at.split(" ").map((place) => {
            const [enrolmentId, name] = people[Number(place)] ?? ["", ""]
            return (
              <li key={enrolmentId}>
                <PageLink
                  href={`${base}/students/${enrolmentId}`}
                  dir="auto"
                  className="link inline-block min-h-6"
                >
                  {name}
                </PageLink>
              </li>
            )
          })}
        </ul>
      )}
    </details>
  )
}
