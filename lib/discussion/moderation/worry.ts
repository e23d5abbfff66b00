/** A worry about somebody that nobody of the staff has taken yet. By whom stays unsaid. */
export type WorryView = {
  /** The post it was reported at, by public id. */
  postId: string
  assignmentId: string
  title: string
  className: string
  promptPosition: number
  /** Milliseconds since 1970. */
  at: number
}
