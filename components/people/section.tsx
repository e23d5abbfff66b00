import { type ReactNode, useId } from "react"

type SectionProps = { title: ReactNode; hint?: ReactNode; acts?: ReactNode; children: ReactNode }

/** A part of a page under its own heading and a hairline. */
export function Section({ title, hint, acts, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-8 border-rule border-t pt-4">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={id} className="font-semibold text-17">
          {title}
        </h2>
        {acts}
      </div>
      {hint && <p className="-mt-2 mb-3 text-13 text-ink-2">{hint}</p>}
      {children}
    </section>
  )
}
