import path from "node:path"
import type { SourceFile } from "./source-files"

export type Sources = ReadonlyMap<string, SourceFile>

/** The sources by their place. */
export const byPlace = (files: readonly SourceFile[]): Sources =>
  new Map(files.map((file) => [file.place, file]))

/** The file that an import of another one names, or the package. */
function placeOf(target: string, from: string, files: Sources): string {
  const isOurs = target.startsWith("@/") || target.startsWith(".")
  if (!isOurs) return target
  const place = target.startsWith("@/") ? target.slice(2) : path.posix.join(path.posix.dirname(from), target)
  return [place, `${place}.ts`, `${place}.tsx`].find((one) => files.has(one)) ?? place
}

/** What a file brings by name: itself, our own files, and the packages they name. It goes no further where `stops` says so. */
export function reached(
  from: string,
  files: Sources,
  stops: (file: SourceFile) => boolean = () => false,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(from)) return seen
  seen.add(from)
  const file = files.get(from)
  if (!file || stops(file)) return seen
  for (const { target, typeOnly } of file.imports)
    if (!typeOnly) reached(placeOf(target, from, files), files, stops, seen)
  return seen
}
