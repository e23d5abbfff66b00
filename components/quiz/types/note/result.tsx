/** Nothing came out: results show the text of a note, and nothing else of it. */
export const NoteResult = () => null
