import type { CellWords } from "./table-view"

/** What a class calls things; null: the app's own word. */
export type OwnWords = { late: string | null; excused: string | null; missing: string | null }

type AppWord = keyof CellWords

export type AppWords = {
  of: (name: AppWord) => string
  lateDays: (word: string, days: number) => string
}

/** What cells are called: the class's own words where it has some. */
export function cellWords(own: OwnWords, app: AppWords): CellWords {
  const late = own.late ?? app.of("late")
  return {
    notOpen: app.of("notOpen"),
    notStarted: app.of("notStarted"),
    underWay: app.of("underWay"),
    waiting: app.of("waiting"),
    handedIn: app.of("handedIn"),
    missing: own.missing ?? app.of("missing"),
    excused: own.excused ?? app.of("excused"),
    late: (days) => app.lateDays(late, days),
    set: app.of("set"),
  }
}
