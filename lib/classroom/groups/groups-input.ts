import { z } from "zod"
import { tidyName } from "../roster-list"
import { GROUPS_MAX } from "./group-arrangement"

// Shapes at the door; what a value means is for the rules in change-groups.

const id = z.uuid()
/** A number, or as a form writes it. Coercion alone would take lists, truths and nothing for numbers too. */
const typedNumber = z.union([z.number(), z.string().max(40)])
const inClass = { classId: id }

export const makeGroupsInput = z.strictObject({
  ...inClass,
  by: z.enum(["size", "number"]),
  count: typedNumber.pipe(
    z.coerce
      .number<string | number>()
      .int()
      .min(1)
      .max(2 * GROUPS_MAX),
  ),
})

export const groupsInput = z.strictObject(inClass)

/** Into which group a student goes; null: into none. */
export const moveStudentInput = z.strictObject({ ...inClass, enrolmentId: id, groupId: id.nullable() })

export const placeStudentsInput = z.strictObject({ ...inClass, enrolmentIds: z.array(id).min(1).max(2_000) })

export const renameGroupInput = z.strictObject({
  ...inClass,
  groupId: id,
  name: z.string().max(300).transform(tidyName),
})

export const removeGroupInput = z.strictObject({ ...inClass, groupId: id })

/** How groups stand in the database's column of what was before. */
export const arrangementShape = z.array(z.strictObject({ id, name: z.string(), members: z.array(id) }))

export type MakeGroupsInput = z.infer<typeof makeGroupsInput>
export type GroupsInput = z.infer<typeof groupsInput>
export type MoveStudentInput = z.infer<typeof moveStudentInput>
export type PlaceStudentsInput = z.infer<typeof placeStudentsInput>
export type RenameGroupInput = z.infer<typeof renameGroupInput>
export type RemoveGroupInput = z.infer<typeof removeGroupInput>
