import { buildSteps, type StepName, type StepView } from "./steps"

export type PreviewFacts = {
  wordCount: number
  sentenceCount: number
  itemCount: number
  promptCount: number
  hasStanceStatement: boolean
}

/**
 * The steps a student would have, all open, leading to their previews. `here` is the one being looked at: those before
 * it show as done.
 */
export function previewSteps(
  facts: PreviewFacts,
  { address, here }: { address: string; here: StepName },
): StepView[] {
  const [opensAt, now, later] = [new Date(0), new Date(1), new Date(2)]
  const untouched = buildSteps(
    {
      ...facts,
      assignmentId: "preview",
      opensAt,
      dueAt: later,
      closesAt: later,
      stanceBefore: true,
      stanceAfterReading: false,
      stanceAfterDiscussion: false,
      sentencesRead: 0,
      readingStarted: true,
      readingFinished: false,
      quizWaits: false,
      timeLimitMinutes: null,
      attempt: null,
      ownPosts: 0,
    },
    now,
  )
  const at = untouched.findIndex(({ step }) => step === here)
  return untouched.map((view, index) => ({
    ...view,
    state: index < at ? "done" : index === at ? "now" : "later",
    ...(view.detailCode === "taken" ? twoMinutes : {}),
    lockedBy: null,
    href: `${address}/${view.step}`,
  }))
}

const twoMinutes = { detailCode: "minutes", detailParams: { minutes: 2 } } as const
