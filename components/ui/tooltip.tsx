"use client"

import { Tooltip as Radix } from "radix-ui"
import type { ReactNode } from "react"

type TooltipProps = {
  /** One focusable element: a tooltip must be reachable by keyboard. */
  children: ReactNode
  /** A few words. What a person needs in order to act stands on the page, not here. */
  text: ReactNode
  side?: "top" | "right" | "bottom" | "left"
}

/** A few words on hover or focus. */
export function Tooltip({ children, text, side = "top" }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-72 rounded-corner bg-ink px-2.5 py-1 text-13 text-paper print:hidden"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
