"use client"

import { ALargeSmall, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useId, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"
import { Segmented } from "@/components/ui/segmented"
import { chooseTheme, type Theme } from "@/components/ui/theme"
import { formatType, stepSize, TYPE_COOKIE, type TypeSettings } from "@/lib/reading/type-settings"

type TypePanelProps = { settings: TypeSettings; theme: Theme; onChange: (settings: TypeSettings) => void }

/** Size, lines, face and paper. Kept on this device for a year, so that the next page is painted so at once. */
export function TypePanel({ settings, theme, onChange }: TypePanelProps) {
  const t = useTranslations("reading.settings")
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <div className="contents print:hidden">
      <Button
        ref={opener}
        dense
        variant="quiet"
        className="shrink-0 whitespace-nowrap max-md:-ms-3"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <ALargeSmall aria-hidden />
        {t("open")}
      </Button>
      {isOpen && (
        <section
          id={id}
          aria-label={t("open")}
          onKeyDown={(event) => event.key === "Escape" && close()}
          className="z-10 w-full rounded-corner border border-rule bg-raised px-4 pt-2 pb-3 text-13 shadow-lift lg:absolute lg:start-[calc(100%+2.5rem)] lg:top-0 lg:w-72"
        >
          <div className="flex min-h-9 items-center justify-between">
            <h2 className="text-15">{t("open")}</h2>
            <IconButton dense label={t("done")} onClick={close}>
              <X aria-hidden />
            </IconButton>
          </div>
          <Choices {...{ settings, theme, onChange }} />
        </section>
      )}
    </div>
  )
}

function Choices({ settings, theme, onChange }: TypePanelProps) {
  const t = useTranslations("reading.settings")
  const [paper, setPaper] = useState(theme)
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.querySelector("button")?.focus(), [])
  const change = (part: Partial<TypeSettings>) => {
    const next = { ...settings, ...part }
    keepType(next)
    onChange(next)
  }
  const faces = [
    { value: "read", label: <span className="font-read">{t("literata")}</span> },
    { value: "clear", label: <span className="font-clear">{t("clear")}</span> },
  ]
  const lines = (["close", "even", "open"] as const).map((value) => {
    return { value, label: t(value === "open" ? "wide" : value) }
  })
  const papers = (["light", "dark", "system"] as const).map((value) => ({ value, label: t(value) }))
  return (
    <div className="grid grid-cols-[3.25rem_1fr] items-center gap-y-2">
      <span className="text-ink-2">{t("size")}</span>
      <div ref={first}>
        <Sizes settings={settings} onChange={(size) => change({ size })} />
      </div>
      <span className="text-ink-2">{t("lines")}</span>
      <Segmented
        label={t("lines")}
        segments={lines}
        value={settings.lines}
        onChange={(value) => change({ lines: value as TypeSettings["lines"] })}
      />
      <span className="text-ink-2">{t("face")}</span>
      <Segmented
        label={t("face")}
        segments={faces}
        value={settings.face}
        onChange={(value) => change({ face: value as TypeSettings["face"] })}
      />
      <span className="text-ink-2">{t("paper")}</span>
      <Segmented
        label={t("paper")}
        segments={papers}
        value={paper}
        onChange={(value) => {
          setPaper(value as Theme)
          chooseTheme(value as Theme)
        }}
      />
    </div>
  )
}

function Sizes({ settings, onChange }: { settings: TypeSettings; onChange: (size: number) => void }) {
  const t = useTranslations("reading.settings")
  const [smaller, larger] = [stepSize(settings.size, -1), stepSize(settings.size, 1)]
  const look =
    "min-h-target-dense flex-1 hover:bg-recess focus-visible:outline-offset-[-3px] aria-disabled:text-ink-3"
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend that this tight place cannot show
    <div
      role="group"
      aria-label={t("size")}
      className="flex items-stretch divide-x divide-rule overflow-hidden rounded-corner border border-rule-firm"
    >
      <button
        type="button"
        aria-label={t("smaller")}
        aria-disabled={smaller === null}
        onClick={() => smaller !== null && onChange(smaller)}
        className={look}
      >
        A
      </button>
      <output className="grid min-w-14 place-items-center font-semibold">
        {settings.size === null ? t("auto") : t("sizeNow", { size: settings.size })}
      </output>
      <button
        type="button"
        aria-label={t("larger")}
        aria-disabled={larger === null}
        onClick={() => larger !== null && onChange(larger)}
        className={`${look} text-20`}
      >
        A
      </button>
    </div>
  )
}

function keepType(settings: TypeSettings): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store needs a secure context, which a school's network may not be
  document.cookie = `${TYPE_COOKIE}=${formatType(settings)}; path=/; max-age=31536000; samesite=lax`
}
