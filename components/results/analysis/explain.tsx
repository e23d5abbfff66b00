import { CircleHelp, X } from "lucide-react"
import { useTranslations } from "next-intl"

export type Explained =
  | "n"
  | "difficulty"
  | "rest"
  | "groups"
  | "verdict"
  | "mean"
  | "sd"
  | "kr20"
  | "alpha"
  | "sem"

type ExplainProps = {
  figure: Explained
  /** What stands at the label. */
  name: string
}

/** How a figure is worked out, with its source, opened at its label. The browser's own popover: no script of ours. */
export function Explain({ figure, name }: ExplainProps) {
  const t = useTranslations("results.analysis.explain")
  const common = useTranslations("common")
  const id = `explain-${figure}`
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="ms-1 inline-grid size-6 place-items-center rounded-mark align-middle text-ink-3 hover:text-accent print:hidden"
      >
        <CircleHelp aria-hidden className="size-3.5" />
        <span className="sr-only">{t("title", { name })}</span>
      </button>
      <div
        id={id}
        popover="auto"
        role="note"
        aria-label={t("title", { name })}
        className="m-auto max-w-[min(32rem,calc(100vw-2rem))] whitespace-normal rounded-corner border border-rule-firm bg-raised p-4 text-start font-normal text-15 text-ink"
      >
        <span className="flex items-start justify-between gap-3">
          <b className="font-semibold">{name}</b>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            className="grid size-6 place-items-center rounded-mark"
          >
            <X aria-hidden className="size-4" />
            <span className="sr-only">{common("close")}</span>
          </button>
        </span>
        <span className="mt-1 block text-ink-2">{t(figure)}</span>
      </div>
    </>
  )
}
