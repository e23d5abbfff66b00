/** A word of a list, as whoever keeps the list sees it. */
export type WatchWordView = { id: string; word: string; note: string }

/** The words watched in a class: its own, and those of the whole school. */
export type WatchListView = { words: WatchWordView[]; schoolWords: WatchWordView[]; mayEdit: boolean }
