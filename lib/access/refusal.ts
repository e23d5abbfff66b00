/** What kind of "no" it is; the door turns it into a status. */
export type RefusalKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "missing"
  | "conflict"
  | "too-large"
  | "limited"
  | "unavailable"

/**
 * An expected refusal, as a value. `code` is "<room>.<camelCase>"; its sentence stands in that room's
 * message file under `refusals.<camelCase>` and is filled with `params`. `field` names the input at fault.
 */
export type Refusal = {
  kind: RefusalKind
  code: string
  params?: Record<string, string | number>
  field?: string
}

export type Decision<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const allow = <T>(value: T): Decision<T> => ({ ok: true, value })

export const refuse = (
  kind: RefusalKind,
  code: string,
  about: { params?: Record<string, string | number>; field?: string } = {},
): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { kind, code, ...about } })
