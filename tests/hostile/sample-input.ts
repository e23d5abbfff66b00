import { z } from "zod"
import type { Place } from "./hostile-values"

/** What zod writes of a schema, as far as it is read here. */
type Shape = {
  type?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Shape>
  items?: Shape
  minItems?: number
  minLength?: number
  minimum?: number
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  $ref?: string
  $defs?: Record<string, Shape>
}

/** Gives an id for a field of this name. */
export type IdOf = (field: string) => string

export type Field = {
  place: Place
  /** Whether only a text, a number, a truth or one of some words may stand here: no object and no list. */
  isScalar: boolean
}

export type Sample = { value: unknown; fields: Field[] }

const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { unrepresentable: "any", io: "input", reused: "inline" }) as Shape

/** A value that a schema might take, and every place in it. Ids are real ones, so that it leads somewhere. */
export function sampleInput(schema: z.ZodType, idOf: IdOf): Sample {
  const fields: Field[] = []
  const whole = shapeOf(schema)
  const visit = (shape: Shape, place: Place, name: string): unknown => {
    const { anyOf, oneOf, allOf, $ref } = shape
    fields.push({ place, isScalar: isScalar(shape) })
    if ($ref) return null
    const [inner] = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])].filter(
      ({ type }) => type !== "null",
    )
    if (inner) {
      fields.pop()
      const value = visit(inner, place, name)
      const own = fields.find((one) => one.place === place)
      if (own) own.isScalar = isScalar(shape)
      return value
    }
    if (shape.const !== undefined) return shape.const
    if (shape.enum) return shape.enum[0]
    if (shape.type === "object")
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([key, one]) => [key, visit(one, [...place, key], key)]),
      )
    if (shape.type === "array") return shape.items ? [visit(shape.items, [...place, 0], name)] : []
    return scalarOf(shape, name, idOf)
  }
  return { value: visit(whole, [], ""), fields }
}

function isScalar({ type, anyOf, oneOf, const: one, enum: some }: Shape): boolean {
  const inner = [...(anyOf ?? []), ...(oneOf ?? [])]
  if (inner.length > 0) return inner.every(isScalar)
  return (
    one !== undefined ||
    some !== undefined ||
    ["string", "number", "integer", "boolean", "null"].includes(type ?? "")
  )
}

function scalarOf({ type, format, minimum, minLength }: Shape, name: string, idOf: IdOf): unknown {
  if (type === "string") return format === "uuid" ? idOf(name) : "a word".padEnd(minLength ?? 0, "s")
  if (type === "number" || type === "integer") return Math.max(1, minimum ?? 1)
  if (type === "boolean") return true
  return null
}
