/** Words that mean themselves in Markdown, on one line: signs that would make something of them are escaped. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2")

/** Lines of somebody else's, each behind a mark, so that no heading or list of theirs becomes one of the file. */
export const quotedLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line.trimEnd()}`.trimEnd())
    .join("\n")

/** Blocks with a blank line between them, and a line end at the end. */
export const markdownFile = (blocks: readonly (string | null)[]): string =>
  `${blocks.filter((block) => block !== null && block !== "").join("\n\n")}\n`
