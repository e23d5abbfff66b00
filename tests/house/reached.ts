import type { SourceFile } from "./source-files"

export type Sources = ReadonlyMap<string, SourceFile>

/** The sources by their place. */
export const byPlace = (files: readonly SourceFile[]): Sources =>
  new Map(files.map((file) => [file.place, file]))

const placeOf = (target: string, files: Sources): string => {
  if (!target.startsWith("@/")) return target
  const place = target.slice(2)
  return [`${place}.ts`, `${place}.tsx`].find((one) => files.has(one)) ?? place
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
    if (!typeOnly) reached(placeOf(target, files), files, stops, seen)
  return seen
}
