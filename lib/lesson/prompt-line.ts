/** A discussion question. `hasSides`: one can agree or disagree with it, so that a post may declare a side. */
export type PromptLine = { text: string; hasSides: boolean }

/** As it is written in a file or sent by a form: most have sides, and are their words alone. */
export type WrittenPrompt = string | PromptLine

export const promptLine = (written: WrittenPrompt): PromptLine =>
  typeof written === "string" ? { text: written, hasSides: true } : written

export const writtenPrompt = ({ text, hasSides }: PromptLine): WrittenPrompt =>
  hasSides ? text : { text, hasSides }
