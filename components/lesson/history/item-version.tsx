import { useTranslations } from "next-intl"
import { Differences } from "@/components/lesson/history/differences"
import { type Clock, Instant } from "@/components/lesson/instant"
import { ItemWordsList } from "@/components/quiz/item-words-list"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import type { EditBase } from "@/lib/lesson/input"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { itemDifferences } from "@/lib/quiz/item-differences"
import { itemInWords } from "@/lib/quiz/item-in-words"

export type HistoryLine = {
  itemVersionId: string
  number: number
  createdAt: Date
  keyRevision: number | null
  lessonVersions: readonly number[]
  classNames: readonly (string | null)[]
  stands: boolean
  item: AuthoredItem
}

type ItemVersionProps = {
  version: HistoryLine
  /** The one before it; null for the first. */
  former: HistoryLine | null
  clock: Clock
  /** Null: it cannot be brought back, or the viewer may not. */
  base: EditBase | null
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** One version of a question: when, where it stands, what was changed, and bringing it back. */
export function ItemVersion({ version, former, clock, base, action }: ItemVersionProps) {
  const words = useTranslations("lesson.history")
  const { itemVersionId, number, item } = version
  return (
    <li className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[11rem_minmax(0,1fr)]">
      <VersionHead version={version} clock={clock} />
      <div className="grid min-w-0 gap-3">
        <Places version={version} />
        {former ? (
          <Differences differences={itemDifferences(former.item, item)} />
        ) : (
          <p className="text-ink-2">{words("first")}</p>
        )}
        <details>
          <summary className="min-h-6 cursor-pointer text-13 text-accent">
            {words("whole", { number })}
          </summary>
          <div className="mt-2 grid gap-2 border-rule border-s-2 ps-3">
            <p dir="auto" className="break-words font-semibold">
              {item.prompt}
            </p>
            <ItemWordsList words={itemInWords(item)} />
          </div>
        </details>
        {base && !version.stands && (
          <div>
            <ActButton
              action={action}
              input={{ base, itemId: item.itemId, itemVersionId }}
              label={words("bringBackOf", { number })}
            >
              {words("bringBack")}
            </ActButton>
          </div>
        )}
      </div>
    </li>
  )
}

function VersionHead({ version, clock }: Pick<ItemVersionProps, "version" | "clock">) {
  const words = useTranslations("lesson.history")
  const { number, keyRevision, createdAt, stands } = version
  return (
    <div>
      <h2 className="font-semibold">{words("number", { number })}</h2>
      <p className="text-13 text-ink-2">
        <Instant at={createdAt} clock={clock} />
      </p>
      <p className="text-13 text-ink-3">
        {keyRevision === null ? words("noKey") : words("keyRevision", { revision: keyRevision })}
      </p>
      {stands && <p className="text-13 text-accent">{words("stands")}</p>}
    </div>
  )
}

/** In which versions of the lesson it is, and which classes have it. Classes of others are counted, not named. */
function Places({ version: { lessonVersions, classNames } }: { version: HistoryLine }) {
  const words = useTranslations("lesson.history")
  const own = classNames.filter((name) => name !== null)
  const others = classNames.length - own.length
  const count = lessonVersions.length
  const places = [
    count > 0 ? words("inVersions", { count, numbers: lessonVersions.join(", ") }) : words("inNone"),
    ...(own.length > 0 ? [words("classes", { names: [...new Set(own)].join(", ") })] : []),
    ...(others > 0 ? [words("otherClasses", { count: others })] : []),
  ]
  return (
    <p className="text-13 text-ink-2" dir="auto">
      {places.join(" ")}
    </p>
  )
}
