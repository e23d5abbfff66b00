"use client"

import { useTranslations } from "next-intl"
import { FileLine, FileLink, TakeAwayMenu } from "@/components/results/files/take-away-menu"

/** A class's gradebook as files, for those who may. */
export function TakeAwayGradebook({ classId }: { classId: string }) {
  const words = useTranslations("results.files.menu")
  const name = words("gradebook.name")
  const file = `/api/classes/${classId}/gradebook`
  return (
    <TakeAwayMenu foot={words("gradebookFoot")}>
      <ul>
        <FileLine name={name} holds={words("gradebook.holds")}>
          <FileLink name={name} as="CSV" href={`${file}.csv`} />
          <FileLink name={name} as="Excel" href={`${file}.xlsx`} />
        </FileLine>
      </ul>
    </TakeAwayMenu>
  )
}
