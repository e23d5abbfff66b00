"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { SlipSheet } from "@/components/people/slip-sheet"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Notice } from "@/components/ui/notice"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type SlipMakerProps = {
  classId: string
  className: string
  backHref: string
  students: readonly {
    enrolmentId: string
    displayName: string
    userName: string
    waitsForFirstSignIn: boolean
  }[]
  make: (input: unknown) => Promise<ActionResult<{ slips: SignInSlip[] }>>
}

/** New one-time passwords for the students who are ticked, as slips to print. */
export function SlipMaker({ classId, className, backHref, students, make }: SlipMakerProps) {
  const t = useTranslations("people.slips")
  const waiting = students
    .filter((student) => student.waitsForFirstSignIn)
    .map(({ enrolmentId }) => enrolmentId)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(waiting))
  const [result, setResult] = useState<ActionResult<{ slips: SignInSlip[] }> | null>(null)
  const [pending, start] = useTransition()
  if (result?.ok)
    return (
      <SlipSheet slips={result.value.slips} title={t("list", { className })} {...{ className, backHref }} />
    )
  const toggle = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)))
  const press = () => {
    if (pending || chosen.size === 0) return
    start(async () => setResult(await make({ classId, enrolmentIds: [...chosen] })))
  }
  return (
    <div className="grid max-w-form gap-4">
      <fieldset>
        <legend className="font-semibold">{t("choose")}</legend>
        <p className="text-13 text-ink-2">{t("waitingOnly")}</p>
        <div className="-ms-2 mt-1 flex gap-1">
          <Button
            variant="quiet"
            dense
            onClick={() => setChosen(new Set(students.map(({ enrolmentId }) => enrolmentId)))}
          >
            {t("all")}
          </Button>
          <Button variant="quiet" dense onClick={() => setChosen(new Set())}>
            {t("none")}
          </Button>
        </div>
        <div className="mt-2 grid">
          {students.map(({ enrolmentId, displayName, userName, waitsForFirstSignIn }) => (
            <Checkbox
              key={enrolmentId}
              label={<span dir="auto">{displayName}</span>}
              hint={waitsForFirstSignIn ? `${userName} · ${t("notYet")}` : userName}
              checked={chosen.has(enrolmentId)}
              onChange={(event) => toggle(enrolmentId, event.target.checked)}
              className="border-rule border-b"
            />
          ))}
        </div>
      </fieldset>
      {result && !result.ok && <Notice kind="error">{result.message}</Notice>}
      <Button
        variant="main"
        className="justify-self-start"
        aria-disabled={pending || chosen.size === 0 || undefined}
        onClick={press}
      >
        {pending ? t("making") : t("make", { count: chosen.size })}
      </Button>
    </div>
  )
}
