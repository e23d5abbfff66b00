import type { ReactNode } from "react"

type DeadEndProps = {
  title: string
  /** What happened. */
  what: string
  /** What is safe. */
  safe: string
  /** What to do. */
  next: ReactNode
  /** Buttons and links. */
  acts: ReactNode
}

/** A whole page where one cannot go on: what happened, what is safe, what to do. */
export function DeadEnd({ title, what, safe, next, acts }: DeadEndProps) {
  return (
    <div className="max-w-[34rem]">
      <svg width="96" height="28" viewBox="0 0 96 28" aria-hidden="true" className="mb-5">
        <path d="M0 4h64M0 14h40M0 24h52" strokeWidth="2" className="stroke-rule-firm" />
        <path d="M46 14h18" strokeWidth="2" strokeDasharray="3 3" className="stroke-accent" />
        <path d="M70 8v12" strokeWidth="2" className="stroke-accent" />
      </svg>
      <h1 className="font-read font-semibold text-25 md:text-31">{title}</h1>
      <p className="mt-3 text-17">{what}</p>
      <p className="mt-1 text-17">{safe}</p>
      <p className="mt-4 text-ink-2">{next}</p>
      <div className="mt-6 flex flex-wrap items-center gap-3">{acts}</div>
    </div>
  )
}
