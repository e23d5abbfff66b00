"use client"

import { useTranslations } from "next-intl"
import type { DraftForm } from "@/components/reading/draft-form"
import { Field } from "@/components/ui/field"
import { RadioGroup } from "@/components/ui/radio-group"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { type ReadingKindName, readingKinds } from "@/lib/reading/kinds"

/** Languages offered by name; any other is typed as its code. */
const languages = "en ur ar fa hi bn zh ja ko ru uk tr es fr de it pt nl id he el th".split(
  " ",
) as readonly LanguageName[]
type LanguageName = "en"

type AboutFieldsProps = { form: DraftForm; change: (part: Partial<DraftForm>) => void }

/** Title, author, source, date, language, kind, lead-in and rights. */
export function AboutFields({ form, change }: AboutFieldsProps) {
  const t = useTranslations("reading.create")
  const kinds = useTranslations("reading.kind")
  const line = (name: "title" | "author" | "source" | "sourceUrl" | "publishedOn") => ({
    name,
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <div className="grid gap-5">
      <Field {...line("title")} label={t("name")} maxLength={300} />
      <div className="grid gap-5 md:grid-cols-2">
        <Field {...line("author")} label={t("author")} optional maxLength={200} />
        <Field {...line("publishedOn")} label={t("publishedOn")} optional maxLength={60} />
      </div>
      <Field {...line("source")} label={t("source")} hint={t("sourceHint")} optional maxLength={300} />
      <Field
        {...line("sourceUrl")}
        label={t("sourceUrl")}
        optional
        type="url"
        pattern="https?://.+"
        maxLength={2000}
        placeholder="https://"
      />
      <RadioGroup
        name="kind"
        label={t("kind")}
        hint={t("kindHint")}
        options={readingKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
        value={form.kind}
        onChange={(kind) => change({ kind: kind as ReadingKindName })}
      />
      <LanguageField language={form.language} onChange={(language) => change({ language })} />
      <TextArea
        name="deck"
        label={t("deck")}
        hint={t("deckHint")}
        optional
        rows={2}
        maxLength={600}
        value={form.deck}
        onChange={(event) => change({ deck: event.currentTarget.value })}
      />
      <TextArea
        name="rightsNote"
        label={t("rightsNote")}
        hint={t("rightsHint")}
        optional
        rows={2}
        maxLength={600}
        value={form.rightsNote}
        onChange={(event) => change({ rightsNote: event.currentTarget.value })}
      />
    </div>
  )
}

function LanguageField({ language, onChange }: { language: string; onChange: (language: string) => void }) {
  const t = useTranslations("reading.create")
  const names = useTranslations("reading.languages")
  const isKnown = languages.includes(language as LanguageName)
  const options = [
    ...languages.map((value) => ({ value: value as string, label: names(value) })),
    { value: "", label: t("languageOther") },
  ]
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Select
        name="language"
        label={t("language")}
        options={options}
        value={isKnown ? language : ""}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {!isKnown && (
        <Field
          name="languageTag"
          label={t("languageTag")}
          value={language}
          minLength={2}
          maxLength={35}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
