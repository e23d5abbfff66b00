import { headersOf, ORIGIN } from "./press"

const { protocol, hostname, port } = new URL(ORIGIN)

/** What an `Origin` header may say that is not ours; null is none at all. */
export const foreignOrigins: readonly (string | null)[] = [
  null,
  "",
  "null",
  "http://evil.example",
  `${protocol}//sub.${hostname}:${port}`,
  `${protocol}//${hostname}.evil.example:${port}`,
  `${protocol}//${hostname}:${Number(port) + 1}`,
  `${protocol}//${hostname}`,
  `https://${hostname}:${port}`,
  `${ORIGIN}, http://evil.example`,
  `http://evil.example#${ORIGIN}`,
  "file://",
  "not an origin",
]

/** The headers of a press by a page of this origin, in the browser that has this cookie. */
export function headersFrom(origin: string | null, cookie: string | null): Record<string, string> {
  const { origin: _, ...rest } = headersOf(cookie)
  return origin === null ? rest : { ...rest, origin }
}
