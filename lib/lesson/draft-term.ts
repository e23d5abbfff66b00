import type { GlossaryTermInput } from "./input"

/** A glossary term while it is typed: its other forms are one line, separated by commas. */
export type DraftTerm = {
  key: number
  term: string
  forms: string
  partOfSpeech: string | null
  definition: string
}

const MOST_FORMS = 8

export const draftOfTerm = ({ forms, ...term }: GlossaryTermInput, key: number): DraftTerm => ({
  ...term,
  key,
  forms: forms.join(", "),
})

/** A new term, keyed apart from those that are there. */
export const emptyTerm = (drafts: readonly DraftTerm[]): DraftTerm => ({
  key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1,
  term: "",
  forms: "",
  partOfSpeech: null,
  definition: "",
})

/** What is saved of a draft: forms without blanks and repeats. */
export function termOfDraft({ term, forms, partOfSpeech, definition }: DraftTerm): GlossaryTermInput {
  const list = forms
    .split(",")
    .map((form) => form.trim())
    .filter(Boolean)
  return {
    term: term.trim(),
    forms: [...new Set(list)].slice(0, MOST_FORMS),
    partOfSpeech,
    definition: definition.trim(),
  }
}
