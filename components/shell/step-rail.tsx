import { Check, Lock } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"

export type RailStep = {
  label: string
  /** A few words under it, such as "12 questions". */
  detail: string
  state: "done" | "now" | "later" | "locked"
  /** Null: it cannot be opened now. */
  href: string | null
  /** The page that is open. */
  isHere?: boolean
  /** How far the step is, from 0 to 1. */
  progress?: number
}

/** The steps of an assignment: the header's lower rule is their ruler. On a phone the words under them fall away. */
export function StepRail({ steps }: { steps: readonly RailStep[] }) {
  const shell = useTranslations("shell")
  return (
    <nav
      aria-label={shell("steps")}
      className="self-stretch max-md:col-span-full max-md:-mx-4 max-md:border-rule max-md:border-b md:ms-auto print:hidden"
    >
      <ol className="flex h-full">
        {steps.map((step) => (
          <li
            key={step.label}
            className="relative flex max-md:min-w-0 max-md:flex-1 md:w-20 lg:w-auto lg:min-w-24 lg:max-w-44"
          >
            <StepLink step={step}>
              <StepWords step={step} stateWord={shell(`stepState.${step.state}`)} />
            </StepLink>
            <StepRule step={step} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepLink({ step, children }: { step: RailStep; children: ReactNode }) {
  const look = cn(
    "flex min-w-0 flex-1 flex-col justify-center ps-0.5 pe-3 text-13 leading-4 text-ink-3 max-md:min-h-11 max-md:px-1.5 focus-visible:-outline-offset-2",
    step.href && "hover:text-ink-2",
    step.state === "now" && "text-ink-2",
  )
  const current = step.isHere ? "step" : undefined
  return step.href ? (
    <PageLink href={step.href} className={look} aria-current={current}>
      {children}
    </PageLink>
  ) : (
    <span className={look} aria-current={current}>
      {children}
    </span>
  )
}

function StepWords({ step, stateWord }: { step: RailStep; stateWord: string }) {
  const Icon = step.state === "done" ? Check : step.state === "locked" ? Lock : null
  return (
    <>
      <span
        className={cn(
          "flex items-center gap-1 font-semibold leading-5 max-md:gap-0.5 max-md:text-13 md:text-15",
          wordColour(step),
        )}
      >
        <span className="truncate">{step.label}</span>
        {Icon && (
          <Icon
            aria-hidden
            className={cn("shrink-0", step.state === "done" ? "size-3 md:size-3.5" : "size-3")}
          />
        )}
        <span className="sr-only">, {stateWord}</span>
      </span>
      <span className="truncate max-md:sr-only">{step.detail}</span>
    </>
  )
}

/** The page that is open stands out by its word; what is to be done next by the accent on its rule. */
function wordColour(step: RailStep): string {
  if (step.isHere) return "text-accent"
  if (step.state === "now") return "text-ink"
  return step.state === "locked" ? "text-ink-3" : "text-ink-2"
}

/** The least that shows on a rule. */
const NOTCH = 0.06

/** The length of rule that belongs to the step, filled as far as the step is. */
function StepRule({ step }: { step: RailStep }) {
  const least = step.isHere || step.state === "now" ? NOTCH : 0
  const filled = step.state === "done" ? 1 : Math.min(1, Math.max(least, step.progress ?? 0))
  return (
    <span aria-hidden className="absolute inset-x-0 -bottom-px me-1.5 flex h-[3px] bg-rule max-md:me-0.5">
      <span
        className={step.state === "done" && !step.isHere ? "bg-ink-2" : "bg-accent"}
        style={{ inlineSize: `${Math.round(filled * 100)}%` }}
      />
    </span>
  )
}
