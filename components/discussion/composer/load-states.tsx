"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"

/** Something to choose from is on its way: said to who cannot see it come. */
export function WaitingLoad({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{children}</span>
      <Skeleton lines={6} />
    </div>
  )
}

export function FailedLoad({ again, children }: { again: () => void; children: ReactNode }) {
  const words = useTranslations("discussion.picker")
  return (
    <Notice kind="error" acts={<Button onClick={again}>{words("again")}</Button>}>
      {children}
    </Notice>
  )
}
