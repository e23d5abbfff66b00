import { type ComponentProps, type ReactNode, useId } from "react"
import { ChoiceMark } from "@/components/ui/choice-mark"
import { cn } from "@/components/ui/cn"

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode }

/** A yes or no. The whole line can be pressed. */
export function Checkbox({ label, hint, className, ...input }: CheckboxProps) {
  const ownId = useId()
  const id = input.id ?? ownId
  return (
    <label
      htmlFor={id}
      className={cn("flex min-h-8 items-start gap-3 py-1 pointer-coarse:py-2.5", className)}
    >
      <ChoiceMark type="checkbox" {...input} id={id} />
      <span>
        {label}
        {hint && <span className="block text-13 text-ink-2">{hint}</span>}
      </span>
    </label>
  )
}
