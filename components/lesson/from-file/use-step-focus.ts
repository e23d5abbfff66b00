import { type RefObject, useEffect, useRef } from "react"

/** Takes the focus to the heading of a step that has just come, so that a keyboard and a screen reader go on from there. */
export function useStepFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
