import { useTranslations } from "next-intl"
import { TakeItem, type TakeItemAction } from "@/components/lesson/bank/take-item"
import { ItemWordsList } from "@/components/quiz/item-words-list"
import { TextLink } from "@/components/ui/text-link"
import type { EditBase } from "@/lib/lesson/input"
import { type AuthoredItem, isKeyed } from "@/lib/quiz/authored-item"
import { itemInWords } from "@/lib/quiz/item-in-words"

export type BankLine = {
  itemId: string
  lessonId: string
  lessonTitle: string
  ownerName: string
  isOwn: boolean
  item: AuthoredItem
  /** The lesson questions are taken into has one that says the same. */
  isThere: boolean
}

type BankItemRowProps = {
  line: BankLine
  /** Where it is taken; null while no lesson is chosen. */
  into: { lessonId: string; title: string; base: EditBase } | null
  takeAction: TakeItemAction
}

/** A question of the bank: what it asks, what is right, where it stands; and taking it. */
export function BankItemRow({ line, into, takeAction }: BankItemRowProps) {
  const words = useTranslations("lesson.bank")
  const list = useTranslations("lesson.editor.items")
  const types = useTranslations("lesson.itemTypes")
  const levels = useTranslations("lesson.itemLevels")
  const { item, lessonId } = line
  return (
    <li className="grid gap-x-6 gap-y-2 py-4 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-1">
        <p dir="auto" className="max-w-[68ch] break-words font-semibold">
          {item.prompt || list("untitled")}
        </p>
        <p className="text-13 text-ink-3">
          {types(item.type)} · {levels(item.level)}
          {isKeyed(item.level) && <> · {list("points", { points: item.points })}</>}
          {item.skills.length > 0 && <> · {item.skills.join(", ")}</>}
        </p>
        <p className="text-13 text-ink-2" dir="auto">
          {words("from")}{" "}
          <TextLink href={`/teach/lessons/${lessonId}?part=items&item=${line.itemId}`}>
            {line.lessonTitle}
          </TextLink>
          {!line.isOwn && <> · {words("owner", { name: line.ownerName })}</>}
        </p>
        <details>
          <summary className="min-h-6 cursor-pointer text-13 text-accent">{words("look")}</summary>
          <div className="mt-2 border-rule border-s-2 ps-3">
            <ItemWordsList words={itemInWords(item)} />
            {item.explanation && (
              <p dir="auto" className="mt-2 max-w-[68ch] text-ink-2">
                {item.explanation}
              </p>
            )}
          </div>
        </details>
      </div>
      {into && line.lessonId !== into.lessonId && (
        <TakeItem
          itemId={line.itemId}
          prompt={item.prompt}
          isThere={line.isThere}
          into={into}
          action={takeAction}
        />
      )}
      {into && line.lessonId === into.lessonId && <p className="text-13 text-ink-3">{words("here")}</p>}
    </li>
  )
}
