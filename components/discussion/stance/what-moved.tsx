import { useTranslations } from "next-intl"
import { CauseLine } from "@/components/discussion/stance/cause-line"
import type { CauseView, ClassShift } from "@/lib/discussion/stance/class-shift"
import { directions } from "@/lib/discussion/stance/summarise-moved"

type WhatMovedProps = { assignmentId: string; moved: NonNullable<ClassShift["moved"]> }

/** Which sentences and posts moved people, per direction, with how many; or that none can be named. */
export function WhatMoved({ assignmentId, moved }: WhatMovedProps) {
  const words = useTranslations("discussion.summary.moved")
  const shown = directions.filter((direction) => moved[direction].length > 0)
  return (
    <div className="mt-5">
      {shown.length === 0 && <p className="text-13 text-ink-2">{words("none")}</p>}
      {shown.map((direction) => (
        <div key={direction} className="mt-4">
          <h3 className="font-semibold text-15">{words(direction)}</h3>
          <ul className="mt-1">
            {moved[direction].map((cause) => (
              <li
                key={keyOf(cause)}
                className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 border-rule border-t py-2"
              >
                <CauseLine cause={cause} assignmentId={assignmentId} />
                <b className="whitespace-nowrap">{words("people", { count: cause.people })}</b>
              </li>
            ))}
          </ul>
          <p className="border-rule border-t pt-2 text-13 text-ink-2">{words("rest")}</p>
        </div>
      ))}
    </div>
  )
}

const keyOf = (cause: CauseView): string =>
  cause.kind === "sentence" ? cause.sentence.sentenceId : (cause.post?.id ?? `gone ${cause.people}`)
