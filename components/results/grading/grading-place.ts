import type { Step } from "@/lib/results/grading/grading-places"
import { type GradingQuery, gradingHref } from "@/lib/results/grading/grading-query"

/** Addresses of this page, with whatever else is chosen on it. */
export type GradingLinks = {
  assignmentId: string
  query: GradingQuery
}

export const hrefTo = ({ assignmentId, query }: GradingLinks, step: Step): string =>
  gradingHref(assignmentId, { ...query, itemId: step.itemId, attemptId: step.attemptId })

export const hrefWith = ({ assignmentId, query }: GradingLinks, change: Partial<GradingQuery>): string =>
  gradingHref(assignmentId, { ...query, ...change })
