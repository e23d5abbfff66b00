import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { GradebookSettingsInput } from "./gradebook-input"

type Settings = Pick<GradebookSettingsInput, "categories" | "placed">

/** Whether a class can be counted so. `known`: the assignments of the class. */
export function decideSettings({ categories, placed }: Settings, known: ReadonlySet<string>): Decision<true> {
  const names = new Set<string>()
  for (const { name } of categories) {
    const plain = name.normalize("NFKC").toLowerCase()
    if (names.has(plain)) return refuse("invalid", "results.categoryTwice", { params: { name } })
    names.add(plain)
  }
  if (categories.length > 0 && categories.every(({ weight }) => weight === 0))
    return refuse("invalid", "results.categoriesWeighNothing")
  const fits = Object.entries(placed).every(([id, place]) => known.has(id) && place < categories.length)
  return fits ? allow(true) : refuse("invalid", "results.foreignAssignment")
}
