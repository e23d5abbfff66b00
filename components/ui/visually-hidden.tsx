import type { ReactNode } from "react"

/** Words that are read out but not shown, where the eye has another sign. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}
