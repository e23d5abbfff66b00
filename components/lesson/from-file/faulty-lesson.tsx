"use client"

import { useTranslations } from "next-intl"
import { FaultLine } from "@/components/lesson/from-file/told-fault"
import { useStepFocus } from "@/components/lesson/from-file/use-step-focus"
import { Button } from "@/components/ui/button"
import type { ToldFault } from "@/lib/lesson/exchange/lesson-plan"

/** A lesson of which more than a question cannot be read: what, and where. */
export function FaultyLesson({ faults, onBack }: { faults: readonly ToldFault[]; onBack: () => void }) {
  const t = useTranslations("lesson.exchange")
  const heading = useStepFocus()
  return (
    <section className="grid max-w-form gap-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-20">
          {t("faultyTitle")}
        </h2>
        <p className="mt-1">{t("faultyLead")}</p>
      </div>
      <ul className="divide-y divide-rule border-rule border-y">
        {faults.map((fault) => (
          <FaultLine key={JSON.stringify(fault)} fault={fault} />
        ))}
      </ul>
      <div>
        <Button variant="main" onClick={onBack}>
          {t("back")}
        </Button>
      </div>
    </section>
  )
}
