/** Where in a file: names and places from 0, as they stand in its JSON. */
export type Path = readonly (string | number)[]

/** `reason`: a message key such as "lesson.exchange.reasons.tooLong" or "quiz.problems.emptyOption". */
export type Fault = { path: Path; reason: string; params?: Record<string, string | number> }

/** What is wrong in a file, by the code of its sentence. */
export const fault = (path: Path, code: string, params?: Fault["params"]): Fault => ({
  path,
  reason: `lesson.exchange.reasons.${code}`,
  ...(params ? { params } : {}),
})
