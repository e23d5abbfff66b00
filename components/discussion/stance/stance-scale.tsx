import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"

/** The five places: figure, word, colour and shape. Square is against, round is for, the middle stands between. */
const places = [
  { value: -2, label: "minus2", figure: "−2", shape: "rounded-none [--c:var(--color-stance-against)]" },
  {
    value: -1,
    label: "minus1",
    figure: "−1",
    shape:
      "rounded-corner [--c:color-mix(in_oklab,var(--color-stance-against)_60%,var(--color-stance-against-soft))]",
  },
  { value: 0, label: "zero", figure: "0", shape: "rounded-[14px] [--c:var(--color-stance-mid)]" },
  {
    value: 1,
    label: "plus1",
    figure: "+1",
    shape:
      "rounded-[20px] [--c:color-mix(in_oklab,var(--color-stance-for)_60%,var(--color-stance-for-soft))]",
  },
  { value: 2, label: "plus2", figure: "+2", shape: "rounded-full [--c:var(--color-stance-for)]" },
] as const

/** Where do you stand? Radio buttons: arrow keys move along the scale. */
export function StanceScale({ own }: { own: number | null }) {
  const words = useTranslations("discussion.stance")
  return (
    <fieldset>
      <legend className="sr-only">{words("position")}</legend>
      <div className="relative grid grid-cols-5 before:absolute before:inset-x-[10%] before:top-6 before:border-rule-firm before:border-t before:content-['']">
        {places.map((place) => (
          <label
            key={place.value}
            className="group relative flex flex-col items-center gap-2 px-0.5 text-center text-13 md:text-15"
          >
            <input
              type="radio"
              name="position"
              value={place.value}
              required
              defaultChecked={own === place.value}
              className="absolute inset-0 m-0 size-full opacity-0"
            />
            <span aria-hidden className={cn(knobStyle, place.shape)}>
              {place.figure}
            </span>
            <span className="text-ink-2 group-has-checked:font-semibold group-has-checked:text-ink">
              {words(`positions.${place.label}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const knobStyle = cn(
  "relative grid size-12 place-items-center border border-rule-firm border-b-(--c) border-b-[3px] bg-paper font-semibold text-17 text-ink-2",
  "group-has-checked:border-(--c) group-has-checked:bg-(--c) group-has-checked:text-paper",
  "group-has-focus-visible:outline-2 group-has-focus-visible:outline-focus group-has-focus-visible:outline-offset-2",
  "forced-colors:group-has-checked:outline-4",
)

const degrees = ["one", "two", "three", "four"] as const

/** How sure are you? Four degrees, each with as many bars. */
export function ConfidenceScale({ own }: { own: number | null }) {
  const words = useTranslations("discussion.stance")
  return (
    <fieldset>
      <legend className="sr-only">{words("confidence")}</legend>
      <div className="grid grid-cols-2 rounded-corner border border-rule-firm md:grid-cols-4">
        {degrees.map((degree, index) => (
          <label key={degree} className={degreeStyle}>
            <input
              type="radio"
              name="confidence"
              value={index + 1}
              required
              defaultChecked={own === index + 1}
              className="absolute inset-0 m-0 size-full opacity-0"
            />
            <Bars filled={index + 1} />
            {words(`confidences.${degree}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const degreeStyle = cn(
  "relative flex min-h-11 items-center justify-center gap-2 border-rule text-ink-2 even:border-s nth-[n+3]:border-t md:not-first:border-s md:nth-[n+3]:border-t-0",
  "has-checked:bg-accent-wash has-checked:font-semibold has-checked:text-accent has-checked:shadow-[inset_0_-2px_0_var(--color-accent)]",
  "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 forced-colors:has-checked:outline-4",
)

function Bars({ filled }: { filled: number }) {
  return (
    <span aria-hidden className="flex items-end gap-0.5">
      {degrees.map((degree, index) => (
        <span
          key={degree}
          className={cn("h-2.5 w-[3px] border border-current", index < filled ? "bg-current" : "opacity-60")}
        />
      ))}
    </span>
  )
}
