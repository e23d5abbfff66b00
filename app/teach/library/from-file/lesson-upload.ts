import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { MOST_MEGABYTES } from "@/lib/lesson/exchange/lesson-file"
import type { LessonFileInput } from "@/lib/lesson/server/import-lesson"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { megabytesOf } from "@/lib/reading/file-format"

type Upload = { viewer: Viewer; file: LessonFileInput; query: URLSearchParams }

const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024

/** Who sends a lesson's file, and the file: its bytes are the body, its name stands in the address. Asks first, reads then. */
export async function readUpload(request: Request, tokenHash: Buffer): Promise<Decision<Upload>> {
  const viewer = await loadViewerByToken(tokenHash)
  if (!viewer) return refuse("unauthenticated", "common.signedOut")
  if (!can(viewer, "lesson.create")) return refuse("forbidden", "lesson.teachersOnly")
  const query = new URL(request.url).searchParams
  const bytes = await readBounded(request)
  if (!bytes.ok) return bytes
  const fileName = (query.get("name") ?? "").slice(0, 200)
  return allow({ viewer, query, file: { bytes: bytes.value, fileName } })
}

const tooLarge = (bytes: number) =>
  refuse("too-large", "lesson.fileTooLarge", {
    params: { megabytes: megabytesOf(bytes), most: MOST_MEGABYTES },
    field: "file",
  })

/** No more is taken in than a file may have, whatever the request says of itself. */
async function readBounded(request: Request): Promise<Decision<Uint8Array>> {
  const said = Number(request.headers.get("content-length") ?? 0)
  if (said > MOST_BYTES) return tooLarge(said)
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.length
    if (length > MOST_BYTES) return tooLarge(length)
    pieces.push(piece)
  }
  return allow(new Uint8Array(Buffer.concat(pieces)))
}
