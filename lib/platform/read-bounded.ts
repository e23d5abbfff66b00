import "server-only"

/**
 * The bytes of a request's body, or null where they are more than `limit`. A body that says its length is cut there by
 * HTTP itself; one that comes in pieces is counted, and not taken in any further once it is too long.
 */
export async function readBounded(request: Request, limit: number): Promise<Uint8Array | null> {
  const said = request.headers.get("content-length")
  if (said !== null) return Number(said) > limit ? null : new Uint8Array(await request.arrayBuffer())
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.length
    if (length > limit) return null
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}
