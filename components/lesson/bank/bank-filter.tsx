import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextLink } from "@/components/ui/text-link"
import { type BankQuery, bankHref, isNarrowed } from "@/lib/lesson/bank-query"
import { LEVELS } from "@/lib/quiz/item-type"
import { itemTypeNames } from "@/lib/quiz/item-types"

type BankFilterProps = {
  query: BankQuery
  lessons: readonly { lessonId: string; title: string; isOwn: boolean }[]
  skills: readonly string[]
}

/** Narrows the questions, and says into which lesson they are taken. A plain form: its result has an address. */
export function BankFilter({ query, lessons, skills }: BankFilterProps) {
  const words = useTranslations("lesson.bank")
  const types = useTranslations("lesson.itemTypes")
  const levels = useTranslations("lesson.itemLevels")
  const any = { value: "", label: words("any") }
  const nameOf = ({ lessonId, title }: { lessonId: string; title: string }) => ({
    value: lessonId,
    label: title,
  })
  const own = lessons.filter(({ isOwn }) => isOwn)
  return (
    <search>
      <form className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
        <Field
          name="q"
          type="search"
          label={words("words")}
          defaultValue={query.words ?? ""}
          required={false}
          dense
          maxLength={100}
          className="max-lg:col-span-2"
        />
        <Select
          name="type"
          label={words("type")}
          dense
          options={[any, ...itemTypeNames.map((value) => ({ value, label: types(value) }))]}
          defaultValue={query.type ?? ""}
        />
        <Select
          name="level"
          label={words("level")}
          dense
          options={[any, ...LEVELS.map((value) => ({ value, label: levels(value) }))]}
          defaultValue={query.level ?? ""}
        />
        <Select
          name="skill"
          label={words("skill")}
          dense
          options={[any, ...skills.map((value) => ({ value, label: value }))]}
          defaultValue={query.skill ?? ""}
        />
        <Select
          name="lesson"
          label={words("lesson")}
          dense
          options={[any, ...lessons.map(nameOf)]}
          defaultValue={query.lessonId ?? ""}
        />
        <Select
          name="into"
          label={words("into")}
          dense
          options={[{ value: "", label: words("intoNone") }, ...own.map(nameOf)]}
          defaultValue={query.into ?? ""}
          className="max-lg:col-span-2"
        />
        <div className="flex flex-wrap items-center gap-4 max-lg:col-span-2">
          <Button type="submit" dense>
            {words("find")}
          </Button>
          {isNarrowed(query) && <TextLink href={bankHref({ into: query.into })}>{words("all")}</TextLink>}
        </div>
      </form>
    </search>
  )
}
