import type { StepView } from "@/lib/lesson/steps"

/** Names the verb of a step's button, at `lesson.steps.act`: beginning it, or going on with it. */
export function stepAct({ step, detailCode }: Pick<StepView, "step" | "detailCode">) {
  if (step === "read" && detailCode === "minutesLeft") return "readOn" as const
  if (step === "quiz" && detailCode === "running") return "quizOn" as const
  if (step === "discuss" && detailCode === "stanceAgain") return "discussOn" as const
  return step
}
