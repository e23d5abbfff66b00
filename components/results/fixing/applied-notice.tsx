"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Notice } from "@/components/ui/notice"

/** Says that it was done, and takes the focus: the form that did it is gone. */
export function AppliedNotice({ count }: { count: number }) {
  const words = useTranslations("results.fixing")
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [])
  return (
    <Notice ref={notice} kind="success" className="mb-5 max-w-read">
      {words("applied", { count })}
    </Notice>
  )
}
