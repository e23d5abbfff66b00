import { readFileSync } from "node:fs"
import path from "node:path"
import { call, type Reply } from "./http-client"

type Manifest = { node: Record<string, { exportedName: string }> }

/** The number the build gave a server action. Throws where no action, or more than one, has that name. */
export function actionId(exportedName: string): string {
  const file = path.resolve(import.meta.dirname, "../../.next/server/server-reference-manifest.json")
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest
  const [found, ...more] = Object.entries(node).filter(([, action]) => action.exportedName === exportedName)
  if (!found || more.length > 0) throw new Error(`The build has no one action named ${exportedName}`)
  return found[0]
}

type ActionCall = { id: string; path: string; cookie?: string; input: unknown; readable?: boolean }

/**
 * Calls a server action as the page at `path` does in a browser. With `readable` the answer comes uncompressed, and its
 * text in `body`. The input holds only what JSON has, which React sends as it is.
 */
export function callAction(
  port: number,
  { id, path, cookie, input, readable = false }: ActionCall,
): Promise<Reply> {
  const headers = {
    "next-action": id,
    accept: "text/x-component",
    "content-type": "text/plain;charset=UTF-8",
    ...(readable ? { "accept-encoding": "identity" } : {}),
  }
  return call(port, { method: "POST", path, cookie, json: [input], headers })
}
