import { type AuthoredItem, isKeyed } from "@/lib/quiz/authored-item"
import type { ItemLevel } from "@/lib/quiz/item-type"
import { itemTypeOf } from "@/lib/quiz/item-types"

/** One change made to many items. */
export type ItemChange =
  | { kind: "points"; points: number }
  | { kind: "level"; level: ItemLevel }
  | { kind: "skills"; how: "set" | "add" | "remove"; skills: readonly string[] }

/** Why an item cannot be changed so; a sentence at `lesson.editor.bulk.unfit`. */
export type Unfit = "levelOfType" | "viewHasNoPoints" | "tooManySkills"

export type ChangedItem = { item: AuthoredItem } | { unfit: Unfit } | "same"

const MOST_SKILLS = 8

/**
 * The item as the change makes it. A view has no key: changed into one, an item leaves its key, feedback and explanation in
 * its earlier version.
 */
export function changeItem(item: AuthoredItem, change: ItemChange): ChangedItem {
  switch (change.kind) {
    case "points":
      if (!isKeyed(item.level)) return { unfit: "viewHasNoPoints" }
      return item.points === change.points ? "same" : { item: { ...item, points: change.points } }
    case "level":
      return withLevel(item, change.level)
    case "skills":
      return withSkills(item, change)
  }
}

function withLevel(item: AuthoredItem, level: ItemLevel): ChangedItem {
  if (item.level === level) return "same"
  if (!itemTypeOf(item.type).levels.includes(level)) return { unfit: "levelOfType" }
  if (isKeyed(level)) return { item: { ...item, level } }
  return { item: { ...item, level, key: null, feedback: {}, explanation: null } }
}

function withSkills(
  item: AuthoredItem,
  { how, skills }: Extract<ItemChange, { kind: "skills" }>,
): ChangedItem {
  const named = new Set(skills.map(nameOf))
  const others = item.skills.filter((skill) => !named.has(nameOf(skill)))
  const before = how === "set" ? [] : others
  const added = how === "remove" ? [] : skills.filter((skill) => how === "set" || !has(item.skills, skill))
  const kept = how === "add" ? item.skills : before
  const all = distinct([...kept, ...added])
  if (all.length > MOST_SKILLS) return { unfit: "tooManySkills" }
  return JSON.stringify(all) === JSON.stringify(item.skills) ? "same" : { item: { ...item, skills: all } }
}

const nameOf = (skill: string): string => skill.trim().toLowerCase()
const has = (list: readonly string[], skill: string): boolean =>
  list.some((one) => nameOf(one) === nameOf(skill))

const distinct = (skills: readonly string[]): string[] =>
  skills.filter((skill, at) => skills.findIndex((one) => nameOf(one) === nameOf(skill)) === at)
