"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState, useTransition } from "react"
import { RosterPreview } from "@/components/people/roster-preview"
import { type Plan, RosterSources } from "@/components/people/roster-sources"
import { SlipSheet } from "@/components/people/slip-sheet"
import type { ActionResult } from "@/components/ui/action-form"
import { Button, ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Given } from "@/components/ui/paste-or-file"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type Added = { slips: SignInSlip[]; changed: number }
type Planning = (input: unknown) => Promise<ActionResult<Plan>>
type Adding = (input: unknown) => Promise<ActionResult<Added>>

type RosterImporterProps = {
  classId: string
  className: string
  backHref: string
  plan: Planning
  planFile: Planning
  add: Adding
  addFile: Adding
}

/** Three steps on one page: hand a list over, see what it would do, get the slips. */
export function RosterImporter(props: RosterImporterProps) {
  const { classId, className, backHref, plan, planFile, add, addFile } = props
  const [source, setSource] = useState<Given | null>(null)
  const [planned, setPlanned] = useState<Plan | null>(null)
  const [added, setAdded] = useState<Added | null>(null)
  if (added) return <Done added={added} {...{ className, backHref }} />
  if (!planned || !source)
    return (
      <RosterSources
        {...{ classId, plan, planFile }}
        last={source}
        onPlanned={(value, from) => {
          setPlanned(value)
          setSource(from)
        }}
      />
    )
  const carryOut = () => {
    const { kind, ...list } = source
    return (kind === "file" ? addFile : add)({ classId, seal: planned.seal, ...list })
  }
  return (
    <Look
      plan={planned}
      isFile={source.kind === "file"}
      carryOut={carryOut}
      onDone={setAdded}
      onBack={() => setPlanned(null)}
    />
  )
}

type LookProps = {
  plan: Plan
  isFile: boolean
  carryOut: () => Promise<ActionResult<Added>>
  onDone: (added: Added) => void
  onBack: () => void
}

function Look({ plan, isFile, carryOut, onDone, onBack }: LookProps) {
  const t = useTranslations("people.roster")
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const count = (outcome: string) => plan.lines.filter((line) => line.outcome === outcome).length
  const [fresh, changed] = [count("new"), count("changed")]
  const press = () => {
    if (pending) return
    start(async () => {
      const result = await carryOut()
      if (result.ok) onDone(result.value)
      else setRefusal(result.message)
    })
  }
  return (
    <div className="grid max-w-narrow gap-5">
      <RosterPreview heading={plan.heading} lines={plan.lines} isFile={isFile} />
      {refusal && <Notice kind="error">{refusal}</Notice>}
      <div className="flex flex-wrap gap-3">
        {fresh + changed > 0 && (
          <Button variant="main" aria-disabled={pending || undefined} onClick={press}>
            {pending ? t("creating") : t("create", { count: fresh, changed })}
          </Button>
        )}
        <Button onClick={onBack}>{t("back")}</Button>
      </div>
    </div>
  )
}

function Done({
  added: { slips, changed },
  className,
  backHref,
}: Pick<RosterImporterProps, "className" | "backHref"> & { added: Added }) {
  const t = useTranslations("people.roster")
  const title = [
    slips.length > 0 && t("doneTitle", { count: slips.length }),
    changed > 0 && t("savedTitle", { count: changed }),
  ]
    .filter(Boolean)
    .join(", ")
  if (slips.length > 0) return <SlipSheet {...{ slips, title, className, backHref }} />
  return <OnlyChanged title={title} backHref={backHref} />
}

function OnlyChanged({ title, backHref }: { title: string; backHref: string }) {
  const t = useTranslations("people.roster")
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="grid justify-items-start gap-5">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-20">
        {title}
      </h2>
      <ButtonLink href={backHref}>{t("toClass")}</ButtonLink>
    </div>
  )
}
