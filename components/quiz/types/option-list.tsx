import { cn } from "@/components/ui/cn"
import type { Option } from "@/lib/quiz/options"

/** A, B, C … as options are called, by where they stand in this sitting. */
export const optionLetter = (at: number): string => String.fromCharCode(65 + at)

type OptionListProps = {
  /** "radio": one of several. "checkbox": as many as are right. */
  kind: "radio" | "checkbox"
  name: string
  labelledBy: string
  describedBy?: string
  options: readonly Option[]
  chosen: readonly string[]
  disabled: boolean
  /** An option was pressed: chosen, or with checkboxes perhaps taken back. */
  onPress: (optionId: string) => void
}

/**
 * Options, each a line with its letter. The browser's own radio buttons or checkboxes underneath: its keys work, a screen
 * reader knows them. `data-option` lets letters and digits find them.
 */
export function OptionList(props: OptionListProps) {
  const { kind, name, labelledBy, describedBy, options, chosen, disabled, onPress } = props
  const group = {
    role: kind === "radio" ? "radiogroup" : "group",
    "aria-labelledby": labelledBy,
    "aria-describedby": describedBy,
  }
  return (
    <div {...group} className="my-3 border-rule border-b">
      {options.map(({ id, text }, at) => {
        const isChosen = chosen.includes(id)
        return (
          <label
            key={id}
            className={cn(
              "relative grid min-h-target grid-cols-[1.5rem_minmax(0,1fr)] items-start gap-3 border-rule border-t px-2 py-2.5 text-17 leading-6 md:px-3",
              "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
              isChosen ? "bg-accent-wash" : !disabled && "hover:bg-recess",
            )}
          >
            <input
              type={kind}
              name={name}
              value={id}
              data-option=""
              checked={isChosen}
              disabled={disabled}
              onChange={() => onPress(id)}
              className="absolute inset-0 m-0 cursor-pointer appearance-none opacity-0 disabled:cursor-default"
            />
            <span
              aria-hidden
              className={cn(
                "grid size-6 place-items-center border font-semibold text-13",
                kind === "radio" ? "rounded-full" : "rounded-corner",
                isChosen ? "border-accent bg-accent text-on-accent" : "border-rule-firm text-ink-2",
              )}
            >
              {optionLetter(at)}
            </span>
            <span dir="auto" className={cn(isChosen && "font-medium")}>
              {text}
            </span>
          </label>
        )
      })}
    </div>
  )
}
