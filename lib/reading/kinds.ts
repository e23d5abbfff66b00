/** What a reading is; shown above its title, because an opinion must not be taken for news. */
export const readingKinds = ["opinion", "news", "reference"] as const
export type ReadingKindName = (typeof readingKinds)[number]

/** What a student says a sentence is to them. `none` is a plain note. */
export const noteMarks = ["claim", "evidence", "loaded", "unclear", "none"] as const
export type NoteMarkName = (typeof noteMarks)[number]
