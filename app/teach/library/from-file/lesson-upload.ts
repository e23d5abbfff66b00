import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { MOST_MEGABYTES } from "@/lib/lesson/exchange/lesson-file"
import type { LessonFileInput } from "@/lib/lesson/server/import-lesson"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { readBounded } from "@/lib/platform/read-bounded"
import { megabytesOf } from "@/lib/reading/file-format"

type Upload = { viewer: Viewer; file: LessonFileInput; query: URLSearchParams }

const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024

/** Who sends a lesson's file, and the file: its bytes are the body, its name stands in the address. Asks first, reads then. */
export async function readUpload(request: Request, tokenHash: Buffer): Promise<Decision<Upload>> {
  const viewer = await loadViewerByToken(tokenHash)
  if (!viewer) return refuse("unauthenticated", "common.signedOut")
  if (!can(viewer, "lesson.create")) return refuse("forbidden", "lesson.teachersOnly")
  const query = new URL(request.url).searchParams
  const bytes = await readBounded(request, MOST_BYTES)
  if (!bytes) return tooLarge(Number(request.headers.get("content-length") ?? MOST_BYTES + 1))
  const fileName = (query.get("name") ?? "").slice(0, 200)
  return allow({ viewer, query, file: { bytes, fileName } })
}

const tooLarge = (bytes: number) =>
  refuse("too-large", "lesson.fileTooLarge", {
    params: { megabytes: megabytesOf(bytes), most: MOST_MEGABYTES },
    field: "file",
  })
