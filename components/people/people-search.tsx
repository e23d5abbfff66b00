import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import type { SchoolRole } from "@/lib/classroom/roles"

/** Narrows the list of people. A plain form: its result has an address. */
export function PeopleSearch({ search, role }: { search: string; role: SchoolRole | null }) {
  const t = useTranslations("people.people")
  const roles = useTranslations("people.roles")
  const options = [
    { value: "", label: t("everyRole") },
    ...(["student", "assistant", "teacher", "administrator"] as const).map((value) => ({
      value,
      label: roles(value),
    })),
  ]
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        <Field
          name="q"
          type="search"
          label={t("search")}
          defaultValue={search}
          required={false}
          dense
          maxLength={100}
          className="w-full max-w-80"
        />
        <Select
          name="role"
          label={t("roleFilter")}
          options={options}
          defaultValue={role ?? ""}
          dense
          className="w-48"
        />
        <Button type="submit" dense>
          {t("find")}
        </Button>
      </form>
    </search>
  )
}
