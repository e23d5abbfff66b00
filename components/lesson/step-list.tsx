import { Check, ChevronRight, Lock } from "lucide-react"
import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"
import type { StepView } from "@/lib/lesson/steps"

/** The steps of an assignment with what each one is about. Open ones are links. */
export function StepList({ steps }: { steps: readonly StepView[] }) {
  const words = useTranslations("lesson.steps")
  const shell = useTranslations("shell")
  return (
    <ol aria-label={words("list")} className="divide-y divide-rule">
      {steps.map((step) => (
        <li
          key={step.step}
          className={cn(
            "grid min-h-target-dense grid-cols-[1.25rem_4.5rem_minmax(0,1fr)] items-center text-ink-3",
            step.state === "now" && "text-ink",
          )}
        >
          <StepMark state={step.state} />
          <span className="font-semibold">
            <StepName step={step}>{words(`name.${step.step}`)}</StepName>
            <span className="sr-only">
              {" "}
              ({step.lockedBy ? words(`detail.${step.lockedBy}`) : shell(`stepState.${step.state}`)})
            </span>
          </span>
          <span>{words(`detail.${step.detailCode}`, step.detailParams)}</span>
        </li>
      ))}
    </ol>
  )
}

function StepName({ step, children }: { step: StepView; children: string }) {
  const look = step.state === "now" ? "text-accent" : "text-ink-2"
  if (!step.href) return <span className={look}>{children}</span>
  return (
    <PageLink
      href={step.href}
      className={cn(
        "inline-flex min-h-6 items-center underline decoration-1 decoration-rule-firm underline-offset-4 hover:decoration-current",
        look,
      )}
    >
      {children}
    </PageLink>
  )
}

function StepMark({ state }: { state: StepView["state"] }) {
  const look = "size-3.5"
  if (state === "done") return <Check aria-hidden className={look} />
  if (state === "now") return <ChevronRight aria-hidden className={cn(look, "text-accent")} />
  return state === "locked" ? <Lock aria-hidden className="size-3" /> : <span aria-hidden />
}
