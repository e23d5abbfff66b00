/** Letters and digits only, of other scripts none: a file name must not carry a path or a quote. May be empty. */
export const plainName = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)

/** "Civics-9B_Fake-neutrality_students.csv" */
export const fileName = (parts: readonly string[], extension: string): string =>
  `${parts.map(plainName).filter(Boolean).join("_") || "colloquy"}.${extension}`
