import { validate } from "uuid"
import { type ItemLevel, LEVELS } from "@/lib/quiz/item-type"
import { type ItemTypeName, itemTypeNames } from "@/lib/quiz/item-types"

/** What of the bank is looked at; null: anything. */
export type BankQuery = {
  words: string | null
  type: ItemTypeName | null
  level: ItemLevel | null
  skill: string | null
  lessonId: string | null
  /** The lesson of the viewer's that questions are taken into. */
  into: string | null
  /** The last item version of the page before. */
  after: string | null
}

const LONGEST = 100

type Params = Record<string, string | string[] | undefined>

/** The query of an address. What is not among the choices is no choice. */
export function readBankQuery(params: Params): BankQuery {
  const text = (name: string): string | null => {
    const value = params[name]
    return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, LONGEST) : null
  }
  const id = (name: string): string | null => {
    const value = text(name)
    return value !== null && validate(value) ? value : null
  }
  return {
    words: text("q"),
    type: itemTypeNames.find((name) => name === text("type")) ?? null,
    level: LEVELS.find((name) => name === text("level")) ?? null,
    skill: text("skill"),
    lessonId: id("lesson"),
    into: id("into"),
    after: id("after"),
  }
}

/** Whether anything is left out of the list. */
export const isNarrowed = ({ words, type, level, skill, lessonId }: BankQuery): boolean =>
  [words, type, level, skill, lessonId].some((one) => one !== null)

const NAMES = {
  words: "q",
  type: "type",
  level: "level",
  skill: "skill",
  lessonId: "lesson",
  into: "into",
  after: "after",
} as const satisfies Record<keyof BankQuery, string>

/** The address of a query. */
export function bankHref(query: Partial<BankQuery>): string {
  const params = new URLSearchParams()
  for (const [field, name] of Object.entries(NAMES)) {
    const value = query[field as keyof BankQuery]
    if (value) params.set(name, value)
  }
  const search = params.toString()
  return `/teach/library/questions${search ? `?${search}` : ""}`
}
