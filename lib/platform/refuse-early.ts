/** The head of a request; `isFile` where it asks for a file that is served as it lies there. */
export type RequestHead = { method: string; url: string; isFile: boolean }

export type EarlyRefusal = {
  status: 400 | 405
  headers: Record<string, string>
  error: { code: string; message: string }
}

const READING = ["GET", "HEAD"]

/** What is refused by its head alone, before anything looks at it; null where nothing speaks against it. */
export function earlyRefusal({ method, url, isFile }: RequestHead): EarlyRefusal | null {
  // The character zero: PostgreSQL takes no text that holds it, so that each search and each id in an address would fail there.
  if (url.includes("%00"))
    return {
      status: 400,
      headers: {},
      error: { code: "common.badAddress", message: "There is no such address." },
    }
  // Next looks for a page that says so, and fails because there is none.
  if (isFile && !READING.includes(method))
    return {
      status: 405,
      headers: { allow: READING.join(", ") },
      error: { code: "common.badMethod", message: "This can only be read." },
    }
  return null
}
