import { z } from "zod"
import { missingCounts } from "./gradebook-facts"

const cell = { classId: z.uuid(), assignmentId: z.uuid(), enrolmentId: z.uuid() }

export const cellInput = z.strictObject(cell)
export type CellInput = z.infer<typeof cellInput>

/** The newest row of the history that was seen; null: none. */
const basedOn = z
  .string()
  .regex(/^\d{1,18}$/)
  .nullable()
const reason = z.string().max(500)

export const setOverrideInput = z.strictObject({
  ...cell,
  basedOn,
  kind: z.enum(["points", "percent"]),
  value: z.string().max(20),
  reason,
  /** The student reads the reason. */
  reasonShown: z.boolean(),
})
export type SetOverrideInput = z.infer<typeof setOverrideInput>

export const takeBackOverrideInput = z.strictObject({ ...cell, basedOn, reason, reasonShown: z.boolean() })
export type TakeBackOverrideInput = z.infer<typeof takeBackOverrideInput>

export const MOST_CATEGORIES = 12
export const LONGEST_WORD = 24

const word = z
  .string()
  .max(LONGEST_WORD)
  .transform((text) => text.replace(/\s+/g, " ").trim())

/** A number, or as a form writes it. Coercion alone would take lists, truths and nothing for numbers too. */
const typedNumber = z.union([z.number(), z.string().max(40)])

const category = z.strictObject({
  name: z
    .string()
    .max(60)
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1)),
  weight: typedNumber.pipe(z.coerce.number<string | number>().int().min(0).max(1000)),
  dropLowest: typedNumber.pipe(z.coerce.number<string | number>().int().min(0).max(20)),
})

export const gradebookSettingsInput = z.strictObject({
  classId: z.uuid(),
  /** The count of changes that was seen. */
  version: z.int().min(0),
  words: z.strictObject({ late: word, excused: word, missing: word }),
  missingCounts: z.enum(missingCounts),
  categories: z.array(category).max(MOST_CATEGORIES),
  /** By assignment, the place of its category; left out: in none. */
  placed: z.record(z.uuid(), z.int().min(0).max(MOST_CATEGORIES)),
})
export type GradebookSettingsInput = z.infer<typeof gradebookSettingsInput>
