import type { z } from "zod"
import type { ActionResult } from "@/lib/platform/run-action"
import type { RouteHandler } from "@/lib/platform/run-route"

/** An action of app/ with the shape at its door, as the file that makes it names neither. */
export type KnownAction = {
  name: string
  schema: z.ZodType
  run: (input: unknown) => Promise<ActionResult<unknown>>
}
/** A route of app/ that takes a JSON body. */
export type KnownRoute = { schema: z.ZodType; run: RouteHandler }

/** Filled while the files of app/ are loaded: whatever is made there by `runAction` and `runRoute` is known. */
export const known: { actions: KnownAction[]; routes: KnownRoute[] } = { actions: [], routes: [] }

type Maker = (
  schema: z.ZodType,
  perform: { name: string },
  finish?: unknown,
) => (input: unknown) => Promise<ActionResult<unknown>>

/** `runAction` or `runPublicAction` that remembers what it made. */
export const remembering =
  (make: Maker): Maker =>
  (schema, perform, finish) => {
    const run = make(schema, perform, finish)
    known.actions.push({ name: perform.name, schema, run })
    return run
  }

/** `runRoute` that remembers the routes with a body. */
export const rememberingRoute =
  (make: (spec: never) => RouteHandler) =>
  (spec: { input?: z.ZodType }): RouteHandler => {
    const run = make(spec as never)
    if (spec.input) known.routes.push({ schema: spec.input, run })
    return run
  }
