"use client"

import { Printer } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { Slip } from "@/components/people/slip"
import { Button, ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type SlipSheetProps = { slips: readonly SignInSlip[]; className: string; backHref: string; title: string }

/** Slips that were just made, on screen and on paper. The passwords exist nowhere else. */
export function SlipSheet({ slips, className, backHref, title }: SlipSheetProps) {
  const t = useTranslations("people.slips")
  const heading = useRef<HTMLHeadingElement>(null)
  const [address, setAddress] = useState("")
  useEffect(() => {
    setAddress(window.location.host)
    heading.current?.focus()
  }, [])
  useLeaveWarning()
  return (
    <div className="grid gap-5">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-20 print:hidden">
        {title}
      </h2>
      <Notice kind="warning" className="print:hidden">
        {t("once")}
      </Notice>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button variant="main" onClick={() => window.print()}>
          <Printer aria-hidden />
          {t("print")}
        </Button>
        <ButtonLink href={backHref}>{t("done")}</ButtonLink>
      </div>
      <ul className="grid max-w-narrow md:grid-cols-2 print:grid-cols-2">
        {slips.map((slip) => (
          <Slip key={slip.userName} slip={slip} place={className} address={address} />
        ))}
      </ul>
    </div>
  )
}

/** A closed tab would lose passwords that nobody has seen yet, so the browser asks first. */
function useLeaveWarning(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [])
}
