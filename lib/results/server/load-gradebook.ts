import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { buildGradebook, type Gradebook } from "@/lib/results/gradebook/build-gradebook"
import type { OwnWords } from "@/lib/results/gradebook/cell-words"
import { cellsFromRows } from "@/lib/results/gradebook/cells-from-rows"
import type { GradebookFacts, MissingCounts, WorkFacts } from "@/lib/results/gradebook/gradebook-facts"
import { groupBy } from "@/lib/results/group-by"
import { pointsPossible } from "@/lib/results/item-points"
import { findGradebook, type GradebookRows, type RailClass } from "@/lib/results/server/gradebook-store"

/** How a class counts, and what it calls things. */
export type GradebookTerms = {
  version: number
  words: OwnWords
  missingCounts: MissingCounts
}

export type ClassGradebook = {
  room: { classId: string; publicId: string; name: string; archived: boolean }
  terms: GradebookTerms
  book: Gradebook
  rail: RailClass[]
  may: { edit: boolean; export: boolean }
}

/** A class's gradebook for its staff. "missing" to whoever is not in the class, "forbidden" to its students. */
export async function loadGradebook(
  viewer: Viewer,
  reference: string,
  now: Date,
): Promise<Decision<ClassGradebook>> {
  const rows = await findGradebook(viewer.userId, reference)
  if (!rows) return refuse("missing", "results.noClass")
  const facts = { classRole: rows.role }
  if (!can(viewer, "results.see", facts)) return refuse("forbidden", "results.staffOnly")
  return allow({
    room: { classId: rows.classId, publicId: rows.publicId, name: rows.name, archived: rows.archived },
    terms: termsOf(rows),
    book: buildGradebook(factsOf(rows, viewer.school.timeZone), now),
    rail: rows.rail,
    may: { edit: can(viewer, "gradebook.edit", facts), export: can(viewer, "export", facts) },
  })
}

export const termsOf = (rows: GradebookRows): GradebookTerms => ({
  version: rows.version,
  words: { late: rows.lateWord, excused: rows.excusedWord, missing: rows.missingWord },
  missingCounts: rows.missingCounts,
})

/** Somebody who left without having done anything is not in it. `timeZone`: the school's. */
export function factsOf(rows: GradebookRows, timeZone: string): GradebookFacts {
  const works = worksOf(rows)
  const cells = cellsFromRows({ ...rows, works }, timeZone)
  const worked = new Set([...rows.attempts, ...rows.begun].map(([person]) => person))
  const people = rows.people.filter(({ hasLeft }, at) => !hasLeft || worked.has(at))
  const { categories, missingCounts } = rows
  return { works, people, cells, categories, missingCounts }
}

function worksOf({ works, items }: GradebookRows): WorkFacts[] {
  const byWork = groupBy(items, ({ work }) => work)
  return works.map((row, at) => ({
    ...row,
    opensAt: new Date(row.opensAt),
    dueAt: new Date(row.dueAt),
    closesAt: new Date(row.closesAt),
    releasedAt: row.releasedAt ? new Date(row.releasedAt) : null,
    possible: pointsPossible(
      (byWork.get(at) ?? []).map(({ points, poolId, draw }) => ({
        points,
        isKeyed: true,
        // The statement leaves out what was dropped, and credits nobody with what cannot be had.
        dropped: false,
        credited: false,
        pool: poolId === null ? null : { id: poolId, draw: draw ?? 0 },
      })),
    ),
  }))
}
