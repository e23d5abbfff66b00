import { useId } from "react"
import { cn } from "@/components/ui/cn"
import type { Option } from "@/lib/quiz/options"

type CategoryChipsProps = {
  name: string
  statement: string
  categories: readonly Option[]
  chosen: string | null
  disabled: boolean
  onChoose: (categoryId: string) => void
}

/**
 * One statement with all its categories in sight. The browser's own radio buttons underneath: Tab leads from statement to
 * statement, arrows from category to category, and a screen reader says which statement it is.
 */
export function CategoryChips(props: CategoryChipsProps) {
  const { name, statement, categories, chosen, disabled, onChoose } = props
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id} className="border-rule border-t py-3">
      <p id={id} dir="auto" className="text-17 leading-6">
        {statement}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {categories.map((category) => {
          const isChosen = category.id === chosen
          return (
            <label
              key={category.id}
              className={cn(
                "relative flex min-h-target items-center rounded-corner border px-3 py-1.5 text-15 leading-5",
                "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
                isChosen
                  ? "border-accent bg-accent font-medium text-on-accent"
                  : cn("border-rule-firm bg-raised text-ink", !disabled && "hover:bg-recess"),
                disabled && !isChosen && "border-rule bg-recess text-ink-2",
              )}
            >
              <input
                type="radio"
                name={name}
                value={category.id}
                checked={isChosen}
                disabled={disabled}
                onChange={() => onChoose(category.id)}
                className="absolute inset-0 m-0 cursor-pointer appearance-none opacity-0 disabled:cursor-default"
              />
              <span dir="auto">{category.text}</span>
            </label>
          )
        })}
      </div>
    </div>
  )
}
