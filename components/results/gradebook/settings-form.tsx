"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { CategoryFields, type DraftCategory } from "@/components/results/gradebook/category-fields"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { RadioGroup } from "@/components/ui/radio-group"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { type MissingCounts, missingCounts } from "@/lib/results/gradebook/gradebook-facts"
import { LONGEST_WORD, MOST_CATEGORIES } from "@/lib/results/gradebook/gradebook-input"

export type SettingsFormProps = {
  classId: string
  version: number
  words: { late: string | null; excused: string | null; missing: string | null }
  /** The app's own words, for those left empty. */
  plainWords: { late: string; excused: string; missing: string }
  missing: MissingCounts
  categories: readonly DraftCategory[]
  /** Assignments with the key of their category; `due` in words, for two of the same lesson. */
  works: readonly { assignmentId: string; title: string; due: string; category: string | null }[]
  save: (input: unknown) => Promise<ActionResult<unknown>>
}

const kinds = ["late", "excused", "missing"] as const

/** How a class counts and what it calls things: one form, saved as one. */
export function SettingsForm(props: SettingsFormProps) {
  const { classId, version, missing, save } = props
  const words = useTranslations("results.gradebook.setting")
  const [categories, setCategories] = useState<readonly DraftCategory[]>(props.categories)
  const [placed, setPlaced] = useState(() =>
    Object.fromEntries(props.works.map(({ assignmentId, category }) => [assignmentId, category ?? ""])),
  )
  const placeOf = (key: string) => categories.findIndex((category) => category.key === key)
  return (
    <ActionForm
      className="max-w-narrow gap-8"
      action={save}
      toInput={(form) => ({
        classId,
        version,
        words: Object.fromEntries(kinds.map((kind) => [kind, String(form.get(kind) ?? "")])),
        missingCounts: form.get("missingCounts"),
        categories: categories.map(({ name, weight, dropLowest }) => ({ name, weight, dropLowest })),
        placed: Object.fromEntries(
          Object.entries(placed).flatMap(([id, key]) => (placeOf(key) < 0 ? [] : [[id, placeOf(key)]])),
        ),
      })}
      doneMessage={words("saved")}
    >
      <section className="grid gap-3">
        <h2 className="font-semibold text-17">{words("categories")}</h2>
        <p className="text-13 text-ink-2">{words("categoriesHint")}</p>
        {categories.map((category, at) => (
          <CategoryFields
            key={category.key}
            category={category}
            number={at + 1}
            change={(next) => setCategories(categories.map((one) => (one === category ? next : one)))}
            remove={() => setCategories(categories.filter((one) => one !== category))}
          />
        ))}
        {categories.length < MOST_CATEGORIES && (
          <div>
            <Button dense onClick={() => setCategories([...categories, newCategory()])}>
              {words("add")}
            </Button>
          </div>
        )}
      </section>
      {categories.length > 0 && props.works.length > 0 && (
        <section className="grid gap-2">
          <h2 className="font-semibold text-17">{words("placed")}</h2>
          {props.works.map(({ assignmentId, title, due }) => (
            <Select
              key={assignmentId}
              name={`place-${assignmentId}`}
              className="items-center gap-x-6 md:grid-cols-[minmax(0,1fr)_16rem]"
              label={
                <span className="font-normal">
                  <span dir="auto">{title}</span> <small className="text-13 text-ink-2">{due}</small>
                </span>
              }
              dense
              value={placeOf(placed[assignmentId] ?? "") < 0 ? "" : placed[assignmentId]}
              onChange={(event) => setPlaced({ ...placed, [assignmentId]: event.target.value })}
              options={[
                { value: "", label: words("none") },
                ...categories.map(({ key, name }, at) => ({
                  value: key,
                  label: name || words("categoryName", { number: at + 1 }),
                })),
              ]}
            />
          ))}
        </section>
      )}
      <RadioGroup
        name="missingCounts"
        label={words("missingCounts")}
        defaultValue={missing}
        options={missingCounts.map((value) => ({ value, label: words(value) }))}
      />
      <OwnWords {...props} />
      <div>
        <SubmitButton>{words("save")}</SubmitButton>
      </div>
    </ActionForm>
  )
}

const newCategory = (): DraftCategory => ({
  key: crypto.randomUUID(),
  name: "",
  weight: "1",
  dropLowest: "0",
})

function OwnWords({ words: own, plainWords }: Pick<SettingsFormProps, "words" | "plainWords">) {
  const words = useTranslations("results.gradebook.setting")
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-17">{words("words")}</h2>
      <p className="text-13 text-ink-2">{words("wordsHint")}</p>
      <div className="grid gap-4 md:grid-cols-3">
        {kinds.map((kind) => (
          <Field
            key={kind}
            name={kind}
            label={words(kind)}
            defaultValue={own[kind] ?? ""}
            placeholder={plainWords[kind]}
            maxLength={LONGEST_WORD}
            required={false}
            dense
          />
        ))}
      </div>
    </section>
  )
}
