"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { StanceStep } from "@/components/discussion/stance/stance-step"
import type { StanceAnswer } from "@/lib/discussion/stance/decide-stance"
import type { Moment } from "@/lib/discussion/stance/stance-moments"

type PreviewStanceProps = {
  statement: string
  moment: Moment
  href: string
  next: { href: string; label: string } | null
}

const nothing: StanceAnswer = { position: null, confidence: null, reason: null }

/** A moment of the stance as a student takes it; the answer is dropped. */
export function PreviewStance({ statement, moment, href, next }: PreviewStanceProps) {
  const words = useTranslations("lesson.preview")
  const [isTaken, setTaken] = useState(false)
  const save = async () => {
    setTaken(true)
    return { ok: true as const, value: { moment } }
  }
  const state = isTaken ? ("kept" as const) : ("open" as const)
  const own = isTaken ? nothing : null
  return (
    <StanceStep
      step={{ assignmentId: "preview", moment, statement, state, mayTake: true, own }}
      isChanging={false}
      save={save}
      href={href}
      closes={words("itsClose")}
      next={next}
    />
  )
}
