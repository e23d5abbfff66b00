import { type Standing, standingOf } from "./cell-standing"
import {
  type CategoryFacts,
  cellKey,
  type GradebookFacts,
  type PersonFacts,
  type WorkFacts,
} from "./gradebook-facts"
import { meanShare, type Share } from "./share"
import { type Total, totalOf } from "./total-of"

/** The mean over the students of the class who have a counting score, and how many they are. */
export type Mean = { share: Share | null; n: number }

export type GradebookRow = { person: PersonFacts; cells: Standing[]; total: Total }

export type Gradebook = {
  /** By due date. */
  works: WorkFacts[]
  categories: readonly CategoryFacts[]
  /** In the order of the facts. */
  rows: GradebookRow[]
  /** One a work. */
  means: Mean[]
  totalMean: Mean
}

/** Students by assignments. Screen, student's page and files are made of this. */
export function buildGradebook(facts: GradebookFacts, now: Date): Gradebook {
  const works = [...facts.works].sort(
    (a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.assignmentId < b.assignmentId ? -1 : 1),
  )
  const rules = { missingCounts: facts.missingCounts, now }
  const rows = facts.people.map((person): GradebookRow => {
    const cells = works.map((work) =>
      standingOf(work, facts.cells.get(cellKey(person.enrolmentId, work.assignmentId)), rules),
    )
    const counting = cells.map(({ share }, at) => ({ share, categoryId: works[at]?.categoryId ?? null }))
    return { person, cells, total: totalOf(counting, facts.categories) }
  })
  const here = rows.filter(({ person }) => !person.hasLeft)
  return {
    works,
    categories: facts.categories,
    rows,
    means: works.map((_, at) => meanOf(here.map(({ cells }) => cells[at]?.share ?? null))),
    totalMean: meanOf(here.map(({ total }) => total.share)),
  }
}

function meanOf(shares: readonly (Share | null)[]): Mean {
  const counted = shares.filter((share) => share !== null)
  return { share: meanShare(counted), n: counted.length }
}
