import { type AssignmentVisit, visitByToken, visitName } from "@/lib/lesson/server/visit-by-token"
import type { StepName } from "@/lib/lesson/steps"
import type { StandIn } from "@/lib/platform/page-slots"
import type { SharedPage } from "@/lib/platform/shared-pages"
import { loadNotes, notesName } from "@/lib/reading/server/load-notes"

/** The visit of somebody of whom nothing is known but how far they are. */
const visitOf = (visit: AssignmentVisit, { displayName, userId, hidden }: StandIn): AssignmentVisit => ({
  ...visit,
  viewer: { ...visit.viewer, userId, displayName, userName: hidden, sessionId: hidden },
  enrolment: { ...visit.enrolment, id: hidden },
})

const mayOpen = ({ enrolment, steps }: AssignmentVisit, step: StepName): boolean =>
  enrolment.role === "student" && steps.some((one) => one.step === step && one.state !== "locked")

/** The pages that a class opens all at once: the text, and the quiz before it is begun. Whoever did the same there gets the same. */
export const sharedPages: readonly SharedPage[] = [
  {
    pattern: /^\/a\/(?<assignmentId>[^/]+)\/read$/,
    look: async ({ params: { assignmentId = "" }, tokenHash, standIn, at }) => {
      const visit = await visitByToken(tokenHash, assignmentId, at)
      if (!visit) return null
      const of = (one: AssignmentVisit): [string, unknown] => [visitName(assignmentId), one]
      if (!mayOpen(visit, "read")) return { handed: new Map([of(visit)]), shared: null }
      const { viewer, enrolment } = visit
      const notes: [string, unknown] = [
        notesName(assignmentId),
        await loadNotes(viewer, { assignmentId, enrolment }),
      ]
      const shared = { person: viewer, handed: new Map([of(visitOf(visit, standIn)), notes]) }
      return { handed: new Map([of(visit), notes]), shared }
    },
  },
  {
    pattern: /^\/a\/(?<assignmentId>[^/]+)\/quiz$/,
    look: async ({ params: { assignmentId = "" }, tokenHash, standIn, at }) => {
      const visit = await visitByToken(tokenHash, assignmentId, at)
      if (!visit) return null
      const of = (one: AssignmentVisit): [string, unknown] => [visitName(assignmentId), one]
      const handed = new Map([of(visit)])
      // A quiz that was begun is somebody's own: their questions stand in an order that nobody else has.
      const isBegun = visit.assignment.attemptsUsed > 0 || visit.facts.attempt !== null
      if (isBegun || !mayOpen(visit, "quiz")) return { handed, shared: null }
      return { handed, shared: { person: visit.viewer, handed: new Map([of(visitOf(visit, standIn))]) } }
    },
  },
]
