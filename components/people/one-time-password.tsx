"use client"

import { Printer } from "lucide-react"
import { useTranslations } from "next-intl"
import { CopyButton } from "@/components/people/copy-button"
import { PrintedSlips } from "@/components/people/printed-slips"
import { Button } from "@/components/ui/button"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

/** A password that was just made: shown once, to be read out, copied or printed. */
export function OneTimePassword({ slip, place }: { slip: SignInSlip; place: string }) {
  const t = useTranslations("people.reset")
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">{t("once", { name: slip.displayName })}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-6 gap-y-2 border-accent border-s-2 ps-4">
        <dt className="text-13 text-ink-2">{t("userName")}</dt>
        <dd className="break-all font-semibold text-17">{slip.userName}</dd>
        <dt className="text-13 text-ink-2">{t("password")}</dt>
        <dd data-one-time-password className="break-words font-semibold text-20">
          {slip.password}
        </dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={slip.password} label={t("copy")} doneLabel={t("copied")} />
        <Button variant="quiet" dense onClick={() => window.print()}>
          <Printer aria-hidden />
          {t("print")}
        </Button>
      </div>
      <PrintedSlips slips={[slip]} place={place} />
    </div>
  )
}
