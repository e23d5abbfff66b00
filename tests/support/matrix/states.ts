/** What an assignment may be in when somebody comes to it: its dates, and how far the student is with its quiz. */
export const states = [
  /** Opens tomorrow. */
  "notOpen",
  /** Open; nobody has begun the quiz. */
  "fresh",
  /** Open; the student is in the middle of the quiz. Names are sealed. */
  "sitting",
  /** Open; the student has handed the quiz in. */
  "handedIn",
  /** The same, and the teacher has released the results. */
  "released",
  /** Closed yesterday; the quiz was handed in before. */
  "closed",
  "closedReleased",
  /** Put away by the teacher, released before. */
  "archived",
] as const

export type State = (typeof states)[number]

/** The students' dates let them work. */
export const whileOpen: readonly State[] = ["fresh", "sitting", "handedIn", "released"]
/** Students see their results. */
export const whenShown: readonly State[] = ["released", "closedReleased"]
/** The student has handed the quiz in. */
export const onceHandedIn: readonly State[] = ["handedIn", "released", "closed", "closedReleased", "archived"]
/** The results were released, also where students do not see them any more. */
export const onceReleased: readonly State[] = ["released", "closedReleased", "archived"]
/** Students of the class see it. */
export const whileSeen: readonly State[] = states.filter((state) => state !== "archived")
/** Students may read what is in it. */
export const onceOpen: readonly State[] = whileSeen.filter((state) => state !== "notOpen")
