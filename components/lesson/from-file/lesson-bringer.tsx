"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { v4 } from "uuid"
import { ChooseLessonFile } from "@/components/lesson/from-file/choose-lesson-file"
import { FaultyLesson } from "@/components/lesson/from-file/faulty-lesson"
import { LessonBroughtIn } from "@/components/lesson/from-file/lesson-brought-in"
import { LookAtLesson } from "@/components/lesson/from-file/look-at-lesson"
import { type Posted, postReading } from "@/components/reading/post-reading"
import type { LessonPlan, ToldFault } from "@/lib/lesson/exchange/lesson-plan"

export type Alike = { lessonId: string }
export type PlannedLesson =
  | { state: "ready"; plan: LessonPlan; alike: Alike | null }
  | { state: "faulty"; faults: ToldFault[] }

type Stage =
  | { step: "choose" }
  | { step: "look"; file: File; planned: PlannedLesson; requestId: string }
  | { step: "done"; lessonId: string; title: string }

/** Three steps on one page: choose a file, look at what is in it, and the lesson is there. */
export function LessonBringer({ mostMegabytes }: { mostMegabytes: number }) {
  const t = useTranslations("lesson.exchange")
  const [stage, setStage] = useState<Stage>({ step: "choose" })
  const again = () => setStage({ step: "choose" })
  const post = <T,>(act: "plan" | "save", file: File, query: Record<string, string>): Promise<Posted<T>> => {
    const said = new URLSearchParams({ name: file.name, ...query })
    return postReading<T>(`/teach/library/from-file/${act}?${said}`, file, t("unreachable"))
  }
  const look = async (file: File): Promise<string | null> => {
    const planned = await post<PlannedLesson>("plan", file, {})
    if (!planned.ok) return planned.message
    // Made with the look: however often the button below is pressed, it is one lesson.
    setStage({ step: "look", file, planned: planned.value, requestId: v4() })
    return null
  }
  if (stage.step === "choose") return <ChooseLessonFile mostMegabytes={mostMegabytes} onLook={look} />
  if (stage.step === "done") return <LessonBroughtIn {...stage} onAgain={again} />
  const { file, planned, requestId } = stage
  if (planned.state === "faulty") return <FaultyLesson faults={planned.faults} onBack={again} />
  const bringIn = async (): Promise<string | null> => {
    const rest = planned.plan.leftOut.length > 0 ? "yes" : "no"
    const made = await post<{ lessonId: string }>("save", file, { request: requestId, rest })
    if (!made.ok) return made.message
    setStage({ step: "done", lessonId: made.value.lessonId, title: planned.plan.title })
    return null
  }
  return <LookAtLesson {...planned} onBringIn={bringIn} onBack={again} />
}
