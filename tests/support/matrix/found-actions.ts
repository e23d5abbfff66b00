import { readdirSync } from "node:fs"
import path from "node:path"
import type { Action } from "./press"

const app = path.resolve(import.meta.dirname, "../../../app")

/** The files of server actions, by their folder under app/. Read from the disk, so that a new one cannot be overlooked. */
export const actionFiles = (): Map<string, string> =>
  new Map(
    readdirSync(app, { recursive: true, encoding: "utf8" })
      .filter((file) => path.basename(file) === "actions.ts")
      .map((file) => [path.dirname(file), path.join(app, file)]),
  )

/** Every server action there is, by `${folder under app/}#${exported name}`. */
export async function findActions(): Promise<Map<string, Action>> {
  const found = new Map<string, Action>()
  for (const [folder, file] of actionFiles()) {
    const exported = (await import(/* @vite-ignore */ file)) as Record<string, Action>
    for (const [name, action] of Object.entries(exported)) found.set(`${folder}#${name}`, action)
  }
  return found
}
