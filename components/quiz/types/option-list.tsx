import { cn } from "@/components/ui/cn"
import type { Option } from "@/lib/quiz/options"

/** A, B, C … as options are called, by where they stand in this sitting. */
export const optionLetter = (at: number): string => String.fromCharCode(65 + at)

type OptionListProps = {
  name: string
  labelledBy: string
  options: readonly Option[]
  chosen: string | null
  disabled: boolean
  onChoose: (optionId: string) => void
}

/** One of several, each a line with its letter. Radio buttons underneath: arrow keys move, a screen reader knows them. */
export function OptionList({ name, labelledBy, options, chosen, disabled, onChoose }: OptionListProps) {
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className="my-3 border-rule border-b">
      {options.map(({ id, text }, at) => (
        <label
          key={id}
          className={cn(
            "relative grid min-h-target grid-cols-[1.5rem_minmax(0,1fr)] items-start gap-3 border-rule border-t px-2 py-2.5 text-17 leading-6 md:px-3",
            "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
            id === chosen ? "bg-accent-wash" : !disabled && "hover:bg-recess",
          )}
        >
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === chosen}
            disabled={disabled}
            onChange={() => onChoose(id)}
            className="absolute inset-0 m-0 cursor-pointer appearance-none opacity-0 disabled:cursor-default"
          />
          <span
            aria-hidden
            className={cn(
              "grid size-6 place-items-center rounded-full border font-semibold text-13",
              id === chosen ? "border-accent bg-accent text-on-accent" : "border-rule-firm text-ink-2",
            )}
          >
            {optionLetter(at)}
          </span>
          <span dir="auto" className={cn(id === chosen && "font-medium")}>
            {text}
          </span>
        </label>
      ))}
    </div>
  )
}
