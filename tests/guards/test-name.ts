/** A test or a suite, as vitest holds it. */
export type Task = { name: string; suite?: Task; file: { filepath: string } }

/** As vitest's report writes it: its suites' names before its own. */
export const nameOf = (task: Task): string =>
  task.suite?.name ? `${nameOf(task.suite)} ${task.name}` : task.name
