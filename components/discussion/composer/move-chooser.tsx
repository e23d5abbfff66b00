"use client"

import { useTranslations } from "next-intl"
import { MoveMark } from "@/components/discussion/posts/move-mark"
import type { Move } from "@/lib/discussion/posts/moves"

type MoveChooserProps = { moves: readonly Move[]; value: Move; onChange: (move: Move) => void }

/** What the post does. Radio buttons: arrow keys move among them. With one move there is nothing to choose. */
export function MoveChooser({ moves, value, onChange }: MoveChooserProps) {
  const words = useTranslations("discussion")
  if (moves.length === 1) return <MoveMark move={value} />
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{words("composer.move")}</legend>
      <div className="-ms-2 flex flex-wrap gap-x-1">
        {moves.map((move) => (
          <label
            key={move}
            className="relative flex min-h-8 items-center rounded-mark border-transparent border-b-2 px-2 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-focus has-checked:[&_*]:text-accent pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="move"
              value={move}
              checked={move === value}
              onChange={() => onChange(move)}
              className="absolute inset-0 m-0 size-full opacity-0"
            />
            <MoveMark move={move} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What the chosen move asks of its writer. */
export function MoveHint({ move }: { move: Move }) {
  const words = useTranslations("discussion.moveHints")
  return <p className="text-13 text-ink-2">{words(move)}</p>
}
