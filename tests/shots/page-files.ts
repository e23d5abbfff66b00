import { readdirSync } from "node:fs"

/** Every page.tsx below a folder, relative to it, in order. */
export function findPageFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file === "page.tsx" || file.endsWith("/page.tsx"))
    .sort()
}
