import "server-only"
import { validate } from "uuid"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { stateOf, type Wording } from "@/lib/discussion/restating/wordings"
import { pool } from "@/lib/platform/database"
import type {
  AuthorFacts,
  MissedFacts,
  PostFacts,
  PromptFacts,
} from "@/lib/results/discussion/discussion-facts"
import type { DiscussionGrade, NumberedRubric } from "@/lib/results/discussion/discussion-grade"
import { buildDiscussionProfile, type DiscussionProfile } from "@/lib/results/discussion/discussion-profile"
import { groupBy } from "@/lib/results/group-by"
import type { StudentFacts } from "@/lib/results/results-facts"
import { DISCUSSION } from "@/lib/results/server/discussion-statement"
import { firstRubric } from "@/lib/results/server/first-rubric"
import { type AssignmentResults, loadResults } from "@/lib/results/server/load-results"

/** By what it is graded, and what was given: by enrolment, the newest first. */
export type DiscussionGrading = { current: NumberedRubric; grades: Map<string, DiscussionGrade[]> }

export type AssignmentDiscussion = AssignmentResults & {
  profile: DiscussionProfile
  /** By prompt; only those that somebody missed. */
  missed: MissedFacts[]
  /** Null for who may not grade, and where nobody knows who wrote what. */
  grading: DiscussionGrading | null
}

type GradeRow = Omit<DiscussionGrade, "share" | "rubric" | "at"> & {
  enrolmentId: string
  numerator: number
  denominator: number
  at: string
}

type Row = {
  prompts: PromptFacts[]
  authors: Omit<AuthorFacts, "hasLeft">[]
  missed: MissedFacts[]
  posts: (Omit<PostFacts, "createdAt" | "restating"> & {
    createdAt: string
    restating: Pick<Wording, "answer" | "ruling"> | null
  })[]
  rubrics: NumberedRubric[]
  grades: GradeRow[]
}

/**
 * Who wrote what, for staff of the class. Which posts are whose is told to those who may see the names; others get the
 * same under pseudonyms alone, each question's its own, from keys that nothing else of the class is known by; with the name
 * where a teacher opened it, for teachers. The posts of one author come whole.
 */
export async function loadDiscussionProfile(
  viewer: Viewer,
  assignmentId: string,
  wholeOf: string | null = null,
): Promise<Decision<AssignmentDiscussion>> {
  const results = await loadResults(viewer, assignmentId)
  if (!results.ok) return results
  if (wholeOf !== null && !validate(wholeOf)) return refuse("missing", "results.noStudent")
  const { grid, may } = results.value
  // What is not known by name is not graded by name.
  const grades = may.grade && may.seeNames
  const row = await loadRow(viewer, { assignmentId, wholeOf, may, grades })
  if (!row) return refuse("missing", "results.noAssignment")
  const students = grid.rows.map(({ student }) => student)
  const facts = {
    prompts: row.prompts,
    authors: may.seeNames ? withSilent(row.authors, students) : row.authors.map(asIfHere),
    posts: row.posts.map((post) => ({
      ...post,
      createdAt: new Date(post.createdAt),
      restating: post.restating && stateOf(post.restating),
    })),
  }
  return allow({
    ...results.value,
    profile: buildDiscussionProfile(facts, viewer.school.locale),
    missed: row.missed,
    grading: grades ? gradingOf(row, firstRubric(viewer.school.locale)) : null,
  })
}

type Asked = {
  assignmentId: string
  wholeOf: string | null
  may: AssignmentResults["may"]
  grades: boolean
}

async function loadRow(
  { userId }: Viewer,
  { assignmentId, wholeOf, may, grades }: Asked,
): Promise<Row | undefined> {
  const values = [userId, assignmentId, may.seeNames, wholeOf, grades, may.openNames]
  return (await pool().query<Row>({ name: "results-discussion", text: DISCUSSION, values })).rows[0]
}

/** Whether the person behind a pseudonym has left would tell who it is. */
const asIfHere = (author: Row["authors"][number]): AuthorFacts => ({ ...author, hasLeft: false })

function withSilent(authors: Row["authors"], students: readonly StudentFacts[]): AuthorFacts[] {
  const aliases = new Map(authors.map(({ key, alias }) => [key, alias]))
  return [
    ...authors.filter(({ isStaff }) => isStaff).map(asIfHere),
    ...students.map(({ enrolmentId, displayName, hasLeft }) => ({
      key: enrolmentId,
      name: displayName,
      alias: aliases.get(enrolmentId) ?? null,
      isStaff: false,
      hasLeft,
    })),
  ]
}

function gradingOf({ rubrics, grades }: Row, first: NumberedRubric): DiscussionGrading {
  const byNumber = new Map(rubrics.map(({ number, rubric }) => [number, rubric]))
  const given = groupBy(grades, ({ enrolmentId }) => enrolmentId)
  return {
    current: rubrics.at(-1) ?? first,
    grades: new Map(
      [...given].map(([enrolmentId, own]) => [
        enrolmentId,
        own.map(({ enrolmentId: _, numerator, denominator, at, ...grade }) => ({
          ...grade,
          at: new Date(at),
          share: { numerator, denominator },
          rubric: byNumber.get(grade.number) ?? first.rubric,
        })),
      ]),
    ),
  }
}
