import type { ReadingDraft } from "@/lib/reading/draft-reading"
import type { ReadingKindName } from "@/lib/reading/kinds"
import { paragraphsOf, type RevisionView } from "@/lib/reading/sentences"

/** What the correction form holds while it is being corrected. */
export type DraftForm = {
  title: string
  author: string
  source: string
  sourceUrl: string
  publishedOn: string
  language: string
  kind: ReadingKindName
  deck: string
  rightsNote: string
  /** Paragraphs with an empty line between them. */
  text: string
  tasks: { text: string; keep: boolean }[]
}

export const formOfDraft = (draft: ReadingDraft): DraftForm => ({
  title: draft.title ?? "",
  author: draft.author ?? "",
  source: draft.source ?? "",
  sourceUrl: draft.sourceUrl ?? "",
  publishedOn: draft.publishedOn ?? "",
  language: draft.language,
  kind: draft.kind,
  deck: "",
  rightsNote: "",
  text: draft.paragraphs.join("\n\n"),
  tasks: draft.tasks.map((text) => ({ text, keep: true })),
})

export const formOfRevision = (revision: RevisionView): DraftForm => ({
  title: revision.title,
  author: revision.author ?? "",
  source: revision.source ?? "",
  sourceUrl: revision.sourceUrl ?? "",
  publishedOn: revision.publishedOn ?? "",
  language: revision.language,
  kind: revision.kind,
  deck: revision.deck ?? "",
  rightsNote: revision.rightsNote ?? "",
  text: paragraphsOf(revision.sentences)
    .map((sentences) => sentences.map(({ text }) => text).join(" "))
    .join("\n\n"),
  tasks: revision.tasks.map((text) => ({ text, keep: true })),
})

/** Paragraphs as typed: parted by empty lines; a single line end is a space. */
export const paragraphsOfText = (text: string): string[] =>
  text
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.replaceAll("\n", " ").trim())
    .filter((block) => block !== "")

/** The form as the server takes it. A task whose box is cleared goes back to the end of the text. */
export function inputOfForm({ text, tasks, ...details }: DraftForm) {
  const kept = tasks.filter(({ keep }) => keep)
  const back = tasks.filter(({ keep }) => !keep)
  return {
    ...details,
    paragraphs: [...paragraphsOfText(text), ...back.map((task) => task.text)],
    tasks: kept.map((task) => task.text.trim()).filter((task) => task !== ""),
  }
}
