import { type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { download } from "@/lib/platform/download"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { type RouteCall, runRoute } from "@/lib/platform/run-route"
import type { BinaryFile, TextFile } from "@/lib/results/server/export-results"

type Asked = { viewer: Viewer; query: URLSearchParams; params: RouteCall<undefined>["params"] }
type Context = { params: Promise<Record<string, string>> }

/** A route that answers with a file to keep. */
export function exportRoute(write: (asked: Asked) => Promise<Decision<TextFile | BinaryFile>>) {
  const answer = runRoute({
    handle: async ({ request, params, tokenHash }) => {
      const viewer = await loadViewerByToken(tokenHash)
      if (!viewer) return refuse("unauthenticated", "common.signedOut")
      const file = await write({ viewer, query: new URL(request.url).searchParams, params })
      if (!file.ok) return file
      return download(file.value.name, "text" in file.value ? file.value.text : file.value.bytes)
    },
  })
  return async (request: Request, context: Context) => answer(request, await context.params)
}
