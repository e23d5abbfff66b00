/** What the author says to an answer; nothing where there is nothing to say. */
export function Said({ words }: { words: string | null | undefined }) {
  if (!words) return null
  return (
    <p dir="auto" className="mt-2 text-ink-2">
      {words}
    </p>
  )
}
