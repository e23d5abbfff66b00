"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { createPortal } from "react-dom"
import { Slip } from "@/components/people/slip"
import "@/components/people/slips.css"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type PrintedSlipsProps = {
  slips: readonly SignInSlip[]
  /** Class or school, at the head of each slip. */
  place: string
}

/**
 * Slips that only the printer sees, in place of the page they were made on. They stand at the end of the document, outside
 * any window that is open over it.
 */
export function PrintedSlips({ slips, place }: PrintedSlipsProps) {
  const t = useTranslations("people.slips")
  const [ready, setReady] = useState(false)
  useEffect(() => {
    setReady(true)
    document.documentElement.dataset.printing = "slips"
    return () => {
      delete document.documentElement.dataset.printing
    }
  }, [])
  if (!ready) return null
  return createPortal(
    <ul data-slips aria-label={t("list", { className: place })} className="hidden grid-cols-2 print:grid">
      {slips.map((slip) => (
        <Slip key={slip.userName} slip={slip} place={place} address={window.location.host} />
      ))}
    </ul>,
    document.body,
  )
}
