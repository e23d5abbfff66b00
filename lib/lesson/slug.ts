/** The readable part of a lesson's address: "Fake neutrality?" is "fake-neutrality". Other scripts give "lesson". */
export function slugOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  const words = plain.match(/[a-z0-9]+/g) ?? []
  return words.join("-").slice(0, 50).replace(/-+$/, "") || "lesson"
}

/** A slug that no other lesson has: the end of the lesson's own id makes it so. */
export const uniqueSlug = (title: string, lessonId: string): string =>
  `${slugOf(title)}-${lessonId.replaceAll("-", "").slice(-6)}`
