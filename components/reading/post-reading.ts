export type Posted<T> = { ok: true; value: T } | { ok: false; message: string }

/** Posts to one of this room's routes. A refusal and an unreachable school answer with the sentence to show. */
export async function postReading<T>(
  address: string,
  body: Blob | string,
  unreachable: string,
): Promise<Posted<T>> {
  try {
    const type = typeof body === "string" ? "application/json" : "application/octet-stream"
    const response = await fetch(address, { method: "POST", headers: { "content-type": type }, body })
    const answer = await response.json()
    return response.ok ? { ok: true, value: answer } : { ok: false, message: answer.error.message }
  } catch {
    return { ok: false, message: unreachable }
  }
}
