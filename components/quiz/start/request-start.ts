/** What the school answered to a start: null when the attempt is there, else why not. */
export type StartProblem = { code: string; message: string } | null

/** Asks for an attempt: begins it, or finds the one that is open. Throws where the school cannot be reached. */
export async function requestStart(assignmentId: string): Promise<StartProblem> {
  const response = await fetch("/api/attempts", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ assignmentId }),
  })
  if (response.ok) return null
  const answer = (await response.json()) as { error: { code: string; message: string } }
  return answer.error
}
