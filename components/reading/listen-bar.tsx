"use client"

import { Pause, Play, Square, Volume2 } from "lucide-react"
import { useLocale, useTranslations } from "next-intl"
import { type RefObject, useEffect, useRef } from "react"
import { type ReadAloud, readingRates } from "@/components/reading/use-read-aloud"
import { Button } from "@/components/ui/button"
import { Segmented } from "@/components/ui/segmented"

type ListenProps = { aloud: ReadAloud; onStart: () => void }

/** Begins reading aloud; says so where the device has no voice for the text. */
export function ListenStart({ aloud, language, onStart }: ListenProps & { language: string }) {
  const t = useTranslations("reading.desk")
  const locale = useLocale()
  if (aloud.voice === "looking") return null
  if (aloud.voice === "none") {
    const name = new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language
    return <span className="text-ink-2">{t("noVoice", { language: name })}</span>
  }
  return (
    <Button dense variant="quiet" data-listen="" onClick={onStart}>
      <Volume2 aria-hidden />
      {t("listen")}
    </Button>
  )
}

/** Whoever began with the button over the text is led to the bar, far from it in the order of the page, and back again. */
function useBarFocus(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const from = document.activeElement
    if (!isOpen || !(from instanceof HTMLElement) || from.dataset.listen === undefined) return
    first.current?.focus()
    return () => from.focus({ preventScroll: true })
  }, [isOpen])
  return first
}

/** While it reads: what is being read, pause, speed, stop. At the foot of the window, because the text moves along. */
export function ListenBar({ aloud, label }: { aloud: ReadAloud; label: string }) {
  const t = useTranslations("reading.desk")
  const first = useBarFocus(aloud.state !== "idle")
  if (aloud.state === "idle") return null
  const isPaused = aloud.state === "paused"
  const rates = readingRates.map((rate) => ({ value: String(rate), label: t("rate", { rate }) }))
  return (
    <section
      aria-label={t("readAloud")}
      className="fixed inset-x-0 bottom-0 z-10 flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-rule-firm border-t bg-raised px-4 py-2 text-13 shadow-lift print:hidden"
    >
      <span>{t(isPaused ? "pausedAt" : "readingAt", { label })}</span>
      <Button ref={first} dense onClick={isPaused ? aloud.resume : aloud.pause}>
        {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        {t(isPaused ? "resume" : "pause")}
      </Button>
      <Segmented
        label={t("speed")}
        segments={rates}
        value={String(aloud.rate)}
        onChange={(rate) => aloud.setRate(Number(rate))}
      />
      <Button dense variant="quiet" onClick={aloud.stop}>
        <Square aria-hidden />
        {t("stop")}
      </Button>
    </section>
  )
}
