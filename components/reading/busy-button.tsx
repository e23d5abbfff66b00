"use client"

import { LoaderCircle } from "lucide-react"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"

type BusyButtonProps = { isBusy: boolean; busyLabel: string; children: ReactNode }

/** Submits a form that is sent by hand; says that it is under way and keeps its focus. */
export function BusyButton({ isBusy, busyLabel, children }: BusyButtonProps) {
  return (
    <Button type="submit" variant="main" aria-disabled={isBusy || undefined}>
      {isBusy && <LoaderCircle aria-hidden className="animate-spin" />}
      <span aria-live="polite">{isBusy ? busyLabel : children}</span>
    </Button>
  )
}
