import "server-only"
import { AsyncLocalStorage } from "node:async_hooks"
import { randomUUID } from "node:crypto"

/** What is known of the request being answered. Nothing of the person: an id, a method, the pattern of a route, figures. */
export type RequestContext = {
  id: string
  method: string
  /** As app/ names it, such as "/a/[assignmentId]/read": a path may hold a token. */
  route: string
  /** Waiting for the database so far, in milliseconds. */
  databaseMs: number
  /** Statements sent so far. */
  trips: number
  /** By the look of it a server action is called; and whether one has begun. */
  action?: "called" | "begun"
  /** What the front server has loaded already for the page that Next is about to make, by name. */
  handed?: ReadonlyMap<string, unknown>
}

// On globalThis, because Next and the front server load their own copies of this file.
const holder = globalThis as typeof globalThis & { colloquyRequests?: AsyncLocalStorage<RequestContext> }

function storage(): AsyncLocalStorage<RequestContext> {
  holder.colloquyRequests ??= new AsyncLocalStorage()
  return holder.colloquyRequests
}

/** Runs `work`; whatever it calls, at once or later, finds `context` as the current request. */
export const runInRequest = <T>(context: RequestContext, work: () => T): T => storage().run(context, work)

/** The request being answered; undefined for what the server does by itself. */
export const currentRequest = (): RequestContext | undefined => storage().getStore()

/** What the front server has loaded for this request under that name; undefined where it has loaded nothing. */
export const handedOver = <T>(name: string): T | undefined =>
  currentRequest()?.handed?.get(name) as T | undefined

/** Every server action says so when it begins: what goes wrong before that, the caller has sent. */
export function beginAction(): void {
  const request = currentRequest()
  if (request) request.action = "begun"
}

/** Twelve hexadecimal digits, all of them random: short enough to be read out on the telephone. */
export const makeRequestId = (): string => randomUUID().slice(-12)
