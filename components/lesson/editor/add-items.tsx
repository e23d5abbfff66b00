import { FileInput, FileOutput, LibraryBig, Plus } from "lucide-react"
import { useTranslations } from "next-intl"
import { ButtonLink } from "@/components/ui/button"
import { bankHref } from "@/lib/lesson/bank-query"

type AddItemsProps = {
  lessonId: string
  address: string
  types: readonly string[]
  hasItems: boolean
  readOnly: boolean
}

/** The ways for questions into the lesson, and out of it as a file. */
export function AddItems({ lessonId, address, types, hasItems, readOnly }: AddItemsProps) {
  const words = useTranslations("lesson.editor.items")
  const typeWords = useTranslations("lesson.itemTypes")
  return (
    <>
      {!readOnly && (
        <div>
          <p className="mb-2 font-semibold">{words("add")}</p>
          <div className="flex flex-wrap gap-2">
            {types.map((type) => (
              <ButtonLink key={type} dense href={`${address}?part=items&item=new-${type}`}>
                <Plus aria-hidden /> {typeWords(type)}
              </ButtonLink>
            ))}
            <ButtonLink dense variant="quiet" href={`${address}/import`}>
              <FileInput aria-hidden /> {words("import")}
            </ButtonLink>
            <ButtonLink dense variant="quiet" href={bankHref({ into: lessonId })}>
              <LibraryBig aria-hidden /> {words("bank")}
            </ButtonLink>
          </div>
        </div>
      )}
      {hasItems && (
        <div>
          <ButtonLink dense variant="quiet" href={`${address}/export`}>
            <FileOutput aria-hidden /> {words("export")}
          </ButtonLink>
        </div>
      )}
    </>
  )
}
