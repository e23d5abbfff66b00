import { z } from "zod"

/** Shapes of what is done to several items of a lesson at once. */

const id = z.uuid()
const base = z.strictObject({ lessonVersionId: id, editNumber: z.int().min(0) })
const itemIds = z.array(id).min(1).max(200)
const skill = z.string().trim().min(1).max(40)
const draw = z.int().min(1).max(200)
export const poolName = z.string().trim().min(1).max(60)

export const changeItemsInput = z.strictObject({
  base,
  itemIds,
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("points"), points: z.int().min(1).max(20) }),
    z.strictObject({ kind: z.literal("level"), level: z.enum(["author_says", "evidence_holds", "my_view"]) }),
    z.strictObject({
      kind: z.literal("skills"),
      how: z.enum(["set", "add", "remove"]),
      skills: z.array(skill).max(8),
    }),
  ]),
})
export type ChangeItemsInput = z.infer<typeof changeItemsInput>

export const takeItemInput = z.strictObject({ base, itemId: id })
export type TakeItemInput = z.infer<typeof takeItemInput>

export const bringBackItemInput = z.strictObject({ base, itemId: id, itemVersionId: id })
export type BringBackItemInput = z.infer<typeof bringBackItemInput>

export const signOffInput = z.strictObject({
  base,
  note: z
    .string()
    .trim()
    .max(600)
    .transform((note) => note || null),
})
export type SignOffInput = z.infer<typeof signOffInput>

export const takeBackSignOffInput = z.strictObject({ lessonId: id })
export type TakeBackSignOffInput = z.infer<typeof takeBackSignOffInput>

/** The items of a version in their order with their pools, as they stood before: what undoing goes back to. */
const former = {
  places: z.array(z.strictObject({ itemId: id, pool: poolName.nullable() })).max(200),
  pools: z.array(z.strictObject({ name: poolName, draw })).max(100),
}

export const layOutItemsInput = z.strictObject({
  base,
  act: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("move"),
      itemIds,
      to: z.union([z.enum(["top", "bottom"]), z.strictObject({ before: id })]),
    }),
    z.strictObject({ kind: z.literal("withdraw"), itemIds }),
    z.strictObject({ kind: z.literal("restore"), ...former }),
    z.strictObject({ kind: z.literal("pour"), itemIds, pool: poolName.nullable() }),
    z.strictObject({ kind: z.literal("makePool"), itemIds, name: poolName, draw }),
    z.strictObject({ kind: z.literal("changePool"), pool: poolName, name: poolName, draw }),
    z.strictObject({ kind: z.literal("dissolvePool"), pool: poolName }),
  ]),
})
export type LayOutItemsInput = z.infer<typeof layOutItemsInput>
export type LayoutAct = LayOutItemsInput["act"]
export type FormerLayout = z.infer<z.ZodObject<typeof former>>
