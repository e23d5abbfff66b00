/** Nothing is asked: a note has no place to answer. */
export const NoteAnswer = () => null
